package org.tamga.extraction.language;

import java.util.ArrayList;
import java.util.List;
import org.tamga.annotation.CitedText;
import org.tamga.text.Block;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

/**
 * Finds sentences, words and quotations in the main blocks of a text.
 *
 * <p>The result depends on the text alone. One analyser serves one thread at a time: it remembers
 * words to be quick.
 */
public final class LanguageAnalyser {
  /**
   * In words. What runs on for longer without a stop is a list or noise; it is cut, for the rules
   * take squared time over a sentence and the model's search copies its history at each word.
   */
  private static final int LONGEST_SENTENCE = 160;

  private final SentenceSplitter sentences;
  private final WordSplitter words;
  private final WordTagger tagger;

  /** An analyser with these models. */
  public LanguageAnalyser(LanguageModels models) {
    sentences = new SentenceSplitter(models);
    words = new WordSplitter(models);
    tagger = new WordTagger(models);
  }

  /** Analyses the main blocks of {@code text}; {@code cited} is its content. */
  public Analysis analyse(ReadableText text, CitedText cited) {
    List<List<Token>> tagged = new ArrayList<>();
    List<Integer> blocks = new ArrayList<>();
    for (int i = 0; i < text.blocks().size(); i++) {
      Block block = text.blocks().get(i);
      if (block.role().isMain()) {
        split(cited, block, tagged);
        while (blocks.size() < tagged.size()) {
          blocks.add(i);
        }
      }
    }
    NameRepair repair = new NameRepair(tagged);
    List<Sentence> found = new ArrayList<>();
    for (int i = 0; i < tagged.size(); i++) {
      List<Token> tokens = repair.repair(tagged.get(i));
      Span span = new Span(tokens.getFirst().span().start(), tokens.getLast().span().end());
      int block = blocks.get(i);
      found.add(new Sentence(i, span, text.blocks().get(block), block, tokens));
    }
    return new Analysis(cited, found, new QuotationFinder(cited).find(text.blocks()));
  }

  private void split(CitedText cited, Block block, List<List<Token>> tagged) {
    int start = cited.unit(block.span().start());
    int last = cited.unit(block.span().end());
    int from = start;
    for (int to : sentences.ends(cited.content().substring(start, last))) {
      List<int[]> places = words.words(cited.content(), from, start + to);
      for (int at = 0; at < places.size(); at += LONGEST_SENTENCE) {
        int end = Math.min(places.size(), at + LONGEST_SENTENCE);
        tagged.add(tagger.tag(cited, places.subList(at, end)));
      }
      from = start + to;
    }
  }
}
