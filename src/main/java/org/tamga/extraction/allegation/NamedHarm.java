package org.tamga.extraction.allegation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.View;

/** Finds harm told by a noun: "the arrest of 23 singers by the militia". */
final class NamedHarm {
  /** How far behind the noun the victims and the doers may stand, in words. */
  private static final int REACH = 14;

  private final PartyReader parties;
  private final HarmWords words;
  private final Deeds deeds;

  NamedHarm(PartyReader parties, HarmWords words, Deeds deeds) {
    this.parties = parties;
    this.words = words;
    this.deeds = deeds;
  }

  /** The harm that the noun at a place tells of, or null. */
  @Nullable Harm find(View view, int at) {
    int from = at;
    while (view.is(from - 1, "ADJ", "NOUN", "VERB", "DET") && at - from < 4) {
      from--;
    }
    // "an end to the killing of", "no arrest of": it is not told that it was done.
    boolean open = view.in(from - 1, words.unless()) || view.in(from, words.unless());
    if (!view.word(at + 1).equals("of") || open) {
      return null;
    }
    int start = at + 2;
    while (view.is(start, "ADV", "ADP") && start < at + 5) {
      start++;
    }
    if (view.word(start).equals("some") && view.is(start + 1, "NUM")) {
      start++;
    }
    int end = parties.base(view, start);
    if (end == start) {
      return null;
    }
    var whom = whole(view, start, end);
    boolean person = words.isVictim(whom) && !HarmWords.isPerson(whom);
    if (!person) {
      return null;
    }
    var by = by(view, whom.to());
    boolean counted = view.is(start, "NUM") || view.is(whom.from(), "NUM");
    if (by.isEmpty() && !counted && !isMarked(view, from, at)) {
      // "on the detention of Dana Orlan" is a topic.
      return null;
    }
    return deeds.of(view, from, at, whom.to(), by, List.of(whom), List.of());
  }

  /** "the reported arrest", "the unlawful detention". */
  private boolean isMarked(View view, int from, int at) {
    for (int i = from; i < at; i++) {
      if (words.isMark(view, i)) {
        return true;
      }
    }
    return false;
  }

  /** With "of the Weir Choir" behind "23 members". */
  private Party whole(View view, int start, int end) {
    int to = end;
    if (view.word(end).equals("of")) {
      to = Math.max(end, parties.base(view, end + 1));
    }
    return new Party(view, start, to, end - 1);
  }

  private List<Party> by(View view, int from) {
    for (int i = from; i < Math.min(view.size(), from + REACH); i++) {
      if (view.word(i).equals("by")) {
        var read = parties.forward(view, i + 1).parties();
        return read.size() == 1 && words.isArmed(read.getFirst()) ? read : List.of();
      }
      if (view.is(i, "PUNCT", "VERB", "AUX", "CCONJ")) {
        return List.of();
      }
    }
    return List.of();
  }
}
