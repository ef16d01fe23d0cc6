package org.tamga.corroboration.document;

import org.tamga.annotation.CitedText;
import org.tamga.text.Span;

/**
 * Finds the sentence and the paragraph around some words, by line breaks and full stops alone.
 *
 * <p>A stop ends a sentence where white space and then no small letter follows. An abbreviation may
 * so cut a sentence short; what is compared then is less, never more.
 */
public record Vicinity(CitedText text) {
  /** A paragraph that is longer is cut on both sides; code points. */
  private static final int LONGEST = 4_000;

  /** The paragraph around a place: from line break to line break. */
  public Span paragraph(Span place) {
    int start = place.start();
    while (start > 0 && place.start() - start < LONGEST && !isBreak(start - 1)) {
      start--;
    }
    int end = place.end();
    while (end < text.length() && end - place.end() < LONGEST && !isBreak(end)) {
      end++;
    }
    return new Span(start, end);
  }

  /** The sentence around a place. */
  public Span sentence(Span place) {
    Span paragraph = paragraph(place);
    int start = place.start();
    while (start > paragraph.start() && !isEnd(start - 1)) {
      start--;
    }
    int end = place.end();
    while (end < paragraph.end() && !isEnd(end - 1)) {
      end++;
    }
    return new Span(start, end);
  }

  /** How many paragraphs, up to three, lie from one place to another; 0 within one. */
  public int paragraphsBetween(Span one, Span other) {
    Span first = one.compareTo(other) <= 0 ? one : other;
    Span second = first.equals(one) ? other : one;
    int count = 0;
    boolean isOpen = true;
    for (int i = first.end(); i < second.start() && count < 3; i++) {
      if (isBreak(i)) {
        count += isOpen ? 1 : 0;
        isOpen = false;
      } else if (!Character.isWhitespace(at(i))) {
        isOpen = true;
      }
    }
    return count;
  }

  private boolean isBreak(int place) {
    return at(place) == '\n';
  }

  /** Whether the code point at this place is a stop that ends a sentence. */
  private boolean isEnd(int place) {
    int here = at(place);
    if (here != '.' && here != '!' && here != '?' && here != '。' && here != '؟') {
      return false;
    }
    int next = place + 1;
    while (next < text.length() && isClosing(at(next))) {
      next++;
    }
    if (next >= text.length()) {
      return true;
    }
    if (here != '。' && !Character.isWhitespace(at(next))) {
      return false;
    }
    while (next < text.length() && Character.isWhitespace(at(next))) {
      next++;
    }
    return next >= text.length() || !Character.isLowerCase(at(next));
  }

  private static boolean isClosing(int c) {
    return c == '”' || c == '"' || c == '’' || c == ')' || c == '»';
  }

  private int at(int place) {
    return text.content().codePointAt(text.unit(place));
  }
}
