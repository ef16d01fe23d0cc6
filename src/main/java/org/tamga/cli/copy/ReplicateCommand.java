package org.tamga.cli.copy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.tamga.cli.ArchiveOption;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Pipeline;
import org.tamga.cli.RawPath;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.copy.Replication;
import org.tamga.record.ProjectionListener;
import org.tamga.vault.Disk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a copy of an archive or brings one forward. */
@Command(
    name = "replicate",
    mixinStandardHelpOptions = true,
    description = "Makes a copy of the archive, or brings one forward; carries destructions.")
public final class ReplicateCommand implements Callable<Integer> {
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      converter = RawPath.class,
      description = "The copy: an empty folder, or a copy made earlier; best on another disk")
  private Path to = Path.of("");

  @Option(
      names = "--thorough",
      description = "Read all that the copy holds already, and mend what is damaged there")
  private boolean thorough;

  @Override
  public Integer call() {
    return archive.attempt(this::replicate);
  }

  private int replicate() throws IOException {
    Disk disk = archive.disk();
    Replication.Outcome outcome;
    try {
      outcome =
          Replication.run(disk, archive.folder(), to, thorough, () -> UUID.randomUUID().toString());
    } catch (IOException stopped) {
      return archive.complain(
          "the copying stopped: " + stopped,
          "see that both disks can be reached and the copy's has room, then run the same command"
              + " again: it goes on where it stopped. What the copy held before is untouched",
          ExitStatus.FINDINGS);
    }
    // Text and record of what is destroyed must not stay in the copy's derived folder.
    ArchiveView view = ArchiveView.open(disk, to);
    if (disk.exists(view.layout().derived())) {
      new Pipeline().catchUpAll(view, ProjectionListener.SILENT);
    }
    archive.err().println(sentence(outcome));
    outcome
        .lost()
        .forEach(
            digest ->
                archive.err().println("lost: " + digest + " is not whole in the archive either"));
    return outcome.lost().isEmpty() ? ExitStatus.GOOD : ExitStatus.FINDINGS;
  }

  private static String sentence(Replication.Outcome outcome) {
    String documents = count(outcome.documents(), "document") + " copied";
    String gone =
        outcome.destroyed() == 0 ? "" : ", " + outcome.destroyed() + " destroyed there too";
    if (outcome.before() == outcome.after()) {
      return outcome.documents() + outcome.files() + outcome.destroyed() == 0
          ? "The copy has all " + outcome.after() + " events already."
          : "Mended the copy of "
              + outcome.after()
              + " events: "
              + documents
              + gone
              + ", "
              + count(outcome.files(), "other file")
              + ".";
    }
    return "Brought the copy from "
        + outcome.before()
        + " to "
        + outcome.after()
        + " events: "
        + documents
        + gone
        + ".";
  }

  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
