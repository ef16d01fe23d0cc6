package org.tamga.extraction.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;

/** Finds verbs that demand something in a sentence: who, on whom, to do what. */
final class DemandFinder {
  /** How far behind the one called on the infinitive may stand, in words. */
  private static final int REACH = 45;

  private final PartyReader parties;
  private final SubjectFinder subjects;
  private final ActionReader actions;
  private final Map<String, Frames> verbs = new HashMap<>();
  private final Actors actors;
  private final Set<String> quotes;
  private final Set<String> acts;
  private final Set<String> modals;
  private final Set<String> beside;
  private final DemandedThings things;
  private final CallFinder calls;
  private final Set<String> unable;

  /** What may stand behind a verb that demands, and whether it gives an order. */
  private record Frames(Set<String> kinds, boolean order) {}

  DemandFinder(
      Lexicon clauses,
      Lexicon demands,
      PartyReader parties,
      SubjectFinder subjects,
      ActionReader actions) {
    this.parties = parties;
    this.subjects = subjects;
    this.actions = actions;
    this.actors = new Actors(demands);
    this.quotes = clauses.words("quote");
    this.acts = demands.words("act");
    this.modals = demands.words("modal");
    this.beside = clauses.words("beside");
    this.unable = demands.words("unable");
    this.things = new DemandedThings(clauses, demands, parties, actions, actors);
    this.calls = new CallFinder(demands, parties, subjects, things);
    demands
        .section("verb")
        .forEach(
            (forms, meaning) -> {
              var parts = meaning.split(" ", 2);
              var frames = new Frames(Set.of(parts[0].split(",", -1)), parts[1].equals("order"));
              for (var form : forms.split("\\|", -1)) {
                verbs.put(form, frames);
              }
            });
  }

  /** The demands of a sentence that a verb tells of. */
  List<DemandDraft> find(View view) {
    var found = new ArrayList<DemandDraft>();
    int behind = 0;
    for (int i = 0; i < view.size(); i++) {
      var frames = verbs.get(view.word(i));
      if (i < behind) {
        continue;
      }
      var call = calls.find(view, i);
      if (call != null) {
        found.add(call);
        behind = call.actions().getLast().to();
        continue;
      }
      if (frames == null || isNoun(view, i) || isNegated(view, i)) {
        continue;
      }
      var draft = draft(view, i, frames);
      while (draft != null) {
        found.add(draft);
        // What is demanded may itself be to demand something: "to call for the closure".
        behind = draft.actions().getLast().to();
        draft = further(view, draft, behind, frames);
      }
    }
    return found;
  }

  /** "… and upon B to …", "… and that the gate be opened": a further demand of the same verb. */
  private @Nullable DemandDraft further(View view, DemandDraft first, int end, Frames frames) {
    int at = view.word(end).equals(",") ? end + 1 : end;
    if (!view.is(at, "CCONJ")) {
      return null;
    }
    var word = view.word(at + 1);
    if (word.equals("that") && frames.kinds().contains("that")) {
      return things.that(view, first.cueFrom(), at + 2, first.by(), frames.order());
    }
    boolean on = word.equals("on") || word.equals("upon");
    if (!(on && frames.kinds().contains("on"))
        && !(word.equals("to") && frames.kinds().contains("to"))) {
      return null;
    }
    var read = parties.forward(view, at + 2);
    return read.parties().isEmpty() || !isInfinitive(view, read.end())
        ? null
        : DemandDraft.of(
            view,
            first.cueFrom(),
            first.by(),
            read.parties(),
            actions.read(view, read.end()),
            frames.order());
  }

