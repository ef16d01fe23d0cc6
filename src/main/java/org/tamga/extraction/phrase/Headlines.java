package org.tamga.extraction.phrase;

import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.language.Sentence;
import org.tamga.text.Block;

/** Tells headlines from running text, also where a page marks none. */
public final class Headlines {
  /** A longer line is running text, whatever it ends in. */
  private static final int LONGEST = 25;

  private static final String STOPS = ".!?…:;”\"’)";

  /** Whether a sentence is a title or a heading. */
  public boolean isHeadline(DocumentContext context, Sentence sentence) {
    var role = sentence.block().role();
    if (role == Block.Role.TITLE || role == Block.Role.HEADING) {
      return true;
    }
    if (role != Block.Role.PARAGRAPH || sentence.tokens().size() > LONGEST) {
      return false;
    }
    var words = context.cited().at(sentence.block().span()).strip();
    boolean alone = sentence.span().end() >= sentence.block().span().end();
    boolean opens = sentence.span().start() <= sentence.block().span().start() + 1;
    return alone
        && opens
        && !words.isEmpty()
        && STOPS.indexOf(words.charAt(words.length() - 1)) < 0;
  }
}
