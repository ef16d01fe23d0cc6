package org.tamga.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.Handling;
import org.tamga.export.Sharing.Obstacle;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.Decision;
import org.tamga.record.DocumentLine;
import org.tamga.record.DocumentLine.AcquisitionLine;
import org.tamga.record.RecordDocument;
import org.tamga.record.RecordLines;
import org.tamga.record.decision.Orphan;
import org.tamga.record.decision.ReviewedAnnotation;
import org.tamga.record.echo.EchoLines;
import org.tamga.record.echo.Echoes;
import org.tamga.vault.Digest;

/** Writes the part of a record that may leave the archive. */
public final class Export {
  private final ArchiveRecord record;
  private final Sharing sharing;

  /** An export of this record under these rules. */
  public Export(ArchiveRecord record, Sharing sharing) {
    this.record = record;
    this.sharing = sharing;
  }

  /**
   * What an export came to.
   *
   * @param documents how many documents were written
   * @param annotations how many annotations
   * @param leftOut how many documents stayed, and why
   */
  public record Outcome(long documents, long annotations, SortedMap<Obstacle, Long> leftOut) {
    public Outcome {
      leftOut = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    }
  }

  /** Writes documents with what they say: {@link #jsonl} and {@link CsvTable} do. */
  private interface Sink {
    void write(DocumentLine line, List<ReviewedAnnotation> annotations, List<Orphan> orphans)
        throws IOException;
  }

  /** Writes record lines: each document's line, then those of its annotations. */
  public Outcome jsonl(Appendable out) throws IOException {
    return jsonl(out, new ArrayList<>());
  }

  /** Writes record lines, and behind them those of what repeats what among these documents. */
  public Outcome jsonl(Appendable out, Echoes echoes) throws IOException {
    List<DocumentLine> shared = new ArrayList<>();
    Outcome outcome = jsonl(out, shared);
    Map<String, String> names = new HashMap<>();
    shared.forEach(line -> names.put(line.id(), line.file()));
    EchoLines lines = new EchoLines(echoes, number -> names.get(echoes.sources().get(number).id()));
    for (String line : lines.all()) {
      out.append(line).append('\n');
    }
    return outcome;
  }

  private Outcome jsonl(Appendable out, List<DocumentLine> shared) throws IOException {
    return export(
        (line, annotations, orphans) -> {
          shared.add(line);
          out.append(RecordLines.write(line)).append('\n');
          for (ReviewedAnnotation annotation : annotations) {
            out.append(RecordLines.write(line.id(), line.file(), annotation)).append('\n');
          }
          for (Orphan orphan : orphans) {
            out.append(RecordLines.write(line.id(), line.file(), orphan)).append('\n');
          }
        });
  }

  /**
   * Writes a bag with the documents themselves: docs/spec/bagit.md.
   *
   * @param folder empty, or not there yet
   * @param program name and version, as the bag will state it
   */
  public Outcome bag(ArchiveView view, Path folder, String program) throws IOException {
    return new Bag(view, record, folder).write(this::jsonl, program, sharing.today().toString());
  }

  /** Writes one table with a row for each document and annotation. */
  public Outcome csv(Appendable out) throws IOException {
    try (CsvTable table = new CsvTable(out)) {
      return export(table::write);
    }
  }

  private Outcome export(Sink sink) throws IOException {
    long documents = 0;
    long said = 0;
    Map<Obstacle, Long> leftOut = new EnumMap<>(Obstacle.class);
    for (Digest id : record.ids()) {
      RecordDocument document = record.document(id).orElseThrow();
      Optional<Obstacle> obstacle = sharing.obstacle(record, document);
      if (obstacle.isPresent()) {
        leftOut.merge(obstacle.get(), 1L, Long::sum);
      } else {
        boolean isProtected = sharing.protectsSource(record, document);
        List<ReviewedAnnotation> all = record.reviewed(id);
        List<ReviewedAnnotation> annotations = isProtected ? withoutOwnWords(all) : all;
        sink.write(
            isProtected ? withoutSource(document.line()) : document.line(),
            annotations,
            isProtected ? List.of() : record.orphans(id));
        documents++;
        said += annotations.size();
      }
    }
    return new Outcome(documents, said, new TreeMap<>(leftOut));
  }

  /** The line with nothing that leads to the source: names and wordings of consent often do. */
  private static DocumentLine withoutSource(DocumentLine line) {
    return new DocumentLine(
        line.id(),
        line.id(),
        line.mediaType(),
        line.bytes(),
        line.known(),
        line.captured(),
        line.received(),
        line.genre(),
        line.text(),
        line.notRead(),
        line.withheld(),
        line.acquisitions().stream().map(Export::withoutSource).toList());
  }

  private static AcquisitionLine withoutSource(AcquisitionLine line) {
    Handling handling = line.handling();
    return new AcquisitionLine(
        null,
        null,
        line.received(),
        new Handling(handling.access(), null, handling.embargoUntil(), true));
  }

  /** Whoever decides may know the source: only words that the text has itself are told. */
  private static List<ReviewedAnnotation> withoutOwnWords(List<ReviewedAnnotation> all) {
    return all.stream()
        .filter(one -> !one.hasOwnWords())
        .map(one -> one.with(one.decisions().stream().map(Decision::withoutWords).toList()))
        .toList();
  }
}
