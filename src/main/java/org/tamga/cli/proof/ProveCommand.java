package org.tamga.cli.proof;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.RawPath;
import org.tamga.cli.record.RecordOption;
import org.tamga.custody.ArchiveView;
import org.tamga.export.Disclosing;
import org.tamga.export.ProofBundle;
import org.tamga.export.Sharing;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.RecordDocument;
import org.tamga.vault.Digest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a proof that somebody without the archive can check. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    description = "Writes documents and the proof that they are sealed, to hand over.")
public final class ProveCommand implements Callable<Integer> {
  @Mixin private RecordOption record = new RecordOption();

  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      description = "Documents: sha256:… or the first digits")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      converter = RawPath.class,
      description = "Folder to make; it must not exist yet")
  private Path out = Path.of("");

  @Option(
      names = "--disclose",
      split = ",",
      paramLabel = "FIELD",
      description = "Also show these: name, path, source, collector, publisher, url, …")
  private List<String> disclose = new ArrayList<>();

  @Override
  public Integer call() {
    Disclosing disclosing;
    try {
      disclosing = new Disclosing(new TreeSet<>(disclose));
    } catch (IllegalArgumentException e) {
      return record
          .archive()
          .complain(e.getMessage(), "docs/spec/events.md names all fields", ExitStatus.WRONG_USAGE);
    }
    return record.upToDate((view, open) -> prove(view, open, disclosing));
  }

  private int prove(ArchiveView view, ArchiveRecord open, Disclosing disclosing)
      throws IOException {
    Map<Digest, RecordDocument> documents = new LinkedHashMap<>();
    for (String id : ids) {
      RecordDocument document = open.find(id);
      documents.put(document.id(), document);
    }
    Sharing sharing = new Sharing(LocalDate.now(ZoneOffset.UTC), false);
    ProofBundle.Outcome outcome =
        new ProofBundle(view, open, sharing)
            .write(out, List.copyOf(documents.values()), disclosing);
    record.archive().out().println(out);
    tell(documents.size(), outcome);
    return ExitStatus.GOOD;
  }

  private void tell(int documents, ProofBundle.Outcome outcome) {
    PrintWriter err = record.archive().err();
    err.println(
        "Shown of %s: %s, %s: %s."
            .formatted(
                count(documents, "document"),
                count(outcome.events(), "event"),
                count(outcome.shown().size(), "field"),
                list(outcome.shown())));
    if (!outcome.kept().isEmpty()) {
      err.println("Not shown, to protect a source: " + list(outcome.kept()) + ".");
    }
    if (outcome.stamps() == 0) {
      err.println("There is no time stamp over this state of the log; tamga timestamp gets one.");
    }
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String list(NavigableSet<String> names) {
    return String.join(", ", names);
  }
}
