package org.tamga.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.cli.reading.OpenedDocuments;
import org.tamga.custody.ArchiveView;
import org.tamga.extraction.Annotator;
import org.tamga.extraction.language.LanguageModels;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.Projection;
import org.tamga.record.ProjectionListener;
import org.tamga.record.Steps;
import org.tamga.search.SearchIndex;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.TextReader;
import org.tamga.text.ocr.ScanReader;
import org.tamga.text.wall.Wall;

/**
 * Everything that follows sealing: reading, annotating, and keeping record and index up to date.
 *
 * <p>The language models are loaded only when a first document needs them.
 */
public final class Pipeline implements AutoCloseable {
  private @Nullable Annotator annotator;
  private final boolean walled;
  private @Nullable OpenedDocuments documents;
  private final Projection projection =
      new Projection(
          new Steps(
              (document, bytes, told) -> documents().read(document, bytes, told),
              this::annotate,
              version()));

  /** Reads behind the wall. */
  public Pipeline() {
    this(true);
  }

  /** Reads behind the wall, or without one where somebody asked for that. */
  public Pipeline(boolean walled) {
    this.walled = walled;
  }

  /** What reads the documents. */
  public OpenedDocuments documents() throws IOException {
    OpenedDocuments open = documents;
    if (open == null) {
      open = new OpenedDocuments(wall(), ScanReader.of(wall(), System.getenv()));
      documents = open;
    }
    return open;
  }

  private Wall wall() throws IOException {
    return walled ? Wall.standard() : Wall.unwalled();
  }

  /** Ends the workers behind the wall; they start again when they are needed. */
  @Override
  public void close() {
    if (documents != null) {
      documents.close();
      documents = null;
    }
  }

  /** Versions of all that makes text and annotations: whoever changes one changes this. */
  static String version() {
    return "text " + TextReader.VERSION + ", " + Annotator.version();
  }

  private List<org.tamga.annotation.Annotation> annotate(
      String document, ReadableText text, Metadata known) {
    if (annotator == null) {
      annotator = Annotator.standard(LanguageModels.english());
    }
    return annotator.annotate(document, text, known);
  }

  /** Deletes everything derived and makes it again. */
  public void rebuild(ArchiveView view, ProjectionListener listener) throws IOException {
    projection.rebuild(view, listener);
    catchUpAll(view, listener);
  }

  /** What is done with the full-text index. */
  @FunctionalInterface
  public interface IndexWork {
    /** Does it. */
    void run(SearchIndex index) throws IOException;
  }

  /** Works with the full-text index, which first comes to the state of the record. */
  public static void index(ArchiveView view, ArchiveRecord record, IndexWork work)
      throws IOException {
    try (SearchIndex index = SearchIndex.upToDate(view, record)) {
      work.run(index);
    }
  }

  /** Brings record and index up to the state of this view. */
  public void catchUpAll(ArchiveView view, ProjectionListener listener) throws IOException {
    catchUp(view, listener);
    try (ArchiveRecord record = ArchiveRecord.open(view)) {
      index(view, record, index -> {});
    }
  }

  /** Brings the record up to the state of this view; the index follows when it is needed. */
  public void catchUp(ArchiveView view, ProjectionListener listener) throws IOException {
    projection.catchUp(view, listener);
  }
}