  /** "the call on", "their demand": a noun, whatever the tagger says of it. */
  private boolean isNoun(View view, int at) {
    if (view.is(at, "NOUN") && actors.isSpeaking(view.word(at - 1))) {
      return false;
    }
    if (view.is(at, "VERB")) {
      return view.is(at - 1, "DET") && !view.word(at).endsWith("ing");
    }
    if (view.is(at, "ADJ", "ADV", "PROPN") && view.is(at - 1, "DET", "ADP", "ADJ")) {
      return true;
    }
    boolean joined = view.is(at - 1, "CCONJ") && view.is(at + 1, "DET", "PROPN", "PRON", "NOUN");
    boolean third = view.word(at).endsWith("s") && !view.is(at + 1, "NOUN");
    if (joined && (third || view.word(at).endsWith("ed"))) {
      // "decides … and requests the office to …"
      return false;
    }
    boolean owned = view.word(at - 1).endsWith("'s") || view.word(at - 1).endsWith("s'");
    return owned
        || (!view.is(at, "VERB") && view.is(at - 1, "DET", "ADJ", "NUM", "ADP", "CCONJ"))
        || (view.is(at - 1, "PRON") && isPossessive(view.word(at - 1)))
        || (view.word(at).equals("order") && view.word(at - 1).equals("in"))
        || (at == 0 && !view.word(at).endsWith("ing"));
  }

  private static boolean isPossessive(String word) {
    return switch (word) {
      case "his", "her", "their", "its", "my", "our", "your" -> true;
      default -> false;
    };
  }

