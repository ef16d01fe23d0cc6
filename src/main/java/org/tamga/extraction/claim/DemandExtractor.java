package org.tamga.extraction.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Statement;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.Extractor;
import org.tamga.extraction.claim.ActionReader.Action;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Enclosure;
import org.tamga.extraction.phrase.Headlines;
import org.tamga.extraction.phrase.Names;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.Pronouns;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.TellingWord;
import org.tamga.extraction.phrase.View;

/**
 * Finds who calls on whom to do what.
 *
 * <p>A demand inside a statement is its speaker's, unless the sentence itself says whose it is; a
 * "should" in the document's own voice has nobody behind it. Headlines are left out: what they
 * demand, the text below them demands again.
 */
public final class DemandExtractor implements Extractor {
  /** Its version is raised whenever its results may differ: then all is annotated again. */
  public static final Anchor.Made MADE = new Anchor.Made("extraction/demand", "3");

  private final DemandFinder verbs;
  private final ModalFinder modals;
  private final Headlines headlines = new Headlines();
  private final Voices voices;
  private final Set<String> instruments;
  private final Set<String> joint;
  private final Set<String> quotes;
  private final SubjectFinder subjects;

  /** An extractor with the words of these lexicons. */
  public DemandExtractor(Lexicon clauses, Lexicon demands) {
    var parties = new PartyReader(clauses);
    subjects = new SubjectFinder(clauses, parties);
    var actions = new ActionReader(clauses, demands, parties);
    verbs = new DemandFinder(clauses, demands, parties, subjects, actions);
    modals = new ModalFinder(clauses, demands, subjects, actions);
    voices = new Voices(demands, parties);
    instruments = demands.words("instrument");
    joint = demands.words("joint");
    quotes = clauses.words("quote");
  }

  /** The extractor for English. */
  public static DemandExtractor english() {
    return new DemandExtractor(Lexicon.read("en/clauses.txt"), Lexicon.read("en/demands.txt"));
  }

  /** What the demands of one document are read with. */
  private record Reading(
      DocumentContext context, Enclosure enclosure, Names names, Pronouns pronouns) {}

  @Override
  public List<Demand> extract(DocumentContext context) {
    var found = new ArrayList<Demand>();
    var seen = new HashSet<String>();
    var names = new Names(context);
    var pronouns = new Pronouns(context, names, subjects);
    var reading = new Reading(context, new Enclosure(context), names, pronouns);
    Demand before = null;
    int block = -1;
    for (var sentence : context.analysis().sentences()) {
      if (sentence.blockIndex() != block) {
        before = null;
        block = sentence.blockIndex();
      }
      if (headlines.isHeadline(context, sentence)) {
        continue;
      }
      for (var draft : drafts(sentence, reading, before)) {
        for (var action : draft.actions()) {
          var demand = demand(reading, draft, action, before);
          if (draft.own()
              && !draft.to().isEmpty()
              && demand.by().isEmpty()
              && demand.to().isEmpty()) {
            // "They should know": neither who nor on whom.
            continue;
          }
          var key = demand.target().exact().toLowerCase(Locale.ROOT);
          if (seen.add(key)) {
            found.add(demand);
          }
        }
        before = found.isEmpty() ? null : found.getLast();
      }
    }
    return found;
  }

  private List<DemandDraft> drafts(Sentence sentence, Reading reading, @Nullable Demand before) {
    var view = View.of(sentence);
    var drafts = new ArrayList<>(verbs.find(view));
    for (var modal : modals.find(view)) {
      boolean inside = drafts.stream().anyMatch(draft -> covers(draft, modal.cueFrom()));
      if (!inside) {
        drafts.add(modal);
      }
    }
    var continued = before == null ? null : modals.continued(view);
    if (continued != null && drafts.isEmpty()) {
      drafts.add(continued);
    }
    boolean spoken = reading.enclosure().around(firstWords(view)) != null;
    if (drafts.isEmpty() && (spoken || reading.pronouns().isLetter())) {
      drafts.addAll(modals.imperatives(view, spoken));
    }
    return drafts;
  }

  private org.tamga.text.Span firstWords(View view) {
    int at = 0;
    while (at < view.size() - 1 && view.in(at, quotes)) {
      at++;
    }
    return view.span(at, at + 1);
  }

  private static boolean covers(DemandDraft draft, int word) {
    return word >= draft.cueFrom() && word < draft.actions().getLast().to();
  }

  private Demand demand(
      Reading reading, DemandDraft draft, Action action, @Nullable Demand before) {
    var context = reading.context();
    var timing = new Timing(context);
    var view = draft.view();
    var span = view.span(action.from(), action.to());
    var cue = context.cited().at(view.span(draft.cueFrom(), draft.cueTo()));
    var around = reading.enclosure().around(span);
    if (around != null && TellingWord.isSame(around.cue(), cue)) {
      // The same words taken for a statement; it is left out later.
      around = null;
    }
    var by = by(reading, draft, action, around);
    var to = to(reading, draft);
    if (draft.own() && draft.to().isEmpty() && before != null && isContinued(draft)) {
      to = before.to();
      by = by.isEmpty() ? before.by() : by;
    }
    if (to.isEmpty() && before != null && isStillHe(draft, before)) {
      to = before.to();
    }
    if (before != null && isStillIt(draft)) {
      to = to.isEmpty() ? before.to() : to;
    }
    if (before != null && by.isEmpty() && isAlso(draft)) {
      by = before.by();
    }
    if (draft.own() && by.isEmpty() && around == null && before != null) {
      by = voices.isPublisher(context, before.by()) ? before.by() : by;
    }
    if (by.size() == 1 && to.size() == 1 && by.getFirst().name().equals(to.getFirst().name())) {
      // "She had asked him": one of the two is not who they seem to be.
      by = List.of();
      to = List.of();
    }
    var anchor = context.anchor(Demand.TYPE, context.cited().quote(span), MADE);
    return new Demand(
        anchor,
        by,
        to,
        cue,
        instrument(view, draft),
        action.negative(),
        draft.order() || (draft.own() && around == null && reading.pronouns().isCircular()),
        draft.own() ? null : timing.told(view, span),
        timing.deadline(view, action.from(), action.to()),
        within(around));
  }

