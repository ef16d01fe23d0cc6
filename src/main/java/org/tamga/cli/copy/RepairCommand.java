package org.tamga.cli.copy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tamga.cli.ArchiveOption;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.RawPath;
import org.tamga.cli.WriterOption;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.copy.Repair;
import org.tamga.keyring.Keyring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts back into an archive what it has lost and a copy has. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description = "Puts back what is lost or damaged from a copy, and logs that it did.")
public final class RepairCommand implements Callable<Integer> {
  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private WriterOption writer = new WriterOption();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      converter = RawPath.class,
      description = "A copy of the archive that replicate made")
  private Path from = Path.of("");

  @Override
  public Integer call() {
    return archive.attempt(this::repair);
  }

  private int repair() throws IOException {
    // Before anything is changed: without the keys what is put back could not be logged. The
    // copy is asked for the name, because the archive may have lost it.
    String origin = ArchiveView.open(writer.disk(), from).origin();
    Keyring keyring = writer.keyringOf(origin);
    Repair.Outcome outcome =
        Repair.run(writer.disk(), archive.folder(), from, WriterOption.surroundings(keyring));
    archive
        .err()
        .println(
            outcome.firstEvent() < 0
                ? "Nothing was to be repaired."
                : "Repaired "
                    + ReplicateCommand.count(outcome.documents(), "document")
                    + " and "
                    + ReplicateCommand.count(outcome.files(), "other file")
                    + ". Logged as event "
                    + outcome.firstEvent()
                    + ".");
    outcome
        .lost()
        .forEach(digest -> archive.err().println("lost: " + digest + " is whole on neither side"));
    outcome
        .lostEvents()
        .forEach(
            index ->
                archive.err().println("lost: what event " + index + " says is on neither side"));
    return outcome.lost().isEmpty() && outcome.lostEvents().isEmpty()
        ? ExitStatus.GOOD
        : ExitStatus.FINDINGS;
  }
}
