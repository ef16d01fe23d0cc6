package org.tamga.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tamga.annotation.Annotation;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CanonicalJson;
import org.tamga.record.decision.GroupDecision;
import org.tamga.record.decision.Orphan;
import org.tamga.record.decision.ReviewedAnnotation;
import org.tamga.text.Metadata;
import org.tamga.text.Reading;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;

/**
 * The record, to be asked: which documents there are, what they say, what happened to them.
 *
 * <p>It answers as of the last {@link Projection#catchUp}. One record serves one thread.
 */
public final class ArchiveRecord implements AutoCloseable {
  /** Fewer digits of an id than this could stand for too many documents. */
  public static final int FEWEST_DIGITS = 6;

  private static final String PREFIX = "sha256:";

  private final Disk disk;
  private final DerivedLayout layout;
  private final Database database;

  private ArchiveRecord(Disk disk, DerivedLayout layout, Database database) {
    this.disk = disk;
    this.layout = layout;
    this.database = database;
  }

  /** Opens the record of an archive. */
  public static ArchiveRecord open(ArchiveView view) {
    DerivedLayout layout = new DerivedLayout(view.layout().derived());
    return new ArchiveRecord(view.disk(), layout, Database.open(layout.record()));
  }

  /** The ids of all documents, in the order in which they first came in. */
  public List<Digest> ids() {
    return database.list(
        "SELECT id FROM document ORDER BY first", row -> Digest.parse(row.getString(1)));
  }

  /** The ids of at most {@code most} documents, leaving out the {@code from} first ones. */
  public List<Digest> ids(long from, int most) {
    return database.list(
        "SELECT id FROM document ORDER BY first LIMIT ? OFFSET ?",
        row -> Digest.parse(row.getString(1)),
        most,
        from);
  }

  /** How many documents there are. */
  public long count() {
    return database.list("SELECT count(*) FROM document", row -> row.getLong(1)).getFirst();
  }

  /** How many events of the log this record has taken in; later ones it does not know of. */
  public long size() {
    return database
        .list("SELECT value FROM meta WHERE name = 'next'", row -> Long.parseLong(row.getString(1)))
        .stream()
        .findFirst()
        .orElse(0L);
  }

  /** How many documents wait to be read and annotated. */
  public long pending() {
    return database
        .list("SELECT count(*) FROM document WHERE pending = 1", row -> row.getLong(1))
        .getFirst();
  }

  /** One document, if it is there. */
  public Optional<RecordDocument> document(Digest id) {
    return database
        .list(
            "SELECT size, mediaType, notRead, text, title, author, publisher, published,"
                + " language, url FROM document WHERE id = ?",
            row -> {
              String text = row.getString(4);
              Metadata known =
                  new Metadata(
                      row.getString(5),
                      row.getString(6),
                      row.getString(7),
                      row.getString(8),
                      row.getString(9),
                      row.getString(10));
              return new RecordDocument(
                  id,
                  row.getLong(1),
                  EventRows.acquisitions(database, id.toString()),
                  row.getString(2),
                  row.getString(3),
                  text == null ? null : Digest.parse(text),
                  known,
                  counts(id));
            },
            id.toString())
        .stream()
        .findFirst();
  }