  private List<Mention> by(
      Reading reading, DemandDraft draft, Action action, @Nullable Statement around) {
    var by = reading.pronouns().of(draft.by());
    boolean open = draft.by().isEmpty() && !isPassive(draft);
    boolean first = open || (!draft.by().isEmpty() && isFirstPerson(draft.by()));
    var cue = draft.view().span(draft.cueFrom(), draft.cueTo());
    var speaker = around == null ? null : around.speaker();
    if (first && speaker != null && !speaker.span().overlaps(cue)) {
      by = List.of(speaker);
    }
    if (draft.own() || by.isEmpty()) {
      var told = voices.of(reading.context(), draft, action.to(), reading.names());
      by = told.isEmpty() ? by : told;
    }
    if (draft.own() && by.isEmpty() && around == null && draft.to().isEmpty()) {
      by = draft.isBare() ? reading.pronouns().writers(cue(draft)) : by;
    }
    if (draft.own() && by.isEmpty() && around == null && reading.pronouns().isAddressed()) {
      // What a letter or a circular says must be done, those who write it demand.
      by = reading.pronouns().writers(cue(draft));
    }
    return by;
  }

  /** "He was told to wait": the teller is not the one who demanded it. */
  private static boolean isPassive(DemandDraft draft) {
    int at = draft.cueFrom() - 1;
    while (draft.view().is(at, "ADV", "PART")) {
      at--;
    }
    return !draft.own() && draft.view().lemma(at).equals("be");
  }

  private static Party cue(DemandDraft draft) {
    return new Party(draft.view(), draft.cueFrom(), draft.cueFrom() + 1, draft.cueFrom());
  }

  private static List<Mention> to(Reading reading, DemandDraft draft) {
    if (draft.isBare()) {
      return reading.pronouns().readers(cue(draft));
    }
    if (draft.to().size() == 1) {
      var object = reading.pronouns().object(draft.to().getFirst(), draft.by());
      if (object != null) {
        return List.of(object);
      }
    }
    return reading.pronouns().of(draft.to());
  }

  /** "The mayor, Dana Orlan, should … She should also …": the same one is called on. */
  private static boolean isStillHe(DemandDraft draft, Demand before) {
    if (!draft.own() || draft.to().size() != 1 || before.to().size() != 1) {
      return false;
    }
    var party = draft.to().getFirst();
    var word = party.view().word(party.head());
    boolean opens = party.from() == 0 && (word.equals("he") || word.equals("she"));
    var cue = before.cue();
    var name = before.to().getFirst().name();
    return opens && cue != null && cue.equals("should") && name.indexOf(' ') > 0;
  }

  /** "I ask the council to …. I ask it, also, to …": the same one is called on. */
  private static boolean isStillIt(DemandDraft draft) {
    if (draft.own() || draft.to().size() != 1) {
      return false;
    }
    var party = draft.to().getFirst();
    return party.to() - party.from() == 1 && draft.view().word(party.head()).equals("it");
  }

  /** "It also asks": whoever made the demand before. */
  private static boolean isAlso(DemandDraft draft) {
    var view = draft.view();
    boolean it = view.word(0).equals("it") || view.word(0).equals("they");
    return it && view.word(1).equals("also") && draft.cueFrom() == 2;
  }

  private static boolean isContinued(DemandDraft draft) {
    return draft.cueFrom() <= 3 && draft.view().is(draft.cueFrom() - 1, "PRON", "DET");
  }

  private static @Nullable String within(@Nullable Statement around) {
    return around == null ? null : around.id();
  }

  private static boolean isFirstPerson(List<Party> by) {
    var word = by.getFirst().view().word(by.getFirst().head());
    return word.equals("we") || word.equals("i");
  }

  /** "joint letter": a document that is the subject, or by which the demand is made. */
  private @Nullable String instrument(View view, DemandDraft draft) {
    for (int i = 0; i < view.size(); i++) {
      boolean inside = i >= draft.actions().getFirst().from();
      if (inside || !view.in(i, instruments)) {
        continue;
      }
      boolean subject = draft.by().stream().anyMatch(party -> isHeadOf(party, view));
      boolean means = view.word(i - 1).equals("in") || isInBefore(view, i);
      if (means || subject) {
        boolean named = view.in(i - 1, joint);
        return named ? view.word(i - 1) + " " + view.word(i) : view.word(i);
      }
    }
    return null;
  }

  private boolean isHeadOf(Party party, View view) {
    return view.in(party.head(), instruments);
  }

  private static boolean isInBefore(View view, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
      if (view.word(i).equals("in")) {
        return true;
      }
      if (!view.is(i, "DET", "ADJ", "NOUN", "PRON")) {
        return false;
      }
    }
    return false;
  }
}
