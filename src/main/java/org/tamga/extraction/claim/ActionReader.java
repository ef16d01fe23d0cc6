package org.tamga.extraction.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.View;

/**
 * Reads what is to be done: a verb with all that belongs to it, up to the end of its clause, and
 * the further verbs that "and" joins to it.
 */
final class ActionReader {
  private static final int LONGEST = 70;

  /** An action this short keeps its relative clause: "stop buying anything that …". */
  private static final int SHORT = 6;

  private final PartyReader parties;
  private final BaseForms forms;
  private final Set<String> quotes;
  private final Set<String> brackets;
  private final Set<String> ends;
  private final Set<String> takesInfinitive;
  private final Set<String> takesThat;
  private final Set<String> courtesies;
  private final Set<String> not;
  private final Set<String> modals;
  private final Set<String> told;
  private final ClauseEnds clauseEnds;
  private final NounEnds nouns;

  ActionReader(Lexicon clauses, Lexicon demands, PartyReader parties) {
    this.parties = parties;
    forms = new BaseForms(demands);
    courtesies = demands.words("courtesy");
    quotes = clauses.words("quote");
    brackets = clauses.words("bracket");
    ends = clauses.words("clause end");
    takesInfinitive = clauses.words("takes infinitive");
    takesThat = clauses.words("takes that");
    not = clauses.words("not");
    modals = demands.words("modal");
    told = new HashSet<>();
    demands.words("verb").forEach(forms -> told.addAll(List.of(forms.split("\\|", -1))));
    clauseEnds = new ClauseEnds(takesThat);
    nouns = new NounEnds(this, clauseEnds, parties, quotes, ends);
  }

  /**
   * One thing to be done.
   *
   * @param from first word, the verb or an adverb or "not" before it
   * @param to word behind the last
   * @param negative whether it is to be left undone
   */
  record Action(int from, int to, boolean negative) {}

  /** Where a verb phrase begins: its first word and its verb. */
  record Opening(int from, int verb, boolean negative) {}

  /** The actions that begin at word {@code at}, which may be "to" or the verb itself. */
  List<Action> read(View view, int at) {
    return read(view, opening(view, at, true));
  }

  /** The actions that begin with the verb at {@code at}, whatever the tagger makes of it. */
  List<Action> read(View view, int at, boolean verb) {
    return verb ? read(view, new Opening(at, at, false)) : read(view, at);
  }

  private List<Action> read(View view, @Nullable Opening first) {
    var actions = new ArrayList<Action>();
    var opening = first;
    while (opening != null && actions.size() < LONGEST) {
      int end = end(view, opening);
      actions.add(new Action(opening.from(), trim(view, opening.from(), end), opening.negative()));
      opening = conjunct(view, end, opening);
    }
    return actions;
  }

  /** The next verb phrase behind "and", ", and to" or ", to"; null where there is none. */
  private @Nullable Opening conjunct(View view, int at, Opening before) {
    int next = at;
    boolean comma = view.word(next).equals(",");
    if (comma) {
      next++;
    }
    boolean and = view.is(next, "CCONJ") && !view.word(next).equals("but");
    if (and) {
      next++;
    }
    if (next == at) {
      return far(view, at, before);
    }
    var opening =
        opening(
            view,
            next,
            and || view.word(next).equals("to") || hasToBehind(view, next) || isListed(view, next));
    return opening == null || opening.verb() <= before.verb() ? null : opening;
  }

  /** Behind an aside that is left out, ", and to …" goes on with what is demanded. */
  private @Nullable Opening far(View view, int at, Opening before) {
    boolean including = view.word(at).equals(",") && view.word(at + 1).equals("including");
    if (!view.word(at).equals("to")
        && !including
        && !clauseEnds.isRelative(view, at, before.verb())) {
      return null;
    }
    for (int i = at + 1; i < Math.min(view.size(), at + LONGEST); i++) {
      boolean and = view.word(i).equals("and") || view.word(i).equals("or");
      boolean to = view.word(i + 1).equals("to") || hasToBehind(view, i + 1);
      boolean comma = view.word(i - 1).equals(",") || !view.word(at).equals("to");
      if (and && to && comma) {
        return opening(view, i + 1, true);
      }
    }
    return null;
  }

  private static boolean hasToBehind(View view, int at) {
    return view.in(at, Set.of("not")) && view.word(at + 1).equals("to");
  }

  /** Whether a word may be demanded as an act, whatever the tagger makes of it. */
  boolean isAct(View view, int at) {
    return forms.isAct(view, at);
  }

