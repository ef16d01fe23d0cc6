package org.tamga.extraction.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Position.Stance;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;

/** Finds who takes which side in a sentence. */
final class PositionFinder {
  /** How far behind a document its verb may stand: "a statement … condemning". */
  private static final int REACH = 14;

  private final PartyReader parties;
  private final SubjectFinder subjects;
  private final ActionReader actions;
  private final Actors actors;
  private final Stances stances;
  private final Set<String> documents;
  private final Set<String> denied;
  private final Set<String> issue;
  private final Set<String> initiatives;
  private final Set<String> joint;
  private final Set<String> draw;
  private final Map<String, String> drawn;

  PositionFinder(
      Lexicon positions,
      PartyReader parties,
      SubjectFinder subjects,
      ActionReader actions,
      Actors actors) {
    this.parties = parties;
    this.subjects = subjects;
    this.actions = actions;
    this.actors = actors;
    stances = new Stances(positions);
    documents = positions.words("document");
    denied = positions.words("denied");
    issue = positions.words("issue");
    initiatives = positions.words("initiative");
    joint = positions.words("joint");
    draw = positions.words("draw");
    drawn = positions.section("drawn");
  }

  /** The sides taken in a sentence. */
  List<PositionDraft> find(View view) {
    var found = new ArrayList<PositionDraft>();
    int behind = 0;
    for (int i = 0; i < view.size(); i++) {
      if (i < behind) {
        continue;
      }
      var draft = draft(view, i);
      if (draft != null) {
        found.add(draft);
        behind = draft.to();
      }
    }
    return found;
  }

  private @Nullable PositionDraft draft(View view, int at) {
    if (issue.contains(view.word(at)) && view.is(at, "VERB")) {
      var issued = issued(view, at);
      if (issued != null) {
        return issued;
      }
    }
    if (draw.contains(view.word(at))) {
      return drawn(view, at);
    }
    var side = stances.side(view, at);
    return side == null ? null : taken(view, at, side);
  }

  private @Nullable PositionDraft taken(View view, int at, Stances.Side side) {
    if (stances.isOpen(view, at) || view.word(at).endsWith("ing")) {
      return isProgressive(view, at) ? active(view, at, side) : null;
    }
    return isPassive(view, at) ? passive(view, at, side) : active(view, at, side);
  }

  private static boolean isProgressive(View view, int at) {
    return view.word(at).endsWith("ing") && view.is(at - 1, "AUX");
  }

  private static boolean isPassive(View view, int at) {
    int i = at - 1;
    while (view.is(i, "ADV")) {
      i--;
    }
    return view.lemma(i).equals("be")
        || view.word(i).equals("been")
        || view.word(i).equals("being");
  }

  private @Nullable PositionDraft active(View view, int at, Stances.Side side) {
    var holders = subjects.subject(view, at);
    if (holders.isEmpty() || !mayHold(holders)) {
      return null;
    }
    int next = side.next();
    // "welcomed and supported the findings"
    if (view.is(next, "CCONJ")) {
      var second = stances.side(view, next + 1);
      next = second != null && second.stance() == side.stance() ? second.next() : next;
    }
    int from = at;
    while (from > 0 && view.is(from - 1, "ADV")) {
      from--;
    }
    var last = view.word(side.next() - 1);
    boolean alone = side.stance() == Stance.ABSTAIN || last.equals("no") || last.equals("yes");
    var object = object(view, next, side);
    if (object == null) {
      return alone
          ? new PositionDraft(view, from, next, side.stance(), holders, null, null, null, null)
          : null;
    }
    int end = Math.max(object.to(), actions.nounEnd(view, object.from(), object.to()));
    var initiative =
        documents.contains(view.lemma(object.head())) ? view.word(object.head()) : null;
    return new PositionDraft(
        view, from, end, side.stance(), holders, null, object, initiative, null);
  }

  private @Nullable Party object(View view, int next, Stances.Side side) {
    int start = next;
    boolean gerund = view.is(start, "VERB") && view.word(start).endsWith("ing");
    if (gerund || (view.word(start - 1).equals("to") && view.is(start, "VERB"))) {
      start++;
    }
    var read = parties.forward(view, start);
    if (read.parties().isEmpty()) {
      return null;
    }
    var object = read.parties().getFirst();
    var head = view.word(object.head());
    if (head.equals("this") || head.equals("that")) {
      // "has rejected this": a denial, no side in a question.
      return null;
    }
    boolean document = documents.contains(view.lemma(object.head())) || documents.contains(head);
    if (denied.contains(head) || (side.needsDocument() && !document)) {
      return null;
    }
    return new Party(view, object.from(), read.end(), object.head());
  }

