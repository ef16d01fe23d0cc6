package org.tamga.corroboration.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Event;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Position;
import org.tamga.corroboration.document.AnnotatedDocument;
import org.tamga.corroboration.document.Vicinity;
import org.tamga.corroboration.document.When;
import org.tamga.corroboration.event.EventReport.Demanded;
import org.tamga.text.Span;

/** Reads what one document says of its events: with whom, to whom, demanding what. */
final class ReportReader {
  private static final String NAMED = "it names what it was demanded by";
  private static final String SAME_SENTENCE = "in the same sentence, by the same";
  private static final String NEAR = "by the same to the same, beside it";

  private final EventWords words;

  ReportReader(EventWords words) {
    this.words = words;
  }

  /** A report for each event of the document, in the order of the text. */
  List<EventReport> read(AnnotatedDocument source) {
    List<Event> events = source.all(Event.class);
    Map<String, List<Demanded>> found = new LinkedHashMap<>();
    events.forEach(event -> found.put(event.id(), new ArrayList<>()));
    List<Demand> demands = source.all(Demand.class);
    // Those that name the thing come first: they tell to whom it went, which the others need.
    for (Demand demand : demands) {
      take(nearest(events, demand, event -> isBy(demand, event)), demand, found, NAMED);
    }
    for (Demand demand : demands) {
      if (!isByThing(demand)) {
        beside(source, events, demand, found);
      }
    }
    return events.stream()
        .map(event -> report(source, event, inOrder(found.getOrDefault(event.id(), List.of()))))
        .toList();
  }

  private void take(
      @Nullable Event event, Demand demand, Map<String, List<Demanded>> found, String why) {
    List<Demanded> mine = event == null ? null : found.get(event.id());
    if (mine != null) {
      mine.add(new Demanded(demand, why, words.telling(demand.target().exact())));
    }
  }

  private static List<Demanded> inOrder(List<Demanded> demands) {
    return demands.stream()
        .sorted(Comparator.comparing((Demanded one) -> one.demand().target().span()))
        .toList();
  }

  private boolean isByThing(Demand demand) {
    return demand.by().stream().anyMatch(by -> words.isAnyThing(by.name()))
        || (demand.instrument() != null && words.isAnyThing(demand.instrument()));
  }

  private void beside(
      AnnotatedDocument source,
      List<Event> events,
      Demand demand,
      Map<String, List<Demanded>> found) {
    Vicinity passage = new Vicinity(source.text());
    Event same =
        nearest(
            events,
            demand,
            event ->
                passage.sentence(event.target().reach()).overlaps(demand.target().reach())
                    && (demand.by().isEmpty() || isByParticipants(demand, event)));
    if (same != null) {
      take(same, demand, found, SAME_SENTENCE);
      return;
    }
    Event near =
        nearest(
            events,
            demand,
            event ->
                passage.paragraphsBetween(event.target().span(), demand.target().span()) <= 1
                    && isByParticipants(demand, event)
                    && isToAddressee(demand, event, found.getOrDefault(event.id(), List.of())));
    take(near, demand, found, NEAR);
  }

  /** Which events come into question. */
  private interface Test {
    boolean fits(Event event);
  }

  /** Of those that fit the nearest before the demand, else the first behind it. */
  private static @Nullable Event nearest(List<Event> events, Demand demand, Test test) {
    Event found = null;
    for (Event event : events) {
      boolean isBefore = event.target().span().start() <= demand.target().span().start();
      if ((found == null || isBefore) && test.fits(event)) {
        found = event;
      }
    }
    return found;
  }

  private boolean isBy(Demand demand, Event event) {
    String family = words.family(event.kind());
    return (demand.instrument() != null && words.isThing(demand.instrument(), family))
        || demand.by().stream().anyMatch(by -> words.isThing(by.name(), family));
  }

  private boolean isByParticipants(Demand demand, Event event) {
    return demand.by().stream()
        .anyMatch(
            by ->
                event.participants().stream()
                    .anyMatch(one -> words.isSameParty(by.name(), one.name())));
  }

