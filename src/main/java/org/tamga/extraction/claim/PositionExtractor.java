package org.tamga.extraction.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Position;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.Extractor;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Enclosure;
import org.tamga.extraction.phrase.Headlines;
import org.tamga.extraction.phrase.Names;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.Pronouns;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;
import org.tamga.text.Span;

/**
 * Finds who stood where: signatories, voters, supporters, opponents, with their number where the
 * text gives it.
 */
public final class PositionExtractor implements Extractor {
  /** Its version is raised whenever its results may differ: then all is annotated again. */
  public static final Anchor.Made MADE = new Anchor.Made("extraction/position", "2");

  private final PositionFinder finder;
  private final SubjectFinder subjects;
  private final TallyFinder tallies;
  private final Surroundings surroundings;
  private final Headlines headlines = new Headlines();

  /** An extractor with the words of these lexicons. */
  public PositionExtractor(Lexicon clauses, Lexicon demands, Lexicon positions) {
    var parties = new PartyReader(clauses);
    subjects = new SubjectFinder(clauses, parties);
    var actions = new ActionReader(clauses, demands, parties);
    finder = new PositionFinder(positions, parties, subjects, actions, new Actors(demands));
    tallies = new TallyFinder(positions);
    surroundings = new Surroundings(positions, parties);
  }

  /** The extractor for English. */
  public static PositionExtractor english() {
    return new PositionExtractor(
        Lexicon.read("en/clauses.txt"),
        Lexicon.read("en/demands.txt"),
        Lexicon.read("en/positions.txt"));
  }

  @Override
  public List<Position> extract(DocumentContext context) {
    var found = new ArrayList<Position>();
    var names = new Names(context);
    var pronouns = new Pronouns(context, names, subjects);
    var timing = new Timing(context);
    var enclosure = new Enclosure(context);
    var figures = context.earlier(Figure.class);
    var views = new ArrayList<View>();
    for (var sentence : context.analysis().sentences()) {
      views.add(View.of(sentence));
    }
    for (int i = 0; i < views.size(); i++) {
      var view = views.get(i);
      if (headlines.isHeadline(context, view.sentence())) {
        continue;
      }
      var drafts = new ArrayList<>(finder.find(view));
      drafts.addAll(tallies.find(view));
      for (var draft : drafts) {
        var around = surroundings.of(views, i, draft);
        found.add(position(context, draft, around, names, pronouns, timing, enclosure, figures));
      }
    }
    return found;
  }

  private static Position position(
      DocumentContext context,
      PositionDraft draft,
      Surroundings.Around around,
      Names names,
      Pronouns pronouns,
      Timing timing,
      Enclosure enclosure,
      List<Figure> figures) {
    var view = draft.view();
    var span = view.span(draft.from(), draft.to());
    var parties = new ArrayList<>(draft.holders());
    parties.addAll(around.holders());
    var holders = new ArrayList<>(pronouns.of(parties));
    var speaker = enclosure.around(span);
    boolean first = !draft.holders().isEmpty() && isFirstPerson(draft.holders().getFirst());
    if (first && speaker != null && speaker.speaker() != null) {
      holders.clear();
      holders.add(Objects.requireNonNull(speaker.speaker()));
    }
    var publisher = context.known().publisher();
    if (first && holders.isEmpty() && publisher != null && !publisher.isBlank()) {
      var we = draft.holders().getFirst();
      boolean own = !pronouns.isQuoted(we.span()) && view.word(we.head()).equals("we");
      if (own) {
        holders.add(pronouns.publisher(we, publisher));
      }
    }
    var count = draft.count() != null ? draft.count() : count(parties, around, figures);
    var presenter = draft.presenter() != null ? draft.presenter() : around.presenter();
    var object = draft.object();
    return new Position(
        context.anchor(Position.TYPE, context.cited().quote(span), MADE),
        holders,
        count,
        draft.stance(),
        object == null ? null : context.cited().at(object.span()),
        draft.initiative(),
        around.forum() == null ? null : context.cited().at(around.forum().span()),
        presenter == null ? null : names.of(presenter),
        timing.told(view, object == null ? new Span(span.start(), span.start()) : object.span()));
  }

  private static boolean isFirstPerson(Party party) {
    return Set.of("we", "i").contains(party.view().word(party.head()));
  }

  /** "Fifty countries": 50; "Harun, Ost and 45 others": 47. */
  private static @Nullable Integer count(
      List<Party> parties, Surroundings.Around around, List<Figure> figures) {
    var counted = new ArrayList<>(parties);
    if (around.counted() != null) {
      counted.add(around.counted());
    }
    int named = 0;
    for (var party : counted) {
      var span = party.span();
      for (var figure : figures) {
        var low = figure.low();
        var high = figure.high();
        boolean exact = low != null && high != null && low.compareTo(high) == 0;
        if (exact && span.overlaps(figure.target().span())) {
          boolean others =
              party.view().word(party.head()).equals("others")
                  || party.view().words().subList(party.from(), party.to()).contains("other");
          return Objects.requireNonNull(figure.low()).intValue() + (others ? named : 0);
        }
      }
      named++;
    }
    return null;
  }
}
