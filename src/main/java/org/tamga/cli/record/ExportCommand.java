package org.tamga.cli.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.RawPath;
import org.tamga.cli.Tamga;
import org.tamga.custody.ArchiveView;
import org.tamga.export.Export;
import org.tamga.export.Sharing;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.echo.ArchiveEchoes;
import org.tamga.record.echo.Echoes;
import org.tamga.vault.SystemDisk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the part of the record that may leave the archive. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the part of the record that may leave the archive, for other programs.")
public final class ExportCommand implements Callable<Integer> {
  private static final String JSONL = "jsonl";
  private static final String CSV = "csv";
  private static final String BAGIT = "bagit";
  private static final String RESTRICTED = "restricted";

  @Mixin private RecordOption record = new RecordOption();

  @Option(
      names = "--format",
      required = true,
      paramLabel = "jsonl|csv|bagit",
      description = "Record lines, one table for spreadsheets, or a bag with the documents")
  private String format = "";

  @Option(
      names = "--out",
      paramLabel = "PATH",
      converter = RawPath.class,
      description = "File to write, or a bag's folder. Default: standard output")
  private @Nullable Path out;

  @Option(
      names = "--access",
      paramLabel = RESTRICTED,
      description = "Also documents for those who work with the archive; never protected ones")
  private @Nullable String access;

  @Override
  public Integer call() {
    if (!Set.of(JSONL, CSV, BAGIT).contains(format)) {
      return wrong("there is no format '" + format + "'", "the formats are jsonl, csv and bagit");
    }
    if (format.equals(BAGIT) && out == null) {
      return wrong("a bag is a folder", "name one that does not exist yet with --out");
    }
    if (access != null && !access.equals(RESTRICTED)) {
      return wrong(
          "--access " + access + " is not possible",
          "only restricted documents can be asked for; protected ones and those under embargo"
              + " never leave the archive");
    }
    return record.upToDate(this::export);
  }

  private int wrong(String what, String hint) {
    return record.archive().complain(what, hint, ExitStatus.WRONG_USAGE);
  }

  private int export(ArchiveView view, ArchiveRecord open) throws IOException {
    Sharing sharing = new Sharing(LocalDate.now(ZoneOffset.UTC), access != null);
    Export export = new Export(open, sharing);
    Echoes echoes = ArchiveEchoes.upToDate(view, open);
    if (out == null) {
      tell(write(export, echoes, record.archive().out()));
      return ExitStatus.GOOD;
    }
    Path file = out.toAbsolutePath().normalize();
    if (file.startsWith(view.layout().folder().toAbsolutePath().normalize())) {
      return wrong(
          out + " is inside the archive", "choose a place outside; an archive holds evidence only");
    }
    if (format.equals(BAGIT)) {
      tell(export.bag(view, file, Tamga.PROGRAM));
      return ExitStatus.GOOD;
    }
    new SystemDisk()
        .writeAtomically(
            file,
            stream -> {
              Writer writer =
                  new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
              tell(write(export, echoes, writer));
              writer.flush();
            });
    return ExitStatus.GOOD;
  }

  private Export.Outcome write(Export export, Echoes echoes, Appendable to) throws IOException {
    return format.equals(CSV) ? export.csv(to) : export.jsonl(to, echoes);
  }

  /** What was left out is counted and never named: the names may be what must not be told. */
  private void tell(Export.Outcome outcome) {
    record
        .archive()
        .err()
        .println(
            "Exported "
                + outcome.documents()
                + " documents with "
                + outcome.annotations()
                + " annotations.");
    outcome
        .leftOut()
        .forEach(
            (why, count) ->
                record.archive().err().println("Left out " + count + " " + why.words() + "."));
  }
}
