package org.tamga.extraction.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * The statistical models of English that come with the program.
 *
 * <p>Apache OpenNLP models 1.3, trained on the Universal Dependencies treebank EWT. They do not
 * change once loaded and may be shared between threads.
 *
 * @param sentence where sentences end
 * @param token where words end
 * @param tag which class a word is of
 * @param lemma its base form
 */
public record LanguageModels(
    SentenceModel sentence, TokenizerModel token, POSModel tag, LemmatizerModel lemma) {
  private static final String STEM = "/opennlp-en-ud-ewt-";
  private static final String VERSION = "-1.3-2.5.4.bin";

  /** Loads the models from the class path. */
  public static LanguageModels english() {
    try (InputStream sentence = open("sentence");
        InputStream token = open("tokens");
        InputStream tag = open("pos");
        InputStream lemma = open("lemmas")) {
      return new LanguageModels(
          new SentenceModel(sentence),
          new TokenizerModel(token),
          new POSModel(tag),
          new LemmatizerModel(lemma));
    } catch (IOException broken) {
      throw new UncheckedIOException("the language models are damaged", broken);
    }
  }

  private static InputStream open(String kind) {
    InputStream model = LanguageModels.class.getResourceAsStream(STEM + kind + VERSION);
    if (model == null) {
      throw new IllegalStateException("no language model on the class path: " + kind);
    }
    return model;
  }
}
