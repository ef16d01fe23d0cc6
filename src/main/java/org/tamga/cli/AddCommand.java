package org.tamga.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.cli.reading.WallOption;
import org.tamga.custody.Archive;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.Particulars;
import org.tamga.intake.Intake;
import org.tamga.intake.Manifest;
import org.tamga.keyring.Keyring;
import org.tamga.record.ProjectionListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes documents in: seals them first, then reads and annotates them. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Seals files and folders, then reads and annotates them.")
final class AddCommand implements Callable<Integer> {
  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private WriterOption writer = new WriterOption();
  @Mixin private WallOption wall = new WallOption();

  @Option(
      names = "--manifest",
      paramLabel = "FILE.csv",
      converter = RawPath.class,
      description = "What is known of the files: path, publisher, published, source, handling, …")
  private @Nullable Path manifest;

  @Option(names = "--json", description = "One object a line for each document; the ledger last")
  private boolean json;

  @Option(names = "--collector", paramLabel = "NAME", description = "Who hands the files in")
  private @Nullable String collector;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why they are handed in")
  private @Nullable String reason;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      converter = RawPath.class,
      description = "Files and folders; folders are walked")
  private List<Path> paths = new ArrayList<>();

  @Override
  public Integer call() {
    return archive.attempt(this::add);
  }

  private int add() throws IOException {
    Manifest known = manifest == null ? Manifest.EMPTY : Manifest.read(manifest);
    known.messages().forEach(message -> archive.err().println("warning: manifest, " + message));
    if (!writer.disk().exists(archive.folder())) {
      InitCommand.make(archive.folder(), writer);
      archive.err().println("Made the new archive " + archive.folder() + ".");
    }
    Keyring keyring = writer.keyring(archive.folder());
    boolean walled = wall.walled(archive.err());
    try (Archive open = writer.open(archive.folder(), keyring, wall.program(Tamga.PROGRAM));
        Pipeline pipeline = new Pipeline(walled)) {
      Progress progress = Progress.on(archive.err(), !json);
      VersionLinks links = new VersionLinks(known, manifest);
      AddReport report =
          new AddReport(open, pipeline, links, archive.out(), archive.err(), progress, json);
      int status = run(new Told(known, collector, reason), open, report);
      links.log(open).forEach(message -> archive.err().println("warning: " + message));
      pipeline.catchUpAll(open.view(), ProjectionListener.SILENT);
      return status;
    }
  }

  private int run(Told told, Archive open, AddReport report) throws IOException {
    Interruption interruption = Interruption.listen();
    try {
      boolean complete = takeIn(told, open, report, interruption);
      report.ledger(interruption.isAsked());
      return complete && report.isGood() ? ExitStatus.GOOD : ExitStatus.SOME_INPUTS_FAILED;
    } finally {
      interruption.done();
    }
  }

  private boolean takeIn(Told told, Archive open, AddReport report, Interruption interruption)
      throws IOException {
    try {
      report.begin();
      new Intake(open, told::of, report, interruption::isAsked).add(paths);
      return !interruption.isAsked();
    } catch (ArchiveException refused) {
      throw refused;
    } catch (IOException unwritable) {
      report.close();
      archive.complain(
          "the archive could not be written: " + unwritable.getMessage(),
          "free some room or mend the disk and run the same command again; what the ledger calls"
              + " sealed is safe",
          ExitStatus.SOME_INPUTS_FAILED);
      return false;
    }
  }

  /** What is said of each file: by its row in the manifest, and by the command line of all. */
  private record Told(Manifest manifest, @Nullable String collector, @Nullable String reason) {
    Intake.Told of(Path file) {
      Particulars particulars =
          Particulars.NONE
              .with("collector", collector == null ? System.getProperty("user.name") : collector)
              .with("machine", Machine.name())
              .with("reason", reason);
      Manifest.Row row = manifest.rowOf(file).orElse(null);
      if (row == null) {
        return new Intake.Told(particulars, null);
      }
      return new Intake.Told(
          particulars
              .with("publisher", row.publisher())
              .with("published", row.published())
              .with("captured", row.captured())
              .with("author", row.author())
              .with("language", row.language())
              .with("source", row.source())
              .with("url", row.url()),
          row.handling());
    }
  }
}
