package org.tamga.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Annotation;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.DerivedLayout;
import org.tamga.record.RecordDocument;
import org.tamga.text.Reading;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;

/**
 * The full-text index of an archive.
 *
 * <p>Each document of the record is there with the revision that the record gives it; what differs
 * is taken out or in. An index that is damaged or of another version is made again.
 */
public final class SearchIndex implements AutoCloseable {
  /** Raised whenever documents would be indexed otherwise. */
  private static final String FORMAT = "1";

  private static final int SNIPPETS = 3;

  /** Lucene speaks of processors and memory, which nobody asked about; standard error is ours. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.OFF);
  }

  private final Directory directory;
  private final DirectoryReader reader;
  private final Analyzer analyzer;
  private final ArchiveRecord record;

  private SearchIndex(
      Directory directory, DirectoryReader reader, Analyzer analyzer, ArchiveRecord record) {
    this.directory = directory;
    this.reader = reader;
    this.analyzer = analyzer;
    this.record = record;
  }

  /** Opens the index after bringing it to the state of this record. */
  public static SearchIndex upToDate(ArchiveView view, ArchiveRecord record) throws IOException {
    Path folder = new DerivedLayout(view.layout().derived()).index();
    try {
      return open(folder, record);
    } catch (LockObtainFailedException busy) {
      throw new ArchiveException(
          Reason.BUSY,
          "another program is bringing the index up to date",
          "wait until it has finished, then try again; nothing was changed");
    } catch (IOException | IllegalArgumentException | IllegalStateException damaged) {
      // Lucene's words for an index that is cut off, older, newer or no index differ widely.
      clear(view.disk(), folder);
      return open(folder, record);
    }
  }

  private static SearchIndex open(Path folder, ArchiveRecord record) throws IOException {
    Directory directory = FSDirectory.open(folder);
    Analyzer analyzer = Fields.analyzer();
    boolean opened = false;
    try {
      update(directory, analyzer, record);
      SearchIndex index =
          new SearchIndex(directory, DirectoryReader.open(directory), analyzer, record);
      opened = true;
      return index;
    } finally {
      if (!opened) {
        directory.close();
      }
    }
  }

  /**
   * Opens the index as it is, for those who must not write; it may know less than the record, or
   * documents that the record has no more. Empty where there is none that can be read.
   */
  public static Optional<SearchIndex> asItIs(ArchiveView view, ArchiveRecord record)
      throws IOException {
    Path folder = new DerivedLayout(view.layout().derived()).index();
    if (!view.disk().exists(folder)) {
      return Optional.empty();
    }
    Directory directory = FSDirectory.open(folder);
    DirectoryReader reader = null;
    boolean opened = false;
    try {
      if (DirectoryReader.indexExists(directory)) {
        reader = DirectoryReader.open(directory);
        opened = FORMAT.equals(reader.getIndexCommit().getUserData().get("format"));
      }
      return opened && reader != null
          ? Optional.of(new SearchIndex(directory, reader, Fields.analyzer(), record))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException | IllegalStateException damaged) {
      return Optional.empty();
    } finally {
      if (!opened) {
        if (reader != null) {
          reader.close();
        }
        directory.close();
      }
    }
  }

  private static void clear(Disk disk, Path folder) throws IOException {
    for (Path file : disk.list(folder)) {
      disk.delete(file);
    }
  }