  /** A verb in its base form that is no noun here. */
  boolean isBareVerb(View view, int at) {
    return forms.isBareVerb(view, at);
  }

  /** Whether a verb phrase begins at {@code at}. */
  @Nullable Opening opening(View view, int at, boolean bare) {
    int next = at;
    boolean negative = false;
    int from = -1;
    boolean to = false;
    boolean quoted = false;
    while (next < view.size() && next - at < 9) {
      if (view.in(next, not)) {
        negative = true;
        from = from < 0 ? next : from;
      } else if (view.word(next).equals("to") && !to) {
        to = true;
      } else if (view.in(next, quotes) || view.in(next, brackets)) {
        quoted = true;
        from = negative ? from : -1;
      } else if (view.is(next, "CCONJ") && quoted) {
        from = negative ? from : -1;
      } else if (view.is(next, "ADV", "INTJ") || view.in(next, courtesies)) {
        boolean empty = view.is(next, "INTJ") || view.in(next, courtesies);
        from = from < 0 && !empty ? next : from;
      } else {
        break;
      }
      next++;
    }
    boolean adverb = to && next > at + 1 && view.is(next - 1, "ADV");
    boolean plain =
        adverb && BaseForms.isLower(view, next) && !view.is(next, "DET", "PRON", "ADP", "PUNCT");
    boolean verb =
        to ? plain || forms.isVerbAfterTo(view, next) : bare && forms.isBareVerb(view, next);
    return verb ? new Opening(from < 0 ? next : from, next, negative) : null;
  }

  private int end(View view, Opening opening) {
    boolean quoted = false;
    boolean infinitive = false;
    int verb = opening.verb();
    boolean tells = takesThat.contains(view.lemma(verb)) || takesThat.contains(view.word(verb));
    int limit = Math.min(view.size(), verb + LONGEST);
    for (int i = opening.verb() + 1; i < limit; i++) {
      var word = view.word(i);
      if (view.in(i, quotes) && !ClauseEnds.isApostrophe(view, i)) {
        if (ClauseEnds.closes(view, i, quoted)) {
          return i;
        }
        quoted = !quoted;
        continue;
      }
      if (word.equals("(")) {
        i = ClauseEnds.behindBracket(view, i);
        continue;
      }
      if (ClauseEnds.isStop(word) || (word.equals(",") && endsAtComma(view, i))) {
        return i;
      }
      if (view.is(i, "CCONJ") && endsAtJoin(view, i, opening, infinitive)) {
        return i;
      }
      boolean aside =
          i - opening.verb() >= SHORT
              && (clauseEnds.isRelative(view, i, verb) || ClauseEnds.isAgent(view, i));
      if (aside || (view.in(i, ends) && ClauseEnds.isBareEnd(view, i, tells))) {
        return i;
      }
      if (word.equals("to") && forms.isVerbAfterTo(view, i + 1)) {
        boolean belongs = !infinitive && takesInfinitive(view, i, opening.verb(), verb);
        if (!belongs && !view.is(i - 1, "VERB")) {
          return i;
        }
        infinitive = true;
      }
      if (view.is(i, "VERB")) {
        if (clauseEnds.isOutside(view, opening.verb(), i)) {
          return i;
        }
        verb = i;
      }
    }
    return limit;
  }

  /** The end of a noun that is demanded, with all that belongs to it. */
  int nounEnd(View view, int start, int from) {
    return nouns.end(view, start, from);
  }

  /** "… and urged the mayor", "… and asked delegations": a verb told of, not one demanded. */
  boolean isTold(View view, int at) {
    boolean past = view.is(at, "VERB") && !view.lemma(at).equals(view.word(at));
    boolean demands = past && !view.word(at).endsWith("ing") && view.in(at, told);
    return demands || (past && view.is(at + 1, "DET", "PRON", "PROPN", "PART"));
  }

  private boolean endsAtComma(View view, int at) {
    int next = at + 1;
    if (view.in(next, ends) || (view.in(next, quotes) && ClauseEnds.closes(view, next, false))) {
      return true;
    }
    if (view.is(next, "CCONJ")) {
      return isOtherDemand(view, next + 1)
          || view.is(next + 1, "SCONJ")
          || opening(view, next + 1, true) != null
          || isClause(view, next + 1);
    }
    if (view.is(next, "VERB")
        && view.word(next).endsWith("ing")
        && !view.word(next).equals("including")) {
      return true;
    }
    boolean to = view.word(next).equals("to") || hasToBehind(view, next) || isListed(view, next);
    return (to && opening(view, next, true) != null) || isClause(view, next);
  }

