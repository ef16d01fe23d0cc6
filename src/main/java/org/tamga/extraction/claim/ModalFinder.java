package org.tamga.extraction.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.claim.ActionReader.Action;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;

/**
 * Finds demands made by the words themselves: "the council should …", "he must …", "Release them".
 *
 * <p>"Should" and "must" also guess, ask and set conditions; so somebody who can act has to be in
 * front of them, and an act behind them.
 */
final class ModalFinder {
  private final SubjectFinder subjects;
  private final ActionReader actions;
  private final Set<String> modals;
  private final Set<String> unless;
  private final Set<String> noAct;
  private final Set<String> acts;
  private final Actors actors;
  private final Set<String> brackets;
  private final Set<String> quotes;
  private final Set<String> please;
  private final Set<String> includes;
  private final Set<String> steps;

  ModalFinder(Lexicon clauses, Lexicon demands, SubjectFinder subjects, ActionReader actions) {
    this.subjects = subjects;
    this.actions = actions;
    modals = demands.words("modal");
    unless = demands.words("unless before");
    noAct = demands.words("no act");
    acts = demands.words("act");
    actors = new Actors(demands);
    includes = demands.words("includes");
    steps = demands.words("step");
    brackets = clauses.words("bracket");
    quotes = clauses.words("quote");
    please = demands.words("please");
  }

  /** The demands that "should" and its like make in a sentence. */
  List<DemandDraft> find(View view) {
    var found = new ArrayList<DemandDraft>();
    int behind = 0;
    for (int i = 0; i < view.size(); i++) {
      if (i >= behind && view.in(i, modals)) {
        var draft = modal(view, i);
        if (draft != null) {
          found.add(draft);
          behind = draft.actions().getLast().to();
        }
      }
    }
    return found;
  }

  private @Nullable DemandDraft modal(View view, int at) {
    var subject = subjects.subject(view, at);
    if (subject.isEmpty() || isConditional(view, at, subject)) {
      return null;
    }
    int next = at + 1;
    while (view.in(next, brackets)
        || (view.is(next, "ADV", "PUNCT") && !view.word(next).equals("."))) {
      next++;
    }
    if (view.word(next).equals("have") || view.word(next).equals("of")) {
      return null;
    }
    if (view.word(next).equals("be")
        || (view.word(next).equals("to") && view.word(next + 1).equals("be"))) {
      return passive(view, at, next, subject);
    }
    var party = subject.getLast();
    var who = view.word(party.head());
    if (view.word(at).equals("shall") && (who.equals("i") || who.equals("we"))) {
      // "I shall ask": what one will do oneself.
      return null;
    }
    var read = actions.read(view, at + 1);
    if (read.isEmpty() || noAct.contains(verbOf(view, read.getFirst())) || !actors.canAct(party)) {
      return null;
    }
    return new DemandDraft(view, at, at + 1, List.of(), subject, read, false, true);
  }

  private static String verbOf(View view, Action action) {
    int at = action.from();
    while (at < action.to() - 1 && view.is(at, "ADV", "PART")) {
      at++;
    }
    return view.word(at);
  }

  /** Whether a question, a condition or a relative clause stands in front. */
  private boolean isConditional(View view, int at, List<Party> subject) {
    int from = subject.getFirst().from();
    boolean asks = view.words().subList(at, view.size()).contains("?");
    return asks
        || view.in(from, unless)
        || view.in(from - 1, unless)
        || view.in(at - 1, unless)
        || view.in(subject.getLast().head(), unless);
  }

  /** "All prisoners must be released": an act, but those released are not called on. */
  private @Nullable DemandDraft passive(View view, int at, int be, List<Party> subject) {
    int verb = view.word(be).equals("to") ? be + 2 : be + 1;
    while (view.is(verb, "ADV")) {
      verb++;
    }
    if (!view.is(verb, "VERB", "ADJ") || !acts.contains(view.lemma(verb))) {
      return null;
    }
    var read = actions.read(view, be);
    if (read.isEmpty()) {
      return null;
    }
    int to = read.getFirst().to();
    var whole = new Action(subject.getFirst().from(), to, false);
    return new DemandDraft(view, at, at + 1, List.of(), List.of(), List.of(whole), false, true);
  }

