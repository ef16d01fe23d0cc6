package org.tamga.extraction.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Event;
import org.tamga.annotation.Mention;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.Extractor;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Headlines;
import org.tamga.extraction.phrase.Names;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;
import org.tamga.text.Span;

/**
 * Finds what happened on the public record: letters, statements, reports, votes, cases, leaks.
 *
 * <p>An event is put out where the text first brings it up. A later sentence of the same kind is
 * taken for the same event unless its words say that it is another ("a second letter").
 */
public final class EventExtractor implements Extractor {
  /** Its version is raised whenever its results may differ: then all is annotated again. */
  public static final Anchor.Made MADE = new Anchor.Made("extraction/event", "2");

  private final EventFinder finder;
  private final Headlines headlines = new Headlines();

  /** An extractor with the words of these lexicons. */
  public EventExtractor(Lexicon clauses, Lexicon events) {
    var parties = new PartyReader(clauses);
    var actions = new ActionReader(clauses, Lexicon.read("en/demands.txt"), parties);
    finder = new EventFinder(events, parties, new SubjectFinder(clauses, parties), actions);
  }

  /** The extractor for English. */
  public static EventExtractor english() {
    return new EventExtractor(Lexicon.read("en/clauses.txt"), Lexicon.read("en/events.txt"));
  }

  @Override
  public List<Event> extract(DocumentContext context) {
    var found = new ArrayList<Event>();
    var kinds = new HashSet<String>();
    var names = new Names(context);
    var dates = context.earlier(DateExpression.class);
    for (var sentence : context.analysis().sentences()) {
      if (headlines.isHeadline(context, sentence)) {
        var own = sentence.index() == 0 ? finder.heading(View.of(sentence)) : null;
        if (own != null && kinds.add(own.kind())) {
          found.add(event(context, own, names, List.of(), context.known().published()));
        }
        continue;
      }
      for (var event : finder.find(View.of(sentence))) {
        if (isQuoted(context, event)) {
          continue;
        }
        if (kinds.add(event.kind()) || event.isNew()) {
          found.add(event(context, event, names, dates, null));
        }
      }
    }
    return found;
  }

  private static boolean isQuoted(DocumentContext context, EventFinder.Found event) {
    var span = event.view().span(event.from(), event.to());
    return context.analysis().quotations().stream().anyMatch(q -> q.inner().contains(span));
  }

  private static Event event(
      DocumentContext context,
      EventFinder.Found found,
      Names names,
      List<DateExpression> dates,
      @Nullable String published) {
    var span = found.view().span(found.from(), found.to());
    var participants =
        found.participants().stream().map(names::of).filter(Objects::nonNull).toList();
    Mention addressee = found.addressee() == null ? null : names.of(found.addressee());
    return new Event(
        context.anchor(Event.TYPE, context.cited().quote(span), MADE),
        found.kind(),
        published != null ? published : date(found.view(), span, dates),
        participants,
        addressee);
  }

  /** The date in the event's own words; else the only one of its sentence. */
  private static @Nullable String date(View view, Span span, List<DateExpression> dates) {
    var whole = view.sentence().span();
    var inside = new ArrayList<String>();
    for (var date : dates) {
      if (span.contains(date.target().span())) {
        return date.value();
      }
      if (whole.contains(date.target().span())) {
        inside.add(date.value());
      }
    }
    return inside.size() == 1 ? inside.getFirst() : null;
  }
}
