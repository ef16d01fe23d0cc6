package org.tamga.record.echo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.Statement;
import org.tamga.corroboration.independence.DecidedGroups;
import org.tamga.corroboration.independence.EchoGroup;
import org.tamga.corroboration.independence.EchoSearch;
import org.tamga.corroboration.independence.Grouping;
import org.tamga.corroboration.independence.Link;
import org.tamga.corroboration.independence.Source;
import org.tamga.corroboration.origin.Credits;
import org.tamga.corroboration.passage.PageRepeats;
import org.tamga.corroboration.passage.Passage;
import org.tamga.corroboration.passage.Quotation;
import org.tamga.corroboration.passage.Words;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.Database;
import org.tamga.record.DerivedLayout;
import org.tamga.record.RecordDocument;
import org.tamga.record.decision.GroupDecisions;
import org.tamga.record.decision.GroupMember;
import org.tamga.text.Block;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Reading;
import org.tamga.vault.Digest;

/**
 * Keeps what repeats what in step with the record.
 *
 * <p>Documents are taken in one after another in the order in which they first came in, some in a
 * transaction; whoever is stopped goes on from there. What was found for a document hangs on those
 * before it alone, so that adding and rebuilding come to the same. Where a document left, or its
 * text or what is known of it changed, all is made again.
 */
public final class ArchiveEchoes {
  /** Raised whenever texts would be compared or judged otherwise. */
  private static final String FORMAT = "1";

  private static final int BATCH_DOCUMENTS = 64;

  /** Texts kept at hand: those that are often compared with are the first of a large group. */
  private static final int TEXTS_AT_HAND = 1024;

  private final ArchiveRecord record;
  private final Database database;
  private final EchoTables tables;
  private final StoredPostings prints;
  private final Stored stored = new Stored();
  private final EchoSearch search;
  private final Map<Integer, EchoTables.Row> rows;

  private ArchiveEchoes(ArchiveRecord record, Database database) {
    this.record = record;
    this.database = database;
    tables = new EchoTables(database);
    rows = tables.rows();
    prints = new StoredPostings(database, "print");
    search = new EchoSearch(prints, new StoredPostings(database, "telling"), stored);
  }

  /** What repeats what, after taking in what is new in this record. */
  public static Echoes upToDate(ArchiveView view, ArchiveRecord record) throws IOException {
    DerivedLayout layout = new DerivedLayout(view.layout().derived());
    try (Database database = openWhole(view, layout)) {
      ArchiveEchoes echoes = new ArchiveEchoes(record, database);
      if (echoes.catchUp()) {
        return echoes.all();
      }
    }
    delete(view, layout);
    try (Database database = Database.open(layout.echoes(), EchoTables.SCHEMA)) {
      ArchiveEchoes echoes = new ArchiveEchoes(record, database);
      echoes.catchUp();
      return echoes.all();
    }
  }

  /**
   * What repeats what, as far as it was last looked for; empty where it never was. Nothing is
   * written, and documents that left the record since are still there: whoever shows them asks the
   * record first.
   */
  public static Optional<Echoes> asItIs(ArchiveView view, ArchiveRecord record) {
    DerivedLayout layout = new DerivedLayout(view.layout().derived());
    if (!view.disk().exists(layout.echoes())) {
      return Optional.empty();
    }
    try (Database database = Database.open(layout.echoes(), EchoTables.SCHEMA)) {
      return isOfThisFormat(database)
          ? Optional.of(new ArchiveEchoes(record, database).all())
          : Optional.empty();
    }
  }

  private static Database openWhole(ArchiveView view, DerivedLayout layout) throws IOException {
    try {
      Database database = Database.open(layout.echoes(), EchoTables.SCHEMA);
      if (database.isWhole() && isOfThisFormat(database)) {
        return database;
      }
      database.close();
    } catch (ArchiveException refused) {
      if (refused.reason() != Reason.DAMAGED) {
        throw refused;
      }
    }
    delete(view, layout);
    return Database.open(layout.echoes(), EchoTables.SCHEMA);
  }

  private static boolean isOfThisFormat(Database database) {
    List<String> found =
        database.list("SELECT value FROM meta WHERE name = 'format'", row -> row.getString(1));
    return found.isEmpty() || found.getFirst().equals(FORMAT);
  }

  private static void delete(ArchiveView view, DerivedLayout layout) throws IOException {
    // First the file, so that no leftover journal is ever applied to another database.
    view.disk().delete(layout.echoes());
    view.disk().delete(layout.echoesJournal());
  }

  private Echoes all() {
    List<Source> sources = tables.sources();
    List<Link> links = Grouping.withoutForms(tables.links(), prints);
    GroupDecisions decisions = decisions(sources);
    List<EchoGroup> groups =
        DecidedGroups.of(sources, Grouping.of(sources, links), decisions.ties());
    return new Echoes(sources, links, groups, tables.repeats(), decisions);
  }

