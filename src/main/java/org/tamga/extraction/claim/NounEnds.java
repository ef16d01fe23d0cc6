package org.tamga.extraction.claim;

import java.util.Set;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.View;

/** Says where a noun that is demanded ends: "the release of the clerks". */
final class NounEnds {
  private static final int LONGEST = 70;

  private final ActionReader actions;
  private final ClauseEnds clauseEnds;
  private final PartyReader parties;
  private final Set<String> quotes;
  private final Set<String> ends;

  NounEnds(
      ActionReader actions,
      ClauseEnds clauseEnds,
      PartyReader parties,
      Set<String> quotes,
      Set<String> ends) {
    this.actions = actions;
    this.clauseEnds = clauseEnds;
    this.parties = parties;
    this.quotes = quotes;
    this.ends = ends;
  }

  /** The end of a noun that is demanded, with all that belongs to it. */
  int end(View view, int start, int from) {
    int last = from;
    boolean quoted = !actions.isBalanced(view, start, from);
    for (int i = from; i < Math.min(view.size(), from + LONGEST); i++) {
      var word = view.word(i);
      int described = described(view, i);
      if (described > i) {
        last = described + 1;
        i = described;
        continue;
      }
      if (view.in(i, quotes) && !ClauseEnds.isApostrophe(view, i)) {
        if (ClauseEnds.closes(view, i, quoted)) {
          break;
        }
        quoted = !quoted;
        continue;
      }
      boolean finite = view.is(i, "AUX") || (view.is(i, "VERB") && !isParticiple(view, i));
      if (ClauseEnds.isStop(word)
          || finite
          || word.equals("(")
          || (word.equals(",") && !isList(view, i))) {
        break;
      }
      if (clauseEnds.isRelative(view, i, i)
          || view.in(i, ends)
          || (word.equals("to") && view.is(i + 1, "VERB"))) {
        break;
      }
      if (view.is(i, "CCONJ") && actions.isTold(view, i + 1)) {
        break;
      }
      if (view.is(i, "CCONJ")
          && (actions.isClause(view, i + 1) || actions.opening(view, i + 1, true) != null)) {
        break;
      }
      last = i + 1;
    }
    return actions.trim(view, from - 1, last);
  }

  private boolean isList(View view, int comma) {
    int next = view.is(comma + 1, "CCONJ") ? comma + 2 : comma + 1;
    return parties.base(view, next) > next && !actions.isClause(view, next);
  }

  private static boolean isParticiple(View view, int at) {
    return view.word(at).endsWith("ed")
        || view.word(at).endsWith("ing")
        || view.word(at).endsWith("en");
  }

  /** "a prompt, open and fair inquiry": the noun behind the last adjective, or {@code at}. */
  private static int described(View view, int at) {
    boolean joined = view.word(at).equals(",") || view.is(at, "CCONJ");
    if (!joined) {
      return at;
    }
    int next = at;
    boolean described = false;
    while (view.is(next, "ADJ", "ADV", "CCONJ") || view.word(next).equals(",")) {
      described |= view.is(next, "ADJ");
      next++;
    }
    boolean noun = described && view.is(next, "NOUN") && view.is(next - 1, "ADJ");
    boolean clause = view.is(next + 1, "VERB", "AUX");
    boolean plain = !view.is(at - 1, "NOUN", "PROPN") || view.is(at - 2, "DET");
    return noun && !clause && plain ? next : at;
  }
}
