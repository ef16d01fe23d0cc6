package org.tamga.extraction.allegation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.phrase.Conditions;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;

/** Finds harm that a sentence says was seen, or that it lays at somebody's door. */
final class ToldHarm {
  /** How far in front of an act the verb that tells of it may stand, in words. */
  private static final int BACK = 14;

  private final PartyReader parties;
  private final SubjectFinder subjects;
  private final HarmWords words;
  private final Deeds deeds;

  ToldHarm(PartyReader parties, SubjectFinder subjects, HarmWords words, Deeds deeds) {
    this.parties = parties;
    this.subjects = subjects;
    this.words = words;
    this.deeds = deeds;
  }

  /** "they saw men push a woman", "video showed guards striking a boy". */
  @Nullable Harm seen(View view, int verb) {
    for (int i = verb - 2; i >= Math.max(0, verb - BACK); i--) {
      if (!words.isSeeing(view, i)) {
        continue;
      }
      var by = parties.before(view, i + 1, verb);
      var to = deeds.object(view, verb + 1);
      boolean whole = by.size() == 1 && by.getFirst().to() == verb;
      boolean hit = !to.parties().isEmpty() && words.isVictim(to.parties().getFirst());
      boolean shown = hit && !Conditions.isConditional(view, i, words.unless());
      if (!whole || !shown || isNegated(view, i)) {
        return null;
      }
      boolean named = !HarmWords.isPerson(by.getFirst());
      return deeds.of(
          view,
          by.getFirst().from(),
          verb,
          to.end(),
          named ? by : List.of(),
          to.parties(),
          List.of());
    }
    return null;
  }

  private static boolean isNegated(View view, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
      if (view.word(i).equals("not")
          || view.word(i).equals("never")
          || view.word(i).equals("n't")) {
        return true;
      }
    }
    return false;
  }

  /** "Groups accused the police of beating students", "guards accused of drowning our sons". */
  @Nullable Harm accused(View view, int verb) {
    int of = verb - 1;
    while (view.is(of, "ADV")) {
      of--;
    }
    if (!view.word(of).equals("of") && !view.word(of).equals("for")) {
      return null;
    }
    var to = deeds.object(view, verb + 1);
    if (to.parties().isEmpty() || !words.isVictim(to.parties().getFirst())) {
      return null;
    }
    for (int i = of - 1; i >= Math.max(0, of - BACK); i--) {
      if (!words.isAccusing(view, i) || words.isOpen(view, i)) {
        continue;
      }
      boolean passive = i == of - 1;
      var perpetrator =
          passive ? parties.backward(view, passiveStart(view, i)) : parties.before(view, i + 1, of);
      boolean whole = !perpetrator.isEmpty() && (passive || perpetrator.getLast().to() == of);
      if (!whole) {
        return null;
      }
      var by = passive ? List.<Party>of() : subjects.subject(view, i);
      boolean named = !HarmWords.isPerson(perpetrator.getFirst());
      return deeds.of(
          view,
          passive ? perpetrator.getFirst().from() : verb,
          verb,
          to.end(),
          named ? perpetrator : List.of(),
          to.parties(),
          by);
    }
    return null;
  }

  private static int passiveStart(View view, int at) {
    int start = at;
    while (view.is(start - 1, "AUX", "ADV")) {
      start--;
    }
    return start;
  }
}
