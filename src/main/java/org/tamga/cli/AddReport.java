package org.tamga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tamga.cli.reading.Unpacking;
import org.tamga.custody.Archive;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.custody.FileName;
import org.tamga.intake.FoundFile;
import org.tamga.intake.Intake;
import org.tamga.intake.Ledger;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.ProjectionListener;
import org.tamga.record.ProjectionListener.Outcome;
import org.tamga.record.RecordDocument;
import org.tamga.text.Reading.Warning;
import org.tamga.vault.Digest;

/**
 * Tells what became of each file of a run, and at the end the ledger.
 *
 * <p>Nothing is called sealed before it is. Taking members out of containers, reading and
 * annotating follow each sealed batch.
 */
final class AddReport implements Intake.Listener, Unpacking.Listener {
  private static final int SHOWN_DIGITS = 12;

  private final Archive archive;
  private final VersionLinks links;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Progress progress;
  private final boolean json;
  private final Pipeline pipeline;
  private final Unpacking unpacking;
  private final List<Sealed> batch = new ArrayList<>();
  private final Set<Digest> documents = new HashSet<>();
  private final Map<String, Integer> found = new TreeMap<>();
  private Ledger ledger = Ledger.EMPTY;
  private long bytes;

  /** A file of the batch at hand, or a member of one. */
  private record Sealed(Acquired event, long index, boolean isNew) {
    boolean isMember() {
      return event.particulars().get("member") != null;
    }
  }

  AddReport(
      Archive archive,
      Pipeline pipeline,
      VersionLinks links,
      PrintWriter out,
      PrintWriter err,
      Progress progress,
      boolean json)
      throws IOException {
    this.archive = archive;
    this.pipeline = pipeline;
    this.links = links;
    this.out = out;
    this.err = err;
    this.progress = progress;
    this.json = json;
    this.unpacking = new Unpacking(archive, pipeline.documents(), this);
  }

  /** Finishes the reading of what an earlier, interrupted run had sealed. */
  void begin() throws IOException {
    pipeline.catchUp(archive.view(), ProjectionListener.SILENT);
    unpacking.resume();
    if (!batch.isEmpty()) {
      err.println(
          "Sealed " + batch.size() + " members of containers that the last run had not finished.");
      batch.clear();
      pipeline.catchUp(archive.view(), ProjectionListener.SILENT);
    }
  }

  @Override
  public void sealed(FoundFile file, Acquired event, long index, boolean isNew) throws IOException {
    links.sealed(file.path(), event.digest());
    batch.add(new Sealed(event, index, isNew));
    unpacking.add(event, isNew);
  }

  @Override
  public void member(Acquired member, long index, boolean isNew) {
    batch.add(new Sealed(member, index, isNew));
  }

  @Override
  public void left(Acquired container, String reason) {
    progress.clear();
    err.println(
        "warning: "
            + Shown.safely(container.path().display())
            + ": not all members were taken out: "
            + Shown.safely(reason));
  }

  @Override
  public void batchSealed() throws IOException {
    unpacking.run();
    Map<Digest, Outcome> outcomes = new HashMap<>();
    pipeline.catchUp(archive.view(), outcome -> outcomes.put(outcome.document(), outcome));
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      for (Sealed one : batch) {
        Digest digest = one.event().digest();
        RecordDocument document = record.document(digest).orElseThrow();
        Outcome now = outcomes.get(digest);
        List<Warning> warnings =
            now == null ? record.reading(digest).noted().warnings() : now.warnings();
        tell(one, document, now == null ? document.counts() : now.counts(), warnings);
      }
    }
    batch.clear();
    out.flush();
    progress.show(
        (ledger.sealed() + ledger.alreadySealed())
            + " sealed, "
            + ledger.read()
            + " read, "
            + (bytes >> 20)
            + " MiB");
  }

  private void tell(
      Sealed one,
      RecordDocument document,
      SortedMap<String, Integer> counts,
      List<Warning> warnings) {
    String notRead = document.notRead();
    bytes += document.bytes();
    if (!one.isMember()) {
      count(one.isNew() ? 1 : 0, one.isNew() ? 0 : 1, 0, 0);
    }
    if (documents.add(one.event().digest())) {
      ledger =
          new Ledger(
              ledger.sealed(),
              ledger.alreadySealed(),
              ledger.failed(),
              ledger.excluded(),
              ledger.read() + (notRead == null ? 1 : 0),
              ledger.notRead() + (notRead == null ? 0 : 1));
      counts.forEach((type, number) -> found.merge(type, number, Integer::sum));
    }
    if (json) {
      String status = one.isNew() ? "sealed" : "alreadySealed";
      out.println(ReportLine.of(status, one.event(), one.index(), notRead, warnings));
    } else {
      progress.clear();
      out.println(
          (one.isMember() ? "  member " : one.isNew() ? "sealed   " : "again    ")
              + one.event().digest().hex().substring(0, SHOWN_DIGITS)
              + "  "
              + Shown.safely(one.event().path().display())
              + "  "
              + (notRead == null ? Shown.counts(counts) : "not read: " + Shown.safely(notRead)));
      for (Warning warning : warnings) {
        out.println("         warning: " + Shown.safely(warning.code() + ": " + warning.words()));
      }
    }
  }

  @Override
  public void excluded(FoundFile file, String reason) {
    count(0, 0, 0, 1);
    problem("excluded", file.place(), file.path().toString(), reason);
  }

  @Override
  public void failed(FoundFile file, String reason) {
    count(0, 0, 1, 0);
    problem("failed", file.place(), file.path().toString(), reason);
  }

  private void problem(String status, FileName place, String path, String reason) {
    if (json) {
      out.println(ReportLine.of(status, place, reason));
    } else {
      progress.clear();
      out.println(status + "   " + Shown.safely(path) + ": " + reason);
    }
  }

  private void count(int sealed, int already, int failed, int excluded) {
    ledger =
        new Ledger(
            ledger.sealed() + sealed,
            ledger.alreadySealed() + already,
            ledger.failed() + failed,
            ledger.excluded() + excluded,
            ledger.read(),
            ledger.notRead());
  }

  /** Whether every file was taken in. */
  boolean isGood() {
    return ledger.failed() == 0;
  }

  /** Counts as failed the files that were waiting when the archive could not be written. */
  void close() {
    batch.clear();
  }

  /** Prints the ledger. */
  void ledger(boolean interrupted) {
    progress.clear();
    if (json) {
      out.println(ReportLine.of(ledger));
    } else {
      out.println();
      out.println(
          String.format(
              "in %d = sealed %d + already sealed %d + failed %d + excluded %d",
              ledger.in(),
              ledger.sealed(),
              ledger.alreadySealed(),
              ledger.failed(),
              ledger.excluded()));
      out.println(
          String.format(
              "documents %d = read %d + not read %d",
              ledger.documents(), ledger.read(), ledger.notRead()));
      out.println("found: " + Shown.counts(found));
    }
    out.flush();
    if (interrupted) {
      err.println("Stopped. What is listed is sealed; run the same command again to go on.");
    }
  }
}
