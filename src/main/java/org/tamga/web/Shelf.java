package org.tamga.web;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.EventKind;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.DerivedLayout;
import org.tamga.record.RecordDocument;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;

/**
 * The archive as one request may see it: documents that were destroyed since the record was last
 * brought up to date are not there, nor are those that the audience must not see.
 *
 * <p>One shelf serves one thread.
 */
public final class Shelf implements AutoCloseable {
  private final ArchiveView view;
  private final ArchiveRecord record;
  private final Audience audience;
  private final Clock clock;
  private final Set<Long> destroyedSince;

  private Shelf(ArchiveView view, ArchiveRecord record, Audience audience, Clock clock)
      throws IOException {
    this.view = view;
    this.record = record;
    this.audience = audience;
    this.clock = clock;
    this.destroyedSince = destroyedFrom(view, record.size());
  }

  /** Opens the archive; a record that is missing is said, not made, because a page never writes. */
  static Shelf open(Disk disk, Path folder, Audience audience, Clock clock) throws IOException {
    ArchiveView view = ArchiveView.open(disk, folder);
    if (!disk.exists(new DerivedLayout(view.layout().derived()).record())) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "the record of this archive has not been made yet",
          "make it with: tamga rebuild; the sealed documents are not concerned");
    }
    ArchiveRecord record = ArchiveRecord.open(view);
    try {
      return new Shelf(view, record, audience, clock);
    } catch (IOException | RuntimeException failed) {
      record.close();
      throw failed;
    }
  }

  private static Set<Long> destroyedFrom(ArchiveView view, long first) throws IOException {
    Set<Long> destroyed = new HashSet<>();
    if (first < view.size()) {
      view.forEachFrom(
          first,
          event -> {
            if (event.entry().kind() == EventKind.DESTROYED) {
              destroyed.add(event.entry().index().orElseThrow());
            }
          });
    }
    return destroyed;
  }

  /** The archive itself. */
  public ArchiveView view() {
    return view;
  }

  /** What is known of its documents; only to be asked about documents of this shelf. */
  public ArchiveRecord record() {
    return record;
  }

  /** Who looks. */
  public Audience audience() {
    return audience;
  }

  /** How many events of the log the record does not know of yet. */
  long behind() {
    return Math.max(0, view.size() - record.size());
  }

  /** A text that changes whenever what may be seen changes. */
  public String state() {
    return view.size()
        + " "
        + record.size()
        + " "
        + record.pending()
        + " "
        + java.time.LocalDate.now(clock);
  }

  /** The document with this id, if there is one that may be seen. */
  public Optional<RecordDocument> document(Digest id) {
    return record.document(id).filter(this::maySee);
  }

  /** Whether a document may be seen. */
  public boolean maySee(RecordDocument document) {
    return audience.maySee(document, clock)
        && document.acquisitions().stream()
            .noneMatch(acquisition -> destroyedSince.contains(acquisition.index()));
  }

  /** The document whose whole id this is; null where there is none that may be seen. */
  @Nullable RecordDocument named(String hex) {
    return hex.matches("[0-9a-f]{64}") ? document(new Digest(hex)).orElse(null) : null;
  }

  @Override
  public void close() {
    record.close();
  }
}