  /** To the addressee, or to whom the demands go that name the thing. */
  private boolean isToAddressee(Demand demand, Event event, List<Demanded> named) {
    List<String> known = new ArrayList<>();
    if (event.addressee() != null) {
      known.add(event.addressee().name());
    }
    named.forEach(one -> one.demand().to().forEach(to -> known.add(to.name())));
    return demand.to().stream()
        .anyMatch(to -> known.stream().anyMatch(name -> words.isSameParty(to.name(), name)));
  }

  private EventReport report(AnnotatedDocument source, Event event, List<Demanded> demands) {
    List<Mention> participants = new ArrayList<>(event.participants());
    List<Mention> addressees = new ArrayList<>();
    if (event.addressee() != null) {
      addressees.add(event.addressee());
    }
    Span sentence = new Vicinity(source.text()).sentence(event.target().reach());
    for (Demanded one : demands) {
      for (Mention by : one.demand().by()) {
        boolean isSigner =
            sentence.contains(by.span())
                || words.number(by.name()) > 0
                || isKnown(participants, by);
        if (isSigner && !words.isAnyThing(by.name())) {
          add(participants, by);
        }
      }
      one.demand().to().forEach(to -> add(addressees, to));
    }
    List<Position> positions = positions(source, event, sentence);
    for (Position position : positions) {
      position.holders().forEach(holder -> add(participants, holder));
    }
    return new EventReport(
        source.document(),
        source.file(),
        source.publisher(),
        source.published(),
        When.parse(source.published()),
        event,
        When.parse(event.date()),
        words.family(event.kind()),
        participants,
        addressees,
        number(source, participants, positions),
        demands,
        positions,
        telling(source, event, sentence, positions));
  }

  private boolean isKnown(List<Mention> participants, Mention one) {
    return participants.stream().anyMatch(known -> words.isSameParty(known.name(), one.name()));
  }

  /** Adds somebody; of two descriptions of one ("the unions", "four unions") the longer stays. */
  private void add(List<Mention> people, Mention one) {
    for (int i = 0; i < people.size(); i++) {
      if (words.isSameParty(people.get(i).name(), one.name())) {
        if (one.name().length() > people.get(i).name().length()) {
          people.set(i, one);
        }
        return;
      }
    }
    people.add(one);
  }

  private List<Position> positions(AnnotatedDocument source, Event event, Span sentence) {
    String family = words.family(event.kind());
    return source.all(Position.class).stream()
        .filter(
            position ->
                position.target().reach().overlaps(event.target().reach())
                    || (position.initiative() != null
                        && words.family(position.initiative()).equals(family)
                        && sentence.overlaps(position.target().reach())))
        .toList();
  }

  private @Nullable Integer number(
      AnnotatedDocument source, List<Mention> participants, List<Position> positions) {
    for (Position position : positions) {
      if (position.count() != null) {
        return position.count();
      }
    }
    for (Mention one : participants) {
      for (Figure figure : source.all(Figure.class)) {
        boolean isExact = isOneNumber(figure);
        if (isExact && figure.target().span().overlaps(one.span()) && fits(figure)) {
          return figure.low() == null ? null : figure.low().intValue();
        }
      }
      if (words.number(one.name()) > 0) {
        return words.number(one.name());
      }
    }
    return null;
  }

  private static boolean isOneNumber(Figure figure) {
    return figure.low() != null
        && figure.high() != null
        && figure.low().compareTo(figure.high()) == 0;
  }

  private static boolean fits(Figure figure) {
    return figure.low() != null
        && figure.low().scale() <= 0
        && figure.low().toBigInteger().bitLength() < Integer.SIZE - 1;
  }

  private Set<String> telling(
      AnnotatedDocument source, Event event, Span sentence, List<Position> positions) {
    Set<String> telling = new LinkedHashSet<>(words.telling(source.text().at(sentence)));
    positions.stream()
        .map(Position::on)
        .filter(on -> on != null)
        .forEach(on -> telling.addAll(words.telling(on)));
    telling.removeAll(words.telling(event.kind()));
    return telling;
  }
}