  /**
   * The document that a person means, by its whole id or its beginning, with or without {@code
   * sha256:}.
   */
  public RecordDocument find(String typed) {
    String digits = digits(typed, "document", "tamga list");
    List<Digest> found =
        database.list(
            "SELECT id FROM document WHERE id >= ? AND id < ? ORDER BY id LIMIT 3",
            row -> Digest.parse(row.getString(1)),
            PREFIX + digits,
            PREFIX + digits + "g");
    if (found.isEmpty()) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "there is no document whose id begins with " + digits,
          "tamga list shows all documents; one that was destroyed is in none of them");
    }
    if (found.size() > 1) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "more than one document's id begins with " + digits,
          "give more digits: " + found.getFirst() + " or " + found.getLast());
    }
    return document(found.getFirst()).orElseThrow();
  }

  /**
   * For each document that has been looked at, a word that changes whenever its text, its
   * annotations or what is known of it change.
   */
  public Map<Digest, String> revisions() {
    Map<Digest, String> revisions = new LinkedHashMap<>();
    database.list(
        "SELECT id, made FROM document WHERE pending = 0 ORDER BY first",
        row -> revisions.put(Digest.parse(row.getString(1)), row.getString(2)));
    return revisions;
  }

  /** What a document says, in the order of its text. */
  public List<Annotation> annotations(Digest document) {
    return database.list(
        "SELECT line FROM annotation WHERE document = ? ORDER BY place",
        row -> RecordLineReader.annotation(row.getString(1)),
        document.toString());
  }

  /** What a document says with what people decided about it, in the order of its text. */
  public List<ReviewedAnnotation> reviewed(Digest document) {
    return DecisionRows.reviewed(database, document);
  }

  /** Decisions about a document whose annotation is not to be found in it any more. */
  public List<Orphan> orphans(Digest document) {
    return DecisionRows.orphans(database, document);
  }

  /**
   * One annotation.
   *
   * @param document the one that says it
   */
  public record Found(Digest document, ReviewedAnnotation reviewed) {}

  /** The annotation that a person means, by its whole id or its beginning. */
  public Found findAnnotation(String typed) {
    String digits = digits(typed, "annotation", "tamga show");
    List<Found> found = DecisionRows.find(database, PREFIX + digits);
    if (found.isEmpty()) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "there is no annotation whose id begins with " + digits,
          "tamga show lists those of a document; one whose words are gone from the text can only be"
              + " added again");
    }
    if (found.size() > 1) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "more than one annotation's id begins with " + digits,
          "give more digits: " + found.getFirst().reviewed().annotation().id());
    }
    return found.getFirst();
  }

  /** The annotation to which the decision at this place of the log applies. */
  public Optional<Found> decidedAt(long index) {
    return DecisionRows.decidedAt(database, index);
  }

  private static String digits(String typed, String what, String command) {
    String digits = typed.toLowerCase(Locale.ROOT);
    digits = digits.startsWith(PREFIX) ? digits.substring(PREFIX.length()) : digits;
    if (!digits.matches("[0-9a-f]{" + FEWEST_DIGITS + ",64}")) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "'" + typed + "' is no " + what + "'s id",
          "give at least "
              + FEWEST_DIGITS
              + " of the digits behind sha256: that "
              + command
              + " shows");
    }
    return digits;
  }

  /** What people decided about a document's annotations, in the order of the log. */
  public List<Decision> decisions(Digest document) {
    return DecisionRows.decisions(database, document);
  }

  /** What people decided about which reports, figures and passages are one. */
  public List<GroupDecision> groupDecisions() {
    return DecisionRows.groups(database);
  }

  /** Everything in the log that concerns a document, in its order. */
  public List<HistoryEvent> history(Digest document) {
    return database.list(
        "SELECT log, kind, time, about, reason FROM event WHERE document = ?"
            + " OR log IN (SELECT log FROM link WHERE other = ?) ORDER BY log",
        row -> {
          long about = row.getLong(4);
          return new HistoryEvent(
              row.getLong(1),
              row.getString(2),
              row.getString(3),
              row.wasNull() ? null : about,
              row.getString(5));
        },
        document.toString(),
        document.toString());
  }

  /** Text, blocks and the way back to the source of a document, or why there is none. */
  public Reading reading(Digest document) throws IOException {
    try {
      byte[] bytes = disk.readAll(layout.reading(document), ReadingFile.LARGEST_BYTES);
      ReadingFile file = ReadingFile.parse(bytes);
      if (file.text() == null) {
        return file.reading();
      }
      byte[] text = disk.readAll(layout.text(document), ReadingFile.LARGEST_BYTES);
      if (!Digest.of(text).equals(file.text())) {
        throw new IllegalArgumentException("the text is not the one that was made");
      }
      return file.with(new String(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | java.nio.file.NoSuchFileException damaged) {
      throw new ArchiveException(
          Reason.DAMAGED,
          "the derived text of " + document + " is damaged or missing",
          "make it again with: tamga rebuild; the sealed bytes are not concerned");
    }
  }

  /**
   * A container of the last run, not all members of which came in.
   *
   * @param index log index of the event that brought it in
   * @param sealed paths of the members that did come in
   */
  public record Unfinished(long index, Set<String> sealed) {
    public Unfinished {
      sealed = Set.copyOf(sealed);
    }
  }

  /**
   * Containers of the last run of which members are still to be sealed, because it was stopped.
   * None where anything was destroyed since: what was destroyed must not come back out of a
   * container.
   */
  public List<Unfinished> unfinishedContainers() throws IOException {
    List<Unfinished> unfinished = new ArrayList<>();
    Map<Long, Digest> opened = new LinkedHashMap<>();
    database.list(
        "SELECT log, document FROM acquisition a JOIN document d ON d.id = a.document"
            + " WHERE run = (SELECT run FROM acquisition ORDER BY log DESC LIMIT 1)"
            + " AND mediaType NOT IN ('text/plain', 'text/html') AND NOT EXISTS"
            + " (SELECT 1 FROM event WHERE kind = 'destroyed' AND event.log > a.log)",
        row -> opened.put(row.getLong(1), Digest.parse(row.getString(2))));
    for (Map.Entry<Long, Digest> one : opened.entrySet()) {
      Set<String> expected = new HashSet<>();
      reading(one.getValue()).noted().members().forEach(member -> expected.add(member.path()));
      Set<String> sealed = expected.isEmpty() ? Set.of() : membersSealed(one.getValue());
      if (!sealed.containsAll(expected)) {
        unfinished.add(new Unfinished(one.getKey(), sealed));
      }
    }
    return unfinished;
  }

  private Set<String> membersSealed(Digest container) {
    return new HashSet<>(
        database.list(
            "SELECT particulars FROM acquisition WHERE instr(particulars, ?) > 0",
            row -> CanonicalJson.parse(row.getString(1)).asMembers().get("member").asText(),
            "\"container\":\"" + container + "\""));
  }

  /** How many annotations of each type a document has, without those that people rejected. */
  public SortedMap<String, Integer> counts(Digest document) {
    return DecisionRows.counts(database, document.toString());
  }

  /**
   * How much there is.
   *
   * @param documents all documents
   * @param notRead those without a text
   * @param annotations how many of each type in all documents
   */
  public record Totals(long documents, long notRead, SortedMap<String, Integer> annotations) {}

  /** How much there is. */
  public Totals totals() {
    SortedMap<String, Integer> annotations = new TreeMap<>();
    database.list(
        "SELECT type, count(*) FROM annotation WHERE status <> 'rejected' GROUP BY type",
        row -> annotations.put(row.getString(1), row.getInt(2)));
    return database
        .list(
            "SELECT count(*), count(notRead) FROM document",
            row -> new Totals(row.getLong(1), row.getLong(2), annotations))
        .getFirst();
  }

  /** Everything as text that is the same for two records that are the same. */
  public void dump(java.util.function.Consumer<String> line) {
    new RecordDump(database).write(line);
  }

  @Override
  public void close() {
    database.close();
  }
}