  /** "did not ask", "refused to call on". */
  private boolean isNegated(View view, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
      var word = view.word(i);
      if (modals.contains(word) || unable.contains(word)) {
        // "the body should recommend": what is demanded, not who demands.
        return true;
      }
      if (word.equals("not")
          || word.equals("n't")
          || word.equals("never")
          || word.equals("without")) {
        return true;
      }
      if (i > 0 && isHeldBack(view.word(i - 1), view.lemma(i - 1), word)) {
        return true;
      }
      if (!view.is(i, "AUX", "ADV", "PART")) {
        boolean refusal =
            view.lemma(i).equals("refuse")
                || view.lemma(i).equals("decline")
                || view.lemma(i).equals("fail");
        return refusal && i < at - 1;
      }
    }
    return false;
  }

  /** "stopped short of calling", "refrained from asking": the call was not made. */
  private static boolean isHeldBack(String before, String lemma, String word) {
    return switch (word) {
      case "of" -> before.equals("short") || before.equals("instead");
      case "from" -> lemma.equals("refrain") || lemma.equals("shrink") || lemma.equals("abstain");
      default -> false;
    };
  }

  private @Nullable DemandDraft draft(View view, int verb, Frames frames) {
    int next = verb + 1;
    boolean passive = isPassive(view, verb);
    if (passive) {
      return passive(view, verb, frames);
    }
    var word = view.word(next);
    if ((frames.kinds().contains("on") && (word.equals("on") || word.equals("upon")))
        || (frames.kinds().contains("to") && word.equals("to"))
        || (frames.kinds().contains("with") && word.equals("with"))) {
      return objectToDo(view, verb, next + 1, frames);
    }
    if (frames.kinds().contains("actfor") && word.equals("for")) {
      return things.isActNoun(view, next + 1) ? nominal(view, verb, next + 1, frames) : null;
    }
    if (frames.kinds().contains("for") && word.equals("for")) {
      var draft = objectToDo(view, verb, next + 1, frames);
      return draft != null && isActor(draft.to()) ? draft : nominal(view, verb, next + 1, frames);
    }
    if (frames.kinds().contains("that") && (word.equals("that") || isBareClause(view, next))) {
      int from = word.equals("that") ? next + 1 : next;
      return things.that(view, verb, from, subjects.subject(view, verb), frames.order());
    }
    if (frames.kinds().contains("object") || frames.kinds().contains("near")) {
      var draft = objectToDo(view, verb, next, frames);
      if (draft != null) {
        return draft;
      }
    }
    if (frames.kinds().contains("gerund") && view.word(next).endsWith("ing")) {
      var read = actions.read(view, next, view.is(next, "VERB"));
      return DemandDraft.of(
          view, verb, subjects.subject(view, verb), List.of(), read, frames.order());
    }
    return frames.kinds().contains("noun") ? nominal(view, verb, next, frames) : null;
  }

  private static boolean isPassive(View view, int verb) {
    int at = verb - 1;
    while (view.is(at, "ADV", "PART")) {
      at--;
    }
    boolean be =
        view.lemma(at).equals("be")
            || view.word(at).equals("been")
            || view.word(at).equals("being");
    return be && !view.word(verb).endsWith("ing");
  }

  /** "A was urged by B to …". */
  private @Nullable DemandDraft passive(View view, int verb, Frames frames) {
    boolean takes = frames.kinds().contains("object") || frames.kinds().contains("near");
    if (!takes && !frames.kinds().contains("on")) {
      return null;
    }
    int at = verb + 1;
    if (view.word(at).equals("on") || view.word(at).equals("upon")) {
      at++;
    }
    List<Party> by = List.of();
    if (view.word(at).equals("by")) {
      var read = parties.forward(view, at + 1);
      by = read.parties();
      at = read.end();
    }
    if (!isInfinitive(view, at)) {
      return null;
    }
    var to = subjects.subject(view, verb);
    return DemandDraft.of(view, verb, by, to, actions.read(view, at), frames.order());
  }

  private boolean isInfinitive(View view, int at) {
    boolean not = view.word(at).equals("not") && view.word(at + 1).equals("to");
    return (view.word(at).equals("to") || not) && !actions.read(view, at).isEmpty();
  }

  private @Nullable DemandDraft objectToDo(View view, int verb, int from, Frames frames) {
    int start = from;
    while (view.in(start, quotes)) {
      start++;
    }
    var read = parties.forward(view, start);
    if (read.parties().isEmpty()) {
      return null;
    }
    boolean near = frames.kinds().contains("near");
    int at = near ? behindAside(view, read.end()) : infinitiveBehind(view, read.end());
    if (at < 0 || (near && !isInfinitive(view, at))) {
      return null;
    }
    var by = new ArrayList<>(subjects.subject(view, verb));
    if (near && !by.isEmpty() && !actors.canAct(by.getLast()) && !isSomebody(by.getLast())) {
      return null;
    }
    by.addAll(together(view, read.end()));
    return DemandDraft.of(view, verb, by, read.parties(), actions.read(view, at), frames.order());
  }

  private boolean isSomebody(Party party) {
    return actors.isPerson(party) || party.view().word(party.head()).equals("it");
  }

  /** "I ask you, in turn, to …": behind a short aside between commas. */
  private static int behindAside(View view, int at) {
    if (!view.word(at).equals(",")) {
      return at;
    }
    for (int i = at + 1; i < Math.min(view.size(), at + 6); i++) {
      if (view.word(i).equals(",")) {
        return i + 1;
      }
      if (view.is(i, "AUX", "CCONJ")) {
        return at;
      }
    }
    return at;
  }

  /** "along with B and C": they make the demand too. */
  private List<Party> together(View view, int at) {
    int next = view.word(at).equals(",") ? at + 1 : at;
    if (beside.contains(view.word(next) + " " + view.word(next + 1))) {
      return parties.forward(view, next + 2).parties();
    }
    return beside.contains(view.word(next)) ? parties.forward(view, next + 1).parties() : List.of();
  }

  /** The "to" that opens what is demanded, over asides between it and the one called on. */
  private int infinitiveBehind(View view, int from) {
    boolean aside = false;
    for (int i = from; i < Math.min(view.size(), from + REACH); i++) {
      boolean not = view.word(i).equals("not") && view.word(i + 1).equals("to");
      if (view.word(i).equals("to") || not) {
        if (isInfinitive(view, i)) {
          return i;
        }
      }
      if (view.word(i).equals(",") || view.is(i, "ADP") || view.word(i).equals("who")) {
        aside = true;
      }
      boolean verb = view.is(i, "AUX") || (view.is(i, "VERB") && !isParticiple(view, i));
      if (view.word(i).equals(";") || view.word(i).equals(":") || (verb && !aside)) {
        return -1;
      }
      if (i == from && verb) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isParticiple(View view, int at) {
    return view.word(at).endsWith("ed") || view.word(at).endsWith("ing");
  }

  /** "demanding they leave": somebody, then a base form. */
  private boolean isBareClause(View view, int at) {
    if (!view.is(at, "PRON")) {
      return false;
    }
    return actions.isBareVerb(view, at + 1);
  }

  private @Nullable DemandDraft nominal(View view, int verb, int from, Frames frames) {
    return things.nominal(view, verb, from, subjects.subject(view, verb), frames.order());
  }

  private boolean isActor(List<Party> to) {
    return !to.isEmpty()
        && !acts.contains(to.getFirst().view().word(to.getFirst().head()))
        && (actors.canAct(to.getFirst()) || to.getFirst().view().is(to.getFirst().head(), "PRON"));
  }
}
