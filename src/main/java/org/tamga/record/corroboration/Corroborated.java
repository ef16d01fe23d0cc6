package org.tamga.record.corroboration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Event;
import org.tamga.annotation.Figure;
import org.tamga.corroboration.document.AnnotatedDocument;
import org.tamga.corroboration.event.EventFinder;
import org.tamga.corroboration.event.EventReport;
import org.tamga.corroboration.event.LinkedEvent;
import org.tamga.corroboration.genealogy.FigurePoint;
import org.tamga.corroboration.genealogy.Genealogy;
import org.tamga.corroboration.genealogy.GenealogyFinder;
import org.tamga.corroboration.grouping.Ties;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.RecordDocument;
import org.tamga.record.decision.GroupDecision;
import org.tamga.record.decision.GroupDecisions;
import org.tamga.record.decision.GroupMember;
import org.tamga.record.decision.ReviewedAnnotation;
import org.tamga.text.Reading;
import org.tamga.vault.Digest;

/**
 * Which documents tell of the same event and which figures are of one population, as far as
 * somebody may see them, with what people decided about it.
 *
 * @param events those that most documents report first
 * @param genealogies the longest first
 * @param documents those that may be seen and tell of an event or a figure, by id
 * @param members the reports and figures, by id
 * @param decisions what people decided about groups of them
 */
public record Corroborated(
    List<LinkedEvent> events,
    List<Genealogy> genealogies,
    Map<String, RecordDocument> documents,
    Map<String, GroupMember> members,
    GroupDecisions decisions) {
  private static final Set<String> COMPARED = Set.of(Figure.TYPE, Event.TYPE);

  public Corroborated {
    events = List.copyOf(events);
    genealogies = List.copyOf(genealogies);
    documents = Map.copyOf(documents);
    members = Map.copyOf(members);
  }

  /** Reads a record that is up to date; texts are read one by one and not kept. */
  public static Corroborated read(ArchiveRecord record, Sight sight) throws IOException {
    EventFinder events = new EventFinder();
    GenealogyFinder figures = new GenealogyFinder();
    Map<String, RecordDocument> documents = new LinkedHashMap<>();
    Map<String, GroupMember> members = new LinkedHashMap<>();
    for (Digest id : record.ids()) {
      RecordDocument document = record.document(id).filter(sight.mayBeSeen()).orElse(null);
      CitedText text = document == null ? null : text(record, document).orElse(null);
      if (document != null && text != null) {
        documents.put(id.toString(), document);
        AnnotatedDocument source = source(record, document, text, sight);
        events.add(source);
        figures.add(source);
        source.annotations().stream()
            .filter(one -> COMPARED.contains(one.type()))
            .forEach(one -> members.put(one.id(), member(source.document(), one)));
      }
    }
    GroupDecisions decisions = decisions(record, documents, members.values());
    Ties ties = decisions.ties();
    return new Corroborated(events.find(ties), figures.find(ties), documents, members, decisions);
  }

  /** The text of a document that tells of an event or a figure. */
  private static Optional<CitedText> text(ArchiveRecord record, RecordDocument document)
      throws IOException {
    boolean isCompared = document.counts().keySet().stream().anyMatch(COMPARED::contains);
    return isCompared
            && document.text() != null
            && record.reading(document.id()) instanceof Reading.Read read
        ? Optional.of(new CitedText(read.text().content()))
        : Optional.empty();
  }

  private static AnnotatedDocument source(
      ArchiveRecord record, RecordDocument document, CitedText text, Sight sight) {
    List<Annotation> annotations =
        record.reviewed(document.id()).stream()
            .filter(one -> sight.withOwnWords() || !one.hasOwnWords())
            .map(ReviewedAnnotation::annotation)
            .filter(one -> one.anchor().status() != Anchor.Status.REJECTED)
            .toList();
    return new AnnotatedDocument(
        document.id().toString(),
        document.file(),
        document.known().publisher(),
        document.known().published(),
        text,
        annotations);
  }

  private static GroupMember member(String document, Annotation annotation) {
    return new GroupMember(annotation.id(), document, annotation.type(), annotation.target());
  }

  private static GroupDecisions decisions(
      ArchiveRecord record,
      Map<String, RecordDocument> documents,
      Collection<GroupMember> members) {
    List<GroupDecision> decided =
        record.groupDecisions().stream()
            .filter(one -> documents.containsKey(one.document().toString()))
            .toList();
    return new GroupDecisions(
        decided,
        COMPARED,
        members,
        id -> {
          try {
            RecordDocument document = documents.get(id);
            return document == null ? Optional.empty() : text(record, document);
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        });
  }

  /** The reports and figures whose id begins so. */
  public List<GroupMember> members(String start) {
    return members.values().stream().filter(one -> one.id().startsWith(start)).toList();
  }

  /** The ids of those that are one with a member now, itself among them. */
  public List<String> groupOf(GroupMember member) {
    Stream<List<String>> groups =
        member.of().equals(Event.TYPE)
            ? events.stream().map(Corroborated::ids)
            : genealogies.stream().map(Corroborated::ids);
    return groups.filter(ids -> ids.contains(member.id())).findFirst().orElse(List.of(member.id()));
  }

  /** The ids of the reports of an event. */
  public static List<String> ids(LinkedEvent event) {
    return event.reports().stream().map(EventReport::id).toList();
  }

  /** The ids of the figures of a genealogy. */
  public static List<String> ids(Genealogy genealogy) {
    return genealogy.points().stream().map(FigurePoint::id).toList();
  }
}