  /** "The ban was condemned by rights groups". */
  private @Nullable PositionDraft passive(View view, int at, Stances.Side side) {
    int by = side.next();
    while (by < Math.min(view.size(), side.next() + 4) && !view.word(by).equals("by")) {
      by++;
    }
    if (!view.word(by).equals("by")) {
      return null;
    }
    var holders = parties.forward(view, by + 1);
    if (holders.parties().isEmpty() || !mayHold(holders.parties())) {
      return null;
    }
    var object = subjects.subject(view, at);
    int from = object.isEmpty() ? at - 1 : object.getFirst().from();
    return new PositionDraft(
        view,
        from,
        holders.end(),
        side.stance(),
        holders.parties(),
        null,
        object.isEmpty() ? null : object.getFirst(),
        null,
        null);
  }

  /** "The choice has drawn criticism from rights groups". */
  private @Nullable PositionDraft drawn(View view, int at) {
    for (int i = at + 1; i < Math.min(view.size(), at + 6); i++) {
      var side = drawn.get(view.word(i));
      if (side == null) {
        continue;
      }
      int from = i + 1;
      while (from < Math.min(view.size(), i + 4) && !view.word(from).equals("from")) {
        from++;
      }
      var holders = parties.forward(view, from + 1);
      boolean held = view.word(from).equals("from") && !holders.parties().isEmpty();
      if (!held || !mayHold(holders.parties())) {
        return null;
      }
      var object = subjects.subject(view, at);
      int start = object.isEmpty() ? at : object.getFirst().from();
      return new PositionDraft(
          view,
          start,
          holders.end(),
          Stances.stance(side),
          holders.parties(),
          null,
          object.isEmpty() ? null : object.getFirst(),
          null,
          null);
    }
    return null;
  }

  /** "Forty states issued a joint statement condemning …". */
  private @Nullable PositionDraft issued(View view, int at) {
    if (stances.isUntaken(view, at)) {
      return null;
    }
    int start = view.is(at + 1, "ADP", "ADV") ? at + 2 : at + 1;
    int end = parties.base(view, start);
    if (end == start || !view.in(end - 1, initiatives)) {
      return null;
    }
    var noun = view.word(end - 1);
    boolean several = joint.contains(view.word(end - 2)) || noun.startsWith("counter");
    for (int i = end; i < Math.min(view.size(), end + REACH); i++) {
      var side = stances.says(view, i);
      boolean says =
          view.word(i).endsWith("ing")
              || view.word(i - 1).equals("that")
              || view.word(i - 1).equals("which");
      if (side == null || !says) {
        continue;
      }
      var by = subjects.subject(view, at);
      var behalf = behalf(view);
      if (by.isEmpty() || (!several && by.size() < 2 && behalf.isEmpty() && !isPlural(by))) {
        return null;
      }
      boolean spoken = !behalf.isEmpty() || (by.size() == 1 && !isPlural(by));
      var object = parties.forward(view, i + 1).parties();
      var presenter = spoken ? by.getLast() : null;
      return new PositionDraft(
          view,
          at,
          actions.nounEnd(view, i + 1, Math.max(i + 1, parties.forward(view, i + 1).end())),
          side,
          behalf.isEmpty() ? (spoken ? List.of() : by) : behalf,
          presenter,
          object.isEmpty() ? null : object.getFirst(),
          view.word(end - 2).equals("joint") ? "joint " + noun : noun,
          null);
    }
    return null;
  }

  private static boolean isPlural(List<Party> by) {
    var view = by.getFirst().view();
    return by.size() > 1 || view.word(by.getFirst().head()).endsWith("s");
  }

  /** Those on whose behalf somebody speaks. */
  private List<Party> behalf(View view) {
    for (int i = 0; i + 2 < view.size(); i++) {
      if (view.word(i).equals("behalf") && view.word(i + 1).equals("of")) {
        return parties.forward(view, i + 2).parties();
      }
    }
    return List.of();
  }

  private boolean mayHold(List<Party> holders) {
    var party = holders.getLast();
    return party.view().is(party.head(), "PRON")
        ? isPerson(party.view().word(party.head()))
        : actors.canAct(party);
  }

  private static boolean isPerson(String pronoun) {
    return switch (pronoun) {
      case "he", "she", "they", "we", "i" -> true;
      default -> false;
    };
  }
}
