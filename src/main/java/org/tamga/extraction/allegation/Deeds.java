package org.tamga.extraction.allegation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.View;

/** Puts together what a sentence tells of a deed, with the place that stands right behind. */
final class Deeds {
  private final PartyReader parties;
  private final HarmWords words;

  Deeds(PartyReader parties, HarmWords words) {
    this.parties = parties;
    this.words = words;
  }

  /**
   * The harm told by words {@code from} up to {@code end}, exclusive, and its place.
   *
   * @param act the verb or noun of harm
   */
  Harm of(
      View view, int from, int act, int end, List<Party> by, List<Party> to, List<Party> accusers) {
    int actFrom = act;
    while (actFrom > 0 && view.is(actFrom - 1, "ADV")) {
      actFrom--;
    }
    var place = place(view, end);
    int whole = place == null ? Math.max(end, act + 1) : place.to();
    return new Harm(
        view, Math.min(from, actFrom), whole, actFrom, act + 1, by, to, place, accusers);
  }

  /** Those behind the verb, over "at least" and without "in Belut". */
  PartyReader.Parties object(View view, int from) {
    int start = from;
    while (start < from + 4 && view.is(start, "ADP", "ADV", "ADJ", "SCONJ")) {
      start++;
    }
    start = view.is(start, "NUM") ? start : from;
    var read = parties.forward(view, start);
    if (read.parties().isEmpty()) {
      return read;
    }
    var all = new ArrayList<>(read.parties());
    var last = all.removeLast();
    int end = last.from() + 1;
    while (end < last.to() && !words.isPlace(view, end) && !view.word(end).equals("for")) {
      end++;
    }
    all.add(new Party(view, last.from(), Math.max(end, last.head() + 1), last.head()));
    return new PartyReader.Parties(all, Math.max(end, last.head() + 1));
  }

  /** "in Belut", "from the Harun camp" right behind. */
  private @Nullable Party place(View view, int at) {
    if (!words.isPlace(view, at)) {
      return null;
    }
    int first = view.is(at + 1, "DET") ? at + 2 : at + 1;
    if (!view.isCapitalised(first) || view.is(first, "NUM")) {
      return null;
    }
    int end = parties.base(view, at + 1);
    boolean named = end > first && !view.is(end, "NUM") && view.is(end - 1, "PROPN", "NOUN");
    return named ? new Party(view, first, end, end - 1) : null;
  }
}
