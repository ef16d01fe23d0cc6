package org.tamga.cli.record;

import java.io.IOException;
import org.tamga.cli.ArchiveOption;
import org.tamga.cli.Pipeline;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.ProjectionListener;
import org.tamga.vault.SystemDisk;
import picocli.CommandLine.Mixin;

/** What every command that shows the record has in common: archive, and a record up to date. */
public final class RecordOption {
  @Mixin private ArchiveOption archive = new ArchiveOption();

  /** What a command does with an archive and its record. */
  @FunctionalInterface
  public interface Work {
    /** Does it and returns the exit status. */
    int run(ArchiveView view, ArchiveRecord record) throws IOException;
  }

  /** Archive and the two streams. */
  public ArchiveOption archive() {
    return archive;
  }

  /** Works with the record as it is when it is up to date, and refuses while it cannot be. */
  public int upToDate(Work work) {
    return archive.attempt(
        () -> {
          ArchiveView view = ArchiveView.open(new SystemDisk(), archive.folder());
          new Pipeline().catchUp(view, ProjectionListener.SILENT);
          return run(view, work);
        });
  }

  /** Works with the record, also where another program is just then bringing it up to date. */
  public int asFarAsItIs(Work work) {
    return archive.attempt(
        () -> {
          ArchiveView view = ArchiveView.open(new SystemDisk(), archive.folder());
          try {
            new Pipeline().catchUp(view, ProjectionListener.SILENT);
          } catch (ArchiveException busy) {
            if (busy.reason() != Reason.BUSY) {
              throw busy;
            }
            archive
                .err()
                .println("note: another program is bringing the record up to date; not all is in");
          }
          return run(view, work);
        });
  }

  private static int run(ArchiveView view, Work work) throws IOException {
    try (ArchiveRecord record = ArchiveRecord.open(view)) {
      return work.run(view, record);
    }
  }
}