  /**
   * Bare orders at the start of a sentence, or of a quotation inside it: "Release them now",
   * "Please write", "Do not believe him".
   *
   * @param spoken whether somebody is known to say these words
   */
  List<DemandDraft> imperatives(View view, boolean spoken) {
    var found = new ArrayList<DemandDraft>();
    int at = 0;
    while (view.in(at, quotes) || (view.is(at, "INTJ") && !view.in(at, please))) {
      at++;
    }
    var first = imperative(view, at, spoken);
    while (first != null) {
      found.add(first);
      int next = first.actions().getLast().to();
      while (view.is(next, "CCONJ") || view.word(next).equals(",")) {
        next++;
      }
      boolean further = next > first.actions().getLast().to() && isMarked(view, next);
      first = further ? imperative(view, next, spoken) : null;
    }
    return found;
  }

  private boolean isMarked(View view, int at) {
    return view.in(at, please) || isForbidding(view, at) > 0;
  }

  /** How many words "do not", "don't", "never" take, or 0. */
  private int isForbidding(View view, int at) {
    boolean verb = view.word(at).equals("do");
    if (verb && (view.word(at + 1).equals("not") || view.word(at + 1).equals("n't"))) {
      return 2;
    }
    return view.word(at).equals("don't") || view.word(at).equals("dont") ? 1 : 0;
  }

  private @Nullable DemandDraft imperative(View view, int at, boolean spoken) {
    int verb = at;
    boolean polite = false;
    while (view.in(verb, please)
        || (view.is(verb, "ADV") && verb - at < 3 && !isStop(view, verb))) {
      polite |= view.in(verb, please);
      verb++;
    }
    int not = isForbidding(view, verb);
    int start = verb;
    verb += not;
    boolean marked = polite || not > 0;
    boolean act = acts.contains(view.word(verb));
    boolean base = act && (view.is(verb, "VERB") || isObject(view, verb + 1));
    boolean plain =
        marked && view.is(verb, "VERB", "NOUN") && view.lemma(verb).equals(view.word(verb));
    boolean object =
        isObject(view, verb + 1) || (marked && view.is(verb + 1, "ADP", "ADV", "NOUN", "ADJ"));
    if (!(marked ? plain || base : spoken && base) || !object) {
      return null;
    }
    var read = actions.read(view, verb, plain);
    if (read.isEmpty()) {
      return null;
    }
    var all = new ArrayList<>(read);
    if (not > 0) {
      var whole = all.removeFirst();
      all.addFirst(new Action(start, whole.to(), true));
    }
    int from = all.getFirst().from();
    return new DemandDraft(view, from, from + 1, List.of(), List.of(), all, false, true);
  }

  private static boolean isStop(View view, int at) {
    return view.word(at).equals("not") || view.word(at).equals("never");
  }

  private static boolean isObject(View view, int at) {
    return view.is(at, "DET")
        || (view.is(at, "PRON") && !view.is(at + 1, "VERB", "AUX"))
        || view.is(at, "PROPN");
  }

  /** "This includes taking steps to release …": goes on with the demand before it. */
  @Nullable DemandDraft continued(View view) {
    int at = 0;
    while (view.in(at, quotes)) {
      at++;
    }
    if (!view.is(at, "PRON", "DET") || !view.in(at + 1, includes)) {
      return null;
    }
    for (int i = at + 2; i < Math.min(view.size(), at + 8); i++) {
      if (view.in(i, steps) && view.word(i + 1).equals("to")) {
        var read = actions.read(view, i + 1);
        return read.isEmpty()
            ? null
            : new DemandDraft(view, at + 1, at + 2, List.of(), List.of(), read, false, true);
      }
    }
    return null;
  }
}
