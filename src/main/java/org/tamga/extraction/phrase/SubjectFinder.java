package org.tamga.extraction.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tamga.extraction.lexicon.Lexicon;

/** Finds who does what a verb says, by the order of the words. */
public final class SubjectFinder {
  /** How far left of a verb another verb is looked for, in words. */
  private static final int REACH = 24;

  private final PartyReader parties;
  private final Set<String> relatives;
  private final Set<String> beside;
  private final Set<String> times;

  /** A finder with the small words of {@code lexicon}. */
  public SubjectFinder(Lexicon lexicon, PartyReader parties) {
    this.parties = parties;
    this.relatives = lexicon.words("relative");
    this.beside = lexicon.words("beside");
    this.times = lexicon.words("time noun");
  }

  PartyReader parties() {
    return parties;
  }

  /** The subject of the verb at {@code verb}; empty where the order of words does not tell. */
  public List<Party> subject(View view, int verb) {
    var found = subject(view, verb, 3);
    if (found.isEmpty() || !isBeside(view, found.getFirst().from())) {
      return found;
    }
    // "the coalition along with the council urged": both do.
    int with = found.getFirst().from() - 1;
    int end = beside.contains(view.word(with)) ? with : with - 1;
    var all = new ArrayList<>(parties.backward(view, end));
    all.addAll(found);
    return all;
  }

  private boolean isBeside(View view, int at) {
    return beside.contains(view.word(at - 1))
        || beside.contains(view.word(at - 2) + " " + view.word(at - 1));
  }

  private List<Party> subject(View view, int verb, int depth) {
    int at = groupStart(view, verb);
    if (depth == 0) {
      return List.of();
    }
    if (view.word(at - 1).equals("to")) {
      int governor = verbBefore(view, at - 1);
      return governor < 0 ? List.of() : subject(view, governor, depth - 1);
    }
    int first = at;
    while (first < verb && view.is(first, "ADV", "PART")) {
      first++;
    }
    boolean finite = view.is(first, "AUX") || !view.word(first).endsWith("ing");
    if (!finite) {
      return ofParticiple(view, at, depth);
    }
    if (view.is(at - 1, "CCONJ") || (view.word(at - 1).equals(",") && isList(view, at))) {
      int other = verbBefore(view, at - 1);
      int aside = view.word(at - 2).equals(",") ? asideBefore(view, at - 2) : -1;
      other = aside > 0 ? verbBefore(view, aside) : other;
      var found = other < 0 ? List.<Party>of() : subject(view, other, depth - 1);
      if (found.isEmpty() && other > 0 && view.is(other - 1, "VERB")) {
        // "expressed regret and renewed": the tagger takes the noun for a verb.
        found = subject(view, other - 1, depth - 1);
      }
      return found;
    }
    if (view.in(at - 1, relatives)) {
      int end = view.word(at - 2).equals(",") ? at - 2 : at - 1;
      return parties.backward(view, end);
    }
    return before(view, at);
  }

  /** "the act, which lets …, and urged": the comma that opens the aside, or -1. */
  private int asideBefore(View view, int comma) {
    for (int i = comma - 1; i > Math.max(0, comma - REACH); i--) {
      if (view.word(i).equals(";") || view.word(i).equals(":")) {
        return -1;
      }
      if (view.word(i).equals(",") && view.in(i + 1, relatives)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isList(View view, int at) {
    return view.is(at - 2, "NOUN", "PROPN") && view.is(at, "VERB") && view.is(at + 1, "CCONJ");
  }

  /** The first word of the verb group: auxiliaries, adverbs and "not" before the verb. */
  private static int groupStart(View view, int verb) {
    int at = verb;
    while (at > 0 && isGroup(view, at - 1, at)) {
      at--;
    }
    return at;
  }

  private static boolean isGroup(View view, int at, int next) {
    if (view.is(at, "AUX", "ADV")) {
      if (view.isCapitalised(at) && view.isCapitalised(at - 1)) {
        // "Harbour Rights Now urges": the end of a name.
        return false;
      }
      return !view.word(at).equals("when") && !view.word(at).equals("where");
    }
    if (view.is(at, "PART")) {
      return !view.word(at).equals("to") && !view.word(at).startsWith("'");
    }
    // "has urged" where the tagger sees a full verb in "has".
    return view.is(at, "VERB")
        && (view.lemma(at).equals("have") || view.lemma(at).equals("be"))
        && view.is(next, "VERB", "AUX", "ADV", "PART");
  }

  private static int verbBefore(View view, int at) {
    for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
      if (view.is(i, "VERB") && !(view.isCapitalised(i) && i > 0)) {
        return i;
      }
      if (view.word(i).equals(";") || view.word(i).equals(":")) {
        return -1;
      }
    }
    return -1;
  }

  /** "Encouraging A to …, B said": B; "B sent a letter demanding …": B. */
  private List<Party> ofParticiple(View view, int at, int depth) {
    if (at <= 1) {
      for (int i = at; i < view.size(); i++) {
        if (view.word(i).equals(",")) {
          var read = parties.forward(view, i + 1);
          int verb = read.end();
          while (view.is(verb, "ADV")) {
            verb++;
          }
          boolean finite = view.is(verb, "AUX", "VERB") && !view.word(verb).endsWith("ing");
          if (!read.parties().isEmpty() && finite) {
            return read.parties();
          }
        }
      }
      return List.of();
    }
    int clause = at;
    while (clause > 0 && !(view.is(clause, "SCONJ") && view.word(clause).equals("that"))) {
      clause--;
    }
    for (int i = clause; i < at; i++) {
      boolean finite = view.is(i, "AUX", "VERB") && !view.word(i).endsWith("ing");
      if (finite && !view.word(i - 1).equals("to")) {
        return subject(view, i, depth - 1);
      }
    }
    return List.of();
  }

  /** "The envoy, Dana Orlan, today called": the time stands outside the commas. */
  private int beforeTime(View view, int at) {
    int end = at;
    while (end > 1 && view.in(end - 1, times)) {
      end--;
      while (end > 1 && view.is(end - 1, "ADP", "DET") && !view.word(end - 1).equals("of")) {
        end--;
      }
    }
    return view.is(end - 1, "PUNCT") ? end : at;
  }

  private List<Party> before(View view, int at) {
    int end = beforeTime(view, at);
    if (view.word(end - 1).equals(")")) {
      int open = end - 2;
      while (open > 0 && !view.word(open).equals("(")) {
        open--;
      }
      return parties.backward(view, open);
    }
    var mark = view.word(end - 1);
    if (!mark.equals(",") && !mark.equals("–") && !mark.equals("—") && !mark.equals("-")) {
      return parties.backward(view, end);
    }
    // "A, the president of B, urged": the words between the commas stand for A.
    int comma = end - 2;
    while (comma > 0 && !view.word(comma).equals(mark)) {
      comma--;
    }
    if (comma <= 0) {
      return List.of();
    }
    var named = parties.backward(view, comma);
    var beside = parties.backward(view, end - 1);
    boolean dashed = !mark.equals(",");
    boolean office = !named.isEmpty() && (dashed || !isPerson(named.getLast()));
    boolean person =
        beside.size() == 1
            && isPerson(beside.getFirst())
            && (dashed || beside.getFirst().from() == comma + 1);
    return office && person ? beside : named;
  }

  /** Whether the phrase is a bare name, such as a person has. */
  private static boolean isPerson(Party party) {
    for (int i = party.from(); i < party.to(); i++) {
      if (!party.view().isCapitalised(i) || party.view().is(i, "DET")) {
        return false;
      }
    }
    return party.to() - party.from() <= 4;
  }
}
