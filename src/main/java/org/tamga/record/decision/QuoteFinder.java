package org.tamga.record.decision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Target;
import org.tamga.text.Span;

/**
 * Finds the words of a quote again in a text that was read anew.
 *
 * <p>Exact words with what stands before and behind them, as a W3C text quote selector. In doubt it
 * finds nothing: a decision shown as orphaned is better than one moved to other words.
 * docs/spec/decisions.md, "After a rebuild".
 */
final class QuoteFinder {
  /** A quote of as many code points stands for itself; a shorter one needs its surroundings. */
  private static final int LONG_QUOTE = 32;

  /** So many of the nearest code points on one side must be the same for a short quote. */
  private static final int NEAR = 8;

  /** How much farther apart the parts of an interrupted quotation may have come; code points. */
  private static final int GAP = 64;

  private final CitedText text;

  QuoteFinder(CitedText text) {
    this.text = text;
  }

  /** The same quote in this text; null where its words are gone or stand there several times. */
  @Nullable Target find(Target old) {
    if (old.text().equals(text.digest())) {
      try {
        return text.require(old);
      } catch (IllegalArgumentException notInTheText) {
        return null;
      }
    }
    Span first = findFirst(old);
    if (first == null) {
      return null;
    }
    List<Span> places = new ArrayList<>(List.of(first));
    for (int i = 1; i < old.parts().size(); i++) {
      Target.Part part = old.parts().get(i);
      Span before = places.getLast();
      int at = text.content().indexOf(part.exact(), text.unit(before.end()));
      int gap = part.span().start() - old.parts().get(i - 1).span().end();
      if (at < 0 || text.codePoint(at) - before.end() > gap + GAP) {
        return null;
      }
      places.add(text.span(at, at + part.exact().length()));
    }
    return text.quote(places);
  }

  private @Nullable Span findFirst(Target old) {
    String content = text.content();
    String exact = old.exact();
    Span only = null;
    Span fitting = null;
    int all = 0;
    int fits = 0;
    for (int at = content.indexOf(exact); at >= 0; at = content.indexOf(exact, at + 1)) {
      Span place = text.span(at, at + exact.length());
      only = place;
      all++;
      if (content.startsWith(old.suffix(), at + exact.length())
          && content.startsWith(old.prefix(), at - old.prefix().length())) {
        fitting = place;
        fits++;
      }
    }
    if (fits == 1) {
      return fitting;
    }
    return all == 1 && only != null && isTheSame(old, only) ? only : null;
  }

  private boolean isTheSame(Target old, Span place) {
    if (place.length() >= LONG_QUOTE) {
      return true;
    }
    String content = text.content();
    String before = last(old.prefix());
    String behind = first(old.suffix());
    boolean sameBefore = content.startsWith(before, text.unit(place.start()) - before.length());
    boolean sameBehind = content.startsWith(behind, text.unit(place.end()));
    return (sameBefore && !before.isBlank()) || (sameBehind && !behind.isBlank());
  }

  private static String last(String words) {
    int length = words.codePointCount(0, words.length());
    return length <= NEAR ? words : words.substring(words.offsetByCodePoints(0, length - NEAR));
  }

  private static String first(String words) {
    int length = words.codePointCount(0, words.length());
    return length <= NEAR ? words : words.substring(0, words.offsetByCodePoints(0, NEAR));
  }
}
