package org.tamga.cli.record;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Shown;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.RecordDocument;
import org.tamga.record.RecordLines;
import org.tamga.vault.Digest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the documents of an archive in the order in which they came in. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the documents in the order in which they first came in.")
public final class ListCommand implements Callable<Integer> {
  /** As many digits of an id as tell documents apart in any archive that people look at. */
  static final int SHOWN_DIGITS = 12;

  @Mixin private RecordOption record = new RecordOption();

  @Option(names = "--json", description = "One record line for each document")
  private boolean json;

  @Override
  public Integer call() {
    return record.asFarAsItIs((view, open) -> list(open));
  }

  private int list(ArchiveRecord open) {
    PrintWriter out = record.archive().out();
    for (Digest id : open.ids()) {
      RecordDocument document = open.document(id).orElseThrow();
      out.println(json ? RecordLines.write(document.line()) : line(document));
    }
    return ExitStatus.GOOD;
  }

  /** One line about a document for a person. */
  static String line(RecordDocument document) {
    List<String> parts = new ArrayList<>();
    parts.add(document.id().hex().substring(0, SHOWN_DIGITS));
    parts.add(document.file());
    if (document.withheld()) {
      parts.add("WITHHELD");
    }
    String about = about(document);
    if (!about.isEmpty()) {
      parts.add(about);
    }
    parts.add(
        document.notRead() == null
            ? Shown.counts(document.counts())
            : "not read: " + document.notRead());
    return Shown.safely(String.join("  ", parts));
  }

  private static String about(RecordDocument document) {
    List<String> parts = new ArrayList<>();
    add(parts, document.known().title());
    add(parts, document.known().publisher());
    add(parts, document.known().published());
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, @Nullable String text) {
    if (text != null) {
      parts.add(text);
    }
  }
}
