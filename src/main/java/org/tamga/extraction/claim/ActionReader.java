package org.tamga.extraction.claim;

import java.util.ArrayList;
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

  private static final Set<String> STOPS = Set.of(";", ":", "—", "–", "…", "...", "?", "!", "]");

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
  private record Opening(int from, int verb, boolean negative) {}

  /** The actions that begin at word {@code at}, which may be "to" or the verb itself. */
  List<Action> read(View view, int at) {
    var actions = new ArrayList<Action>();
    var opening = opening(view, at, true);
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
    if (!view.word(at).equals("to") && !isRelative(view, at, before.verb())) {
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

  /** A verb in its base form that is no noun here. */
  boolean isBareVerb(View view, int at) {
    return forms.isBareVerb(view, at);
  }

  /** Whether a verb phrase begins at {@code at}. */
  private @Nullable Opening opening(View view, int at, boolean bare) {
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
    int limit = Math.min(view.size(), opening.verb() + LONGEST);
    for (int i = opening.verb() + 1; i < limit; i++) {
      var word = view.word(i);
      if (view.in(i, quotes) && !isApostrophe(view, i)) {
        if (closes(view, i, quoted)) {
          return i;
        }
        quoted = !quoted;
        continue;
      }
      if (word.equals("(")) {
        i = behindBracket(view, i);
        continue;
      }
      if (isStop(word) || (word.equals(",") && endsAtComma(view, i))) {
        return i;
      }
      if (view.is(i, "CCONJ") && endsAtJoin(view, i, opening, infinitive)) {
        return i;
      }
      boolean aside =
          i - opening.verb() >= SHORT && (isRelative(view, i, verb) || isAgent(view, i));
      if (aside || (view.in(i, ends) && isBareEnd(view, i))) {
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
        verb = i;
      }
    }
    return limit;
  }

  /** The end of a noun that is demanded, with all that belongs to it. */
  int nounEnd(View view, int start, int from) {
    int last = from;
    boolean quoted = !isBalanced(view, start, from);
    for (int i = from; i < Math.min(view.size(), from + LONGEST); i++) {
      var word = view.word(i);
      if (view.in(i, quotes) && !isApostrophe(view, i)) {
        if (closes(view, i, quoted)) {
          break;
        }
        quoted = !quoted;
        continue;
      }
      boolean finite = view.is(i, "AUX") || (view.is(i, "VERB") && !isParticiple(view, i));
      if (isStop(word) || finite || word.equals("(") || (word.equals(",") && !isList(view, i))) {
        break;
      }
      if (isRelative(view, i, i)
          || view.in(i, ends)
          || (word.equals("to") && view.is(i + 1, "VERB"))) {
        break;
      }
      if (view.is(i, "CCONJ") && isPastBehind(view, i + 1)) {
        break;
      }
      if (view.is(i, "CCONJ") && (isClause(view, i + 1) || opening(view, i + 1, true) != null)) {
        break;
      }
      last = i + 1;
    }
    return trim(view, from - 1, last);
  }

  private boolean isList(View view, int comma) {
    int next = view.is(comma + 1, "CCONJ") ? comma + 2 : comma + 1;
    return parties.base(view, next) > next && !isClause(view, next);
  }

  private static boolean isParticiple(View view, int at) {
    return view.word(at).endsWith("ed")
        || view.word(at).endsWith("ing")
        || view.word(at).endsWith("en");
  }

  private static boolean isStop(String word) {
    return STOPS.contains(word);
  }

  private static boolean isApostrophe(View view, int at) {
    return view.word(at).equals("'") && view.word(at - 1).endsWith("s");
  }

  private static boolean closes(View view, int at, boolean quoted) {
    var mark = view.token(at).text();
    if (mark.equals("”") || mark.equals("»")) {
      return !quoted;
    }
    boolean spaced = at > 0 && view.token(at - 1).end() < view.token(at).start();
    return !quoted && !spaced;
  }

  private static int behindBracket(View view, int at) {
    int end = at;
    while (end < view.size() && !view.word(end).equals(")")) {
      end++;
    }
    return end;
  }

  private boolean endsAtComma(View view, int at) {
    int next = at + 1;
    if (view.in(next, ends) || (view.in(next, quotes) && closes(view, next, false))) {
      return true;
    }
    if (view.is(next, "CCONJ")) {
      return opening(view, next + 1, true) != null || isClause(view, next + 1);
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

  /** "… and urged the mayor": a verb told of, not one demanded. */
  private static boolean isPastBehind(View view, int at) {
    boolean past = view.is(at, "VERB") && !view.lemma(at).equals(view.word(at));
    return past && view.is(at + 1, "DET", "PRON", "PROPN", "PART");
  }

  private boolean endsAtJoin(View view, int at, Opening opening, boolean infinitive) {
    if (view.word(at).equals("but") || modals.contains(view.word(at + 1))) {
      return true;
    }
    if (view.is(at - 1, "ADV") && view.is(at + 1, "ADV")) {
      return false;
    }
    if (isPastBehind(view, at + 1)) {
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
  private boolean isClause(View view, int at) {
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

  private boolean isRelative(View view, int at, int verb) {
    var word = view.word(at);
    if (word.equals("that")) {
      boolean joins = view.is(at, "SCONJ") || view.is(at + 1, "VERB", "AUX", "PRON");
      boolean demanded =
          takesThat.contains(view.lemma(at - 1))
              || takesThat.contains(view.lemma(verb))
              || view.is(at - 1, "VERB");
      return joins && !demanded && !view.is(at - 1, "ADP");
    }
    boolean relative = word.equals("who") || word.equals("which") || word.equals("whose");
    return relative && !view.is(at - 1, "ADP", "VERB");
  }

  /** "the report by the office": whose it is adds nothing to what is demanded. */
  private static boolean isAgent(View view, int at) {
    return view.word(at).equals("by")
        && view.is(at - 1, "NOUN", "PROPN")
        && view.is(at + 1, "DET", "PROPN");
  }

  /** Words that end a clause without a comma before them. */
  private static boolean isBareEnd(View view, int at) {
    return switch (view.word(at)) {
      case "while", "because", "although", "though", "whereas", "unless", "amid", "saying" -> true;
      case "where", "when", "if" -> view.is(at - 1, "NOUN", "PROPN");
      case "including" -> !view.is(at + 1, "DET", "PROPN", "ADJ", "NOUN", "NUM", "PRON");
      default -> false;
    };
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
  private int trim(View view, int from, int to) {
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

  private boolean isBalanced(View view, int from, int to) {
    int marks = 0;
    for (int i = from; i < to; i++) {
      marks += view.in(i, quotes) && !isApostrophe(view, i) ? 1 : 0;
    }
    return marks % 2 == 0;
  }
}
