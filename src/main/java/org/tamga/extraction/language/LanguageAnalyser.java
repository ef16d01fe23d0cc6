package org.tamga.extraction.language;

import java.util.ArrayList;
import java.util.List;
import org.tamga.annotation.CitedText;
import org.tamga.text.Block;
import org.tamga.text.ReadableText;

/**
 * Finds sentences, words and quotations in the main blocks of a text.
 *
 * <p>The result depends on the text alone. One analyser serves one thread at a time: it remembers
 * words to be quick.
 */
public final class LanguageAnalyser {
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
    List<Sentence> found = new ArrayList<>();
    for (int i = 0; i < text.blocks().size(); i++) {
      Block block = text.blocks().get(i);
      if (block.role().isMain()) {
        split(cited, block, i, found);
      }
    }
    return new Analysis(cited, found, new QuotationFinder(cited).find(text.blocks()));
  }

  private void split(CitedText cited, Block block, int blockIndex, List<Sentence> found) {
    int start = cited.unit(block.span().start());
    int end = cited.unit(block.span().end());
    int from = start;
    for (int to : sentences.ends(cited.content().substring(start, end))) {
      List<int[]> places = words.words(cited.content(), from, start + to);
      if (!places.isEmpty()) {
        List<Token> tokens = tagger.tag(cited, places);
        var span =
            new org.tamga.text.Span(
                tokens.getFirst().span().start(), tokens.getLast().span().end());
        found.add(new Sentence(found.size(), span, block, blockIndex, tokens));
      }
      from = start + to;
    }
  }
}
