package org.tamga.extraction.claim;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;

/** Finds demands told by a noun: "renewed its call for …", "the union's demand that …". */
final class CallFinder {
  /** How far in front of "its call" the verb may stand, in words. */
  private static final int REACH = 4;

  private final PartyReader parties;
  private final SubjectFinder subjects;
  private final DemandedThings things;
  private final Set<String> nouns;
  private final Set<String> renew;
  private final Set<String> own;

  CallFinder(Lexicon demands, PartyReader parties, SubjectFinder subjects, DemandedThings things) {
    this.parties = parties;
    this.subjects = subjects;
    this.things = things;
    nouns = demands.words("noun");
    renew = demands.words("renew");
    own = demands.words("own");
  }

  /** The demand that the noun at a place tells of, or null. */
  @Nullable DemandDraft find(View view, int at) {
    if (!view.in(at, nouns)) {
      return null;
    }
    var next = view.word(at + 1);
    if (!next.equals("for") && !next.equals("that")) {
      return null;
    }
    var by = owner(view, at);
    if (by.isEmpty()) {
      return null;
    }
    return next.equals("for")
        ? things.nominal(view, at, at + 2, by, false)
        : things.that(view, at, at + 2, by, false);
  }

  private List<Party> owner(View view, int at) {
    int first = at;
    while (view.is(first - 1, "ADJ", "NOUN") && at - first < REACH) {
      first--;
    }
    if (view.in(first - 1, own)) {
      for (int i = first - 2; i >= Math.max(0, first - 2 - REACH); i--) {
        if (renew.contains(view.lemma(i)) && view.is(i, "VERB")) {
          return subjects.subject(view, i);
        }
      }
      return List.of();
    }
    boolean genitive = view.word(first - 1).equals("'s") || view.word(first - 1).equals("'");
    return genitive ? parties.backward(view, first - 1) : List.of();
  }
}
