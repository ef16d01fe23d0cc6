package org.tamga.extraction.claim;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.claim.ActionReader.Action;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.View;

/** Reads what is demanded where it is no infinitive: a clause with "that", or a noun. */
final class DemandedThings {
  private final PartyReader parties;
  private final ActionReader actions;
  private final Actors actors;
  private final Set<String> quotes;
  private final Set<String> actNouns;
  private final Set<String> ownActs;

  DemandedThings(
      Lexicon clauses, Lexicon demands, PartyReader parties, ActionReader actions, Actors actors) {
    this.parties = parties;
    this.actions = actions;
    this.actors = actors;
    quotes = clauses.words("quote");
    actNouns = demands.words("act noun");
    ownActs = demands.words("own act");
  }

  /** "insist that A (should) leave". */
  @Nullable DemandDraft that(View view, int verb, int from, List<Party> by, boolean order) {
    var read = parties.forward(view, from);
    var who = read.parties();
    if (who.isEmpty()) {
      return null;
    }
    int at = read.end();
    boolean last = view.is(at, "PUNCT") && actions.isAct(view, at - 1) && view.is(at - 2, "PROPN");
    boolean bare = actions.isBareVerb(view, at) || view.word(at).equals("be");
    if (!bare && at - 1 > from && (last || actions.isBareVerb(view, at - 1))) {
      // "that the assembly amend the law": the tagger takes a rare base form for a noun.
      at--;
      who = parties.before(view, from, at);
    }
    boolean modal = view.word(at).equals("should") || view.word(at).equals("must");
    at = modal ? at + 1 : at;
    int first = at;
    while (view.is(first, "ADV", "PART")) {
      first++;
    }
    boolean singular = !view.word(first - 1).endsWith("s") && !view.is(first - 1, "PRON");
    boolean base = last || view.word(first).equals("be") || actions.isBareVerb(view, first);
    boolean demanded =
        modal || view.word(first).equals("be") || singular || isPronounThey(view, from);
    if (!base || !demanded) {
      return null;
    }
    if (view.word(first).equals("be")) {
      // "that all prisoners be released": those released are not the ones called on.
      int end = actions.read(view, first).isEmpty() ? -1 : actions.read(view, first).getLast().to();
      return end < 0
          ? null
          : DemandDraft.of(view, verb, by, List.of(), List.of(new Action(from, end, false)), order);
    }
    var to = view.word(from).equals("they") ? recipient(view, verb, who) : who;
    return DemandDraft.of(view, verb, by, to, actions.read(view, at, last), order);
  }

  /** "sent a letter to the delegations demanding they leave": the delegations. */
  private List<Party> recipient(View view, int verb, List<Party> otherwise) {
    for (int i = verb - 1; i > 0; i--) {
      if (view.is(i, "PUNCT")) {
        break;
      }
      var read = parties.forward(view, i + 1);
      if (view.word(i).equals("to") && !read.parties().isEmpty()) {
        return read.parties();
      }
    }
    return otherwise;
  }

  private static boolean isPronounThey(View view, int at) {
    return switch (view.word(at)) {
      case "they", "he", "she", "you", "we" -> true;
      default -> false;
    };
  }

  /** "the mayor's resignation": the mayor is called on. */
  private List<Party> owner(View view, int from, int head) {
    for (int i = head - 1; i > from && ownActs.contains(view.word(head)); i--) {
      if (view.word(i).equals("'s") || view.word(i).equals("'")) {
        return parties.before(view, from, i);
      }
    }
    return List.of();
  }

  /** "call for the release of …", "demand an end to …". */
  @Nullable DemandDraft nominal(View view, int verb, int from, List<Party> by, boolean order) {
    int start = from;
    while (view.in(start, quotes)) {
      start++;
    }
    var read = parties.forward(view, start);
    if (read.parties().isEmpty() || (view.is(start, "PRON") && read.end() == start + 1)) {
      return null;
    }
    int end = actions.nounEnd(view, start, read.end());
    boolean somebody = actors.isOffice(read.parties().getFirst());
    if (by.isEmpty()
        || somebody
        || !(actors.canAct(by.getLast()) || actors.isPerson(by.getLast()))) {
      return null;
    }
    var to = owner(view, start, read.parties().getFirst().head());
    return DemandDraft.of(view, verb, by, to, List.of(new Action(start, end, false)), order);
  }

  /** "asked for her release", not "asked for comment". */
  boolean isActNoun(View view, int at) {
    int base = parties.base(view, at);
    return base > at && (view.in(base - 1, actNouns) || actNouns.contains(view.lemma(base - 1)));
  }
}