  private GroupDecisions decisions(List<Source> sources) {
    return new GroupDecisions(
        record.groupDecisions(),
        Set.of(GroupMember.DOCUMENT),
        sources.stream().map(Source::id).map(GroupMember::document).toList(),
        document -> Optional.empty());
  }

  /** Takes in what is new; false where what is there is not the beginning of this record. */
  private boolean catchUp() throws IOException {
    Map<Digest, String> wanted = record.revisions();
    List<Map.Entry<Digest, String>> order = new ArrayList<>(wanted.entrySet());
    if (order.size() < rows.size() || !fits(order)) {
      return false;
    }
    for (int from = rows.size(); from < order.size(); from += BATCH_DOCUMENTS) {
      int start = from;
      int end = Math.min(order.size(), from + BATCH_DOCUMENTS);
      database.inTransaction(
          () -> {
            database.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", "format", FORMAT);
            for (int number = start; number < end; number++) {
              add(number, order.get(number));
            }
          });
    }
    return true;
  }

  /** Decisions make a new revision of a document, but change nothing here. */
  private boolean fits(List<Map.Entry<Digest, String>> order) {
    Map<Integer, String> remade = new LinkedHashMap<>();
    for (Map.Entry<Integer, EchoTables.Row> one : rows.entrySet()) {
      Map.Entry<Digest, String> now = order.get(one.getKey());
      if (!now.getKey().equals(one.getValue().id())) {
        return false;
      }
      if (!now.getValue().equals(one.getValue().made())) {
        if (!seen(record.document(now.getKey()).orElseThrow()).equals(one.getValue().seen())) {
          return false;
        }
        remade.put(one.getKey(), now.getValue());
      }
    }
    remade.forEach(tables::remake);
    return true;
  }

  private void add(int number, Map.Entry<Digest, String> one) throws IOException {
    RecordDocument document = record.document(one.getKey()).orElseThrow();
    Reading reading = record.reading(one.getKey());
    ReadableText text = reading instanceof Reading.Read read ? read.text() : NO_TEXT;
    Words words = Words.of(text);
    Source source = source(document, text);
    EchoTables.Row row = new EchoTables.Row(one.getKey(), one.getValue(), seen(document));
    stored.atHand.put(number, words);
    List<Link> links = search.add(number, words, source, quotations(one.getKey()));
    List<Passage> repeats = PageRepeats.of(text);
    tables.add(number, row, source, repeats, links);
    rows.put(number, row);
  }

  /** What people rejected was not said so. */
  private List<Quotation> quotations(Digest document) {
    List<Quotation> quotations = new ArrayList<>();
    for (Annotation annotation : record.annotations(document)) {
      if (annotation instanceof Statement said
          && said.speech() != Statement.Speech.INDIRECT
          && said.anchor().status() != Anchor.Status.REJECTED
          && said.speaker() != null
          && !said.speaker().anonymous()) {
        quotations.add(new Quotation(said.speaker().name(), said.target().reach()));
      }
    }
    return quotations;
  }

  private static final ReadableText NO_TEXT =
      new ReadableText("text/plain", "", List.<Block>of(), List.of(), Metadata.NONE);

  private static Source source(RecordDocument document, ReadableText text) {
    return new Source(
        document.id().toString(),
        document.file(),
        document.known().publisher(),
        document.known().published(),
        document.captured(),
        Credits.of(text, document.known()));
  }

  /** Changes with whatever the links of a document hang on. */
  private static String seen(RecordDocument document) {
    String all =
        document.text()
            + "\n"
            + document.file()
            + "\n"
            + document.known().title()
            + "\n"
            + document.known().publisher()
            + "\n"
            + document.known().published()
            + "\n"
            + document.captured();
    return Digest.of(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Documents that were taken in, read again from the record when they are compared with. */
  private final class Stored implements EchoSearch.Documents {
    private final Map<Integer, Words> atHand =
        new LinkedHashMap<>(TEXTS_AT_HAND, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Integer, Words> eldest) {
            return size() > TEXTS_AT_HAND;
          }
        };

    @Override
    public Words words(int document) {
      Words known = atHand.get(document);
      if (known == null) {
        known = read(Objects.requireNonNull(rows.get(document)).id());
        atHand.put(document, known);
      }
      return known;
    }

    private Words read(Digest id) {
      try {
        return Words.of(record.reading(id) instanceof Reading.Read read ? read.text() : NO_TEXT);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Source source(int document) {
      return tables.source(document);
    }

    @Override
    public List<Quotation> quotations(int document) {
      return ArchiveEchoes.this.quotations(Objects.requireNonNull(rows.get(document)).id());
    }
  }
}