  /** "release them, drop the charges and …": a verb behind a comma, and "and" with another. */
  private boolean isListed(View view, int at) {
    if (!view.is(at, "VERB") || !forms.isBareVerb(view, at)) {
      return false;
    }
    for (int i = at + 1; i < Math.min(view.size(), at + LONGEST); i++) {
      if (view.is(i, "CCONJ") && opening(view, i + 1, true) != null) {
        return true;
      }
    }
    return false;
  }

  /** "… and upon the mayor to …", "… and that the gate be …": the same is demanded of another. */
  private boolean isOtherDemand(View view, int at) {
    if (view.word(at).equals("that")) {
      boolean joins = view.is(at, "SCONJ") || view.is(at + 1, "DET", "PRON", "PROPN");
      return joins && isClause(view, at + 1);
    }
    boolean forbids = view.word(at).equals("do") && view.in(at + 1, not);
    if (forbids || view.word(at).equals("please")) {
      return true;
    }
    boolean on = view.word(at).equals("on") || view.word(at).equals("upon");
    if (!on && !view.word(at).equals("to")) {
      return false;
    }
    var read = parties.forward(view, at + 1);
    int to = read.end();
    for (int i = at; i < to; i++) {
      if (view.in(i, told)) {
        return false;
      }
    }
    to = view.word(to).equals("not") ? to + 1 : to;
    return !read.parties().isEmpty()
        && view.word(to).equals("to")
        && forms.isVerbAfterTo(view, to + 1);
  }

  private boolean endsAtJoin(View view, int at, Opening opening, boolean infinitive) {
    if (view.word(at).equals("but") || modals.contains(view.word(at + 1))) {
      return true;
    }
    if (view.is(at - 1, "ADV") && view.is(at + 1, "ADV")) {
      return false;
    }
    if (isOtherDemand(view, at + 1)) {
      return true;
    }
    if (isTold(view, at + 1)) {
      return true;
    }
    var next = opening(view, at + 1, true);
    if (next == null) {
      return isClause(view, at + 1);
    }
    // "discuss and consider options" is one thing with two verbs.
    boolean shared = at - 1 == opening.verb() || view.is(at - 1, "VERB");
    boolean to = view.word(at + 1).equals("to") || hasToBehind(view, at + 1);
    boolean inner = infinitive && !view.word(at - 1).equals(",");
    return !shared && !inner && (to || !view.word(at).equals("or"));
  }

  /** A new clause: somebody, then a finite verb. */
  boolean isClause(View view, int at) {
    var read = parties.forward(view, at);
    if (read.parties().isEmpty()) {
      return false;
    }
    int verb = read.end();
    while (view.is(verb, "ADV")) {
      verb++;
    }
    boolean participle = view.word(verb).endsWith("ing");
    boolean past = view.is(verb, "VERB") && view.word(verb).endsWith("ed");
    past = past && !view.is(verb + 1, "DET", "PRON", "PROPN");
    boolean pronoun = view.is(at, "PRON") && read.end() == at + 1;
    return view.is(verb, "AUX")
        || (view.is(verb, "VERB") && !participle && (pronoun || !past || verb + 2 >= view.size()));
  }

  private boolean takesInfinitive(View view, int at, int first, int verb) {
    return takesInfinitive.contains(view.lemma(at - 1))
        || takesInfinitive.contains(view.lemma(first))
        || takesInfinitive.contains(view.lemma(verb))
        || takesInfinitive.contains(view.word(at - 1))
        || (view.word(at - 1).endsWith("s")
            && takesInfinitive.contains(
                view.word(at - 1).substring(0, view.word(at - 1).length() - 1)));
  }

  /** Leaves out marks and joining words at the end. */
  int trim(View view, int from, int to) {
    int end = to;
    while (end > from + 1
        && (view.word(end - 1).equals(",")
            || view.word(end - 1).equals(".")
            || view.is(end - 1, "CCONJ")
            || (view.in(end - 1, quotes) && !isBalanced(view, from, end)))) {
      end--;
    }
    return end;
  }

  boolean isBalanced(View view, int from, int to) {
    int marks = 0;
    for (int i = from; i < to; i++) {
      marks += view.in(i, quotes) && !ClauseEnds.isApostrophe(view, i) ? 1 : 0;
    }
    return marks % 2 == 0;
  }
}
