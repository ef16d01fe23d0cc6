package org.tamga.cli.record;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tamga.cli.ArchiveOption;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Pipeline;
import org.tamga.cli.Progress;
import org.tamga.cli.reading.WallOption;
import org.tamga.custody.ArchiveView;
import org.tamga.record.ProjectionListener;
import org.tamga.vault.SystemDisk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes everything derived again from the sealed bytes. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = "Deletes everything derived and makes it again from what is sealed.")
public final class RebuildCommand implements Callable<Integer> {
  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private WallOption wall = new WallOption();

  @Option(names = "--json", description = "One object: how many documents were read and not read")
  private boolean json;

  @Override
  public Integer call() {
    return archive.attempt(this::rebuild);
  }

  private int rebuild() throws IOException {
    ArchiveView view = ArchiveView.open(new SystemDisk(), archive.folder());
    Counting counting = new Counting(Progress.on(archive.err(), !json));
    try (Pipeline pipeline = new Pipeline(wall.walled(archive.err()))) {
      pipeline.rebuild(view, counting);
    }
    counting.progress.clear();
    archive
        .out()
        .println(
            json
                ? "{\"documents\":%d,\"read\":%d,\"notRead\":%d}"
                    .formatted(counting.read + counting.notRead, counting.read, counting.notRead)
                : "documents %d = read %d + not read %d"
                    .formatted(counting.read + counting.notRead, counting.read, counting.notRead));
    return ExitStatus.GOOD;
  }

  /** Counts and shows how far it is. */
  private static final class Counting implements ProjectionListener {
    private final Progress progress;
    private int all;
    private int read;
    private int notRead;

    Counting(Progress progress) {
      this.progress = progress;
    }

    @Override
    public void begins(int documents) {
      all = documents;
    }

    @Override
    public void projected(Outcome outcome) {
      if (outcome.notRead() == null) {
        read++;
      } else {
        notRead++;
      }
      progress.show((read + notRead) + " of " + all + " documents");
    }
  }
}
