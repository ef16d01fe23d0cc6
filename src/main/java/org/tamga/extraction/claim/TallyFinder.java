package org.tamga.extraction.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.View;

/** Finds the counts of a vote: "18 in favour, seven against and 21 abstentions". */
final class TallyFinder {
  private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");
  private static final int LONGEST = 3;

  private final Map<String, String> sides;
  private final Map<String, String> numbers;

  TallyFinder(Lexicon positions) {
    sides = positions.section("tally");
    numbers = Lexicon.read("en/figures.txt").section("number");
  }

  /** The counts in a sentence; none unless several sides are counted. */
  List<PositionDraft> find(View view) {
    var found = new ArrayList<PositionDraft>();
    for (int i = 0; i + 1 < view.size(); i++) {
      var count = number(view.word(i));
      if (count == null || view.word(i - 1).equals("-")) {
        continue;
      }
      int next = i + 1;
      var rest = view.word(next).equals("-") ? number(view.word(next + 1)) : null;
      if (rest != null) {
        // "Thirty-one"
        count += rest;
        next += 2;
      }
      next = view.is(next, "NOUN") && view.is(next + 1, "AUX", "VERB") ? next + 1 : next;
      for (int length = LONGEST; length > 0; length--) {
        var side = sides.get(phrase(view, next, length));
        if (side != null) {
          found.add(
              new PositionDraft(
                  view,
                  i,
                  Math.min(view.size(), next + length),
                  Stances.stance(side),
                  List.of(),
                  null,
                  null,
                  "vote",
                  count));
          break;
        }
      }
    }
    boolean sided = found.stream().map(PositionDraft::stance).distinct().count() > 1;
    return sided ? found : List.of();
  }

  private static String phrase(View view, int from, int length) {
    var words = new StringBuilder();
    for (int i = from; i < from + length; i++) {
      words.append(i > from ? " " : "").append(view.word(i));
    }
    return words.toString();
  }

  private @Nullable Integer number(String word) {
    if (DIGITS.matcher(word).matches()) {
      return Integer.valueOf(word);
    }
    var number = numbers.get(word);
    return number == null ? null : Integer.valueOf(number);
  }
}
