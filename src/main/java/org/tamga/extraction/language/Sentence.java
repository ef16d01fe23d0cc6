package org.tamga.extraction.language;

import java.util.List;
import org.tamga.text.Block;
import org.tamga.text.Span;

/**
 * One sentence; it never reaches over the end of its block.
 *
 * @param index its number in the document, from 0
 * @param span its place, in code points
 * @param block the block that it stands in
 * @param blockIndex that block's number among the blocks of the text
 * @param tokens its words and marks, at least one
 */
public record Sentence(int index, Span span, Block block, int blockIndex, List<Token> tokens) {
  public Sentence {
    tokens = List.copyOf(tokens);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("a sentence has words");
    }
  }
}