  private static void update(Directory directory, Analyzer analyzer, ArchiveRecord record)
      throws IOException {
    Map<Digest, String> wanted = record.revisions();
    Map<Digest, String> held = new HashMap<>();
    boolean exists = DirectoryReader.indexExists(directory);
    if (exists) {
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        if (FORMAT.equals(reader.getIndexCommit().getUserData().get("format"))) {
          held = revisions(reader);
        } else {
          exists = false;
        }
      }
    }
    if (exists && held.equals(wanted)) {
      return;
    }
    IndexWriterConfig settings = new IndexWriterConfig(analyzer);
    settings.setOpenMode(
        exists ? IndexWriterConfig.OpenMode.CREATE_OR_APPEND : IndexWriterConfig.OpenMode.CREATE);
    settings.setCommitOnClose(false);
    try (IndexWriter writer = new IndexWriter(directory, settings)) {
      change(writer, record, held, wanted);
      writer.setLiveCommitData(Map.of("format", FORMAT).entrySet());
      writer.commit();
    }
  }

  private static void change(
      IndexWriter writer,
      ArchiveRecord record,
      Map<Digest, String> held,
      Map<Digest, String> wanted)
      throws IOException {
    for (Digest id : held.keySet()) {
      if (!wanted.containsKey(id)) {
        writer.deleteDocuments(new Term(Fields.ID, id.toString()));
      }
    }
    for (Map.Entry<Digest, String> one : wanted.entrySet()) {
      Digest id = one.getKey();
      if (!one.getValue().equals(held.get(id))) {
        RecordDocument document = record.document(id).orElseThrow();
        Reading reading = record.reading(id);
        writer.updateDocument(
            new Term(Fields.ID, id.toString()),
            Fields.of(document, one.getValue(), reading, standing(record, id)));
      }
    }
  }

  /** What a person found wrong is not to be found. */
  private static List<Annotation> standing(ArchiveRecord record, Digest document) {
    return record.annotations(document).stream()
        .filter(one -> one.anchor().status() != Anchor.Status.REJECTED)
        .toList();
  }

  private static Map<Digest, String> revisions(DirectoryReader reader) throws IOException {
    Map<Digest, String> held = new HashMap<>();
    StoredFields stored = reader.storedFields();
    var live = org.apache.lucene.index.MultiBits.getLiveDocs(reader);
    for (int i = 0; i < reader.maxDoc(); i++) {
      if (live == null || live.get(i)) {
        var document = stored.document(i);
        held.put(Digest.parse(document.get(Fields.ID)), document.get(Fields.REVISION));
      }
    }
    return held;
  }

  /**
   * The documents that fit, best first.
   *
   * @param hits at most {@code most} of them
   * @param documents how many there are in all
   */
  public record Answer(List<Hit> hits, long documents) {
    public Answer {
      hits = List.copyOf(hits);
    }
  }

  /** Looks for documents. */
  public Answer search(Query query, int most) throws IOException {
    LuceneQueries queries = new LuceneQueries(analyzer);
    IndexSearcher searcher = new IndexSearcher(reader);
    TopDocs found = searcher.search(queries.documents(query), most);
    Snippets snippets = new Snippets(analyzer);
    org.apache.lucene.search.Query marks = queries.marks(query);
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc one : found.scoreDocs) {
      Digest id = Digest.parse(searcher.storedFields().document(one.doc).get(Fields.ID));
      List<Hit.Snippet> shown =
          record.reading(id) instanceof Reading.Read read
              ? snippets.in(read.text(), marks, SNIPPETS)
              : List.of();
      hits.add(new Hit(id, shown));
    }
    return new Answer(hits, searcher.count(queries.documents(query)));
  }

  /** How many documents the index knows. */
  public long documents() {
    return reader.numDocs();
  }

  /** How many documents fit. */
  public long count(Query query) throws IOException {
    return new IndexSearcher(reader).count(new LuceneQueries(analyzer).documents(query));
  }

  /** The ids of at most {@code most} documents that fit, best first. */
  public List<Digest> ids(Query query, int most) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    List<Digest> ids = new ArrayList<>();
    TopDocs found = searcher.search(new LuceneQueries(analyzer).documents(query), most);
    for (ScoreDoc one : found.scoreDocs) {
      ids.add(Digest.parse(searcher.storedFields().document(one.doc).get(Fields.ID)));
    }
    return ids;
  }

  /** Where a document of the record fits best. */
  public List<Hit.Snippet> snippets(Query query, Digest document) throws IOException {
    return record.reading(document) instanceof Reading.Read read
        ? new Snippets(analyzer).in(read.text(), new LuceneQueries(analyzer).marks(query), SNIPPETS)
        : List.of();
  }

  /** Everything in the index as text that is the same for two indexes that are the same. */
  public void dump(Consumer<String> line) throws IOException {
    new IndexDump(reader).write(line);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
    analyzer.close();
  }
}
