package org.tamga.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.tokenize.TokenizerME;
import org.tamga.annotation.CitedText;
import org.tamga.extraction.language.LanguageModels;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Reading;
import org.tamga.text.TextReader;

/**
 * Measures annotating against the sentence, token and tag models alone, in turns, on one thread.
 *
 * <p>Argument: a folder of text files. Prints the best of each and their ratio.
 */
public final class AnnotateTime {
  private static final int ROUNDS = 4;

  private AnnotateTime() {}

  public static void main(String[] arguments) throws IOException {
    List<ReadableText> texts = read(Path.of(arguments[0]));
    LanguageModels models = LanguageModels.english();
    Annotator annotator = Annotator.standard(models);
    double plain = Double.MAX_VALUE;
    double whole = Double.MAX_VALUE;
    long words = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      words = modelsAlone(models, texts);
      plain = Math.min(plain, (System.nanoTime() - start) / 1e9);
      start = System.nanoTime();
      for (ReadableText text : texts) {
        String document = CitedText.digestOf(text.content().getBytes(StandardCharsets.UTF_8));
        annotator.annotate(document, text, Metadata.NONE);
      }
      whole = Math.min(whole, (System.nanoTime() - start) / 1e9);
    }
    System.out.printf(
        Locale.ROOT,
        "words %d  models alone %.2f s  annotate %.2f s  ratio %.2f  words/s %.0f%n",
        words,
        plain,
        whole,
        whole / plain,
        words / whole);
  }

  private static long modelsAlone(LanguageModels models, List<ReadableText> texts) {
    SentenceDetectorME sentences = new SentenceDetectorME(models.sentence());
    TokenizerME tokenizer = new TokenizerME(models.token());
    POSTaggerME tagger = new POSTaggerME(models.tag());
    long words = 0;
    for (ReadableText text : texts) {
      for (String sentence : sentences.sentDetect(text.content())) {
        words += tagger.tag(tokenizer.tokenize(sentence)).length;
      }
    }
    return words;
  }

  private static List<ReadableText> read(Path folder) throws IOException {
    List<ReadableText> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (TextReader.read(bytes, file.toString(), Metadata.NONE) instanceof Reading.Read read) {
          texts.add(read.text());
        }
      }
    }
    return texts;
  }
}
