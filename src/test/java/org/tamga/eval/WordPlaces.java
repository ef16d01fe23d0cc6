package org.tamga.eval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.annotation.Target;

/** The words of a text with their places, so that a word said twice is two words. */
final class WordPlaces {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final String text;
  private final List<Integer> starts = new ArrayList<>();

  WordPlaces(String text) {
    this.text = text;
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      starts.add(words.start());
    }
  }

  String text() {
    return text;
  }

  int count() {
    return starts.size();
  }

  /** Where these words stand for the given time, counted from one. */
  int placeOf(String exact, int occurrence) {
    int at = -1;
    for (int i = 0; i < occurrence; i++) {
      at = nextPlaceOf(exact, at + 1);
    }
    return at;
  }

  int nextPlaceOf(String exact, int from) {
    int at = text.indexOf(exact, from);
    if (at < 0) {
      throw new IllegalArgumentException("not in the text: " + exact);
    }
    return at;
  }

  int nearestPlaceOf(String exact, int near) {
    int best = nextPlaceOf(exact, 0);
    for (int at = best; at >= 0; at = text.indexOf(exact, at + 1)) {
      if (Math.abs(at - near) < Math.abs(best - near)) {
        best = at;
      }
    }
    return best;
  }

  /** The words that begin between two places, in UTF-16 units. */
  BitSet within(int start, int end) {
    BitSet words = new BitSet();
    for (int i = 0; i < starts.size(); i++) {
      if (starts.get(i) >= start && starts.get(i) < end) {
        words.set(i);
      }
    }
    return words;
  }

  /** The words that an annotation rests on; its places count code points. */
  BitSet of(Target target) {
    BitSet words = new BitSet();
    for (Target.Part part : target.parts()) {
      int start = text.offsetByCodePoints(0, part.span().start());
      words.or(within(start, start + part.exact().length()));
    }
    return words;
  }
}
