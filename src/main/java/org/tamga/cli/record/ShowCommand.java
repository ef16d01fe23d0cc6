package org.tamga.cli.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Annotation;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Shown;
import org.tamga.record.Acquisition;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.HistoryEvent;
import org.tamga.record.RecordDocument;
import org.tamga.record.RecordLines;
import org.tamga.record.decision.Orphan;
import org.tamga.record.decision.ReviewedAnnotation;
import org.tamga.text.Reading.Detail;
import org.tamga.text.Reading.Noted;
import org.tamga.text.Reading.Warning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one document: where it came from, what happened to it, what it says. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows one document: where it came from, what happened to it, what it says.")
public final class ShowCommand implements Callable<Integer> {
  @Mixin private RecordOption record = new RecordOption();

  @Option(names = "--json", description = "Record lines: document, annotations, custody events")
  private boolean json;

  @Parameters(paramLabel = "ID", description = "The document: sha256:… or its first digits")
  private String id = "";

  @Override
  public Integer call() {
    return record.asFarAsItIs(
        (view, open) -> {
          RecordDocument document = open.find(id);
          if (json) {
            lines(open, document);
          } else {
            new Page(record.archive().out()).print(open, document);
          }
          return ExitStatus.GOOD;
        });
  }

  private void lines(ArchiveRecord open, RecordDocument document) {
    PrintWriter out = record.archive().out();
    out.println(RecordLines.write(document.line()));
    String id = document.id().toString();
    for (ReviewedAnnotation annotation : open.reviewed(document.id())) {
      out.println(RecordLines.write(id, document.file(), annotation));
    }
    for (Orphan orphan : open.orphans(document.id())) {
      out.println(RecordLines.write(id, document.file(), orphan));
    }
    for (HistoryEvent event : open.history(document.id())) {
      out.println(RecordLines.write(document.id().toString(), event));
    }
  }

  /** The document as a page of text. */
  private record Page(PrintWriter out) {
    void print(ArchiveRecord open, RecordDocument document) throws IOException {
      row("document", document.id().toString());
      row("file", document.file());
      row("title", document.known().title());
      row("author", document.known().author());
      row("publisher", document.known().publisher());
      row("published", document.known().published());
      row("captured", document.captured());
      row("language", document.known().language());
      row("url", document.known().url());
      row("media type", document.mediaType());
      row("bytes", Long.toString(document.bytes()));
      row("not read", document.notRead());
      Noted noted = noted(open, document);
      for (Detail detail : noted.details()) {
        row(detail.name(), detail.value());
      }
      for (Warning warning : noted.warnings()) {
        row("warning", warning.code() + ": " + warning.words());
      }
      row("handling", Shown.handling(document.handling()));
      row("withheld", document.withheld() ? "yes: no export or proof will contain it" : null);
      for (Acquisition acquisition : document.acquisitions()) {
        String source = acquisition.particulars().get("source");
        row(
            "acquired",
            acquisition.received()
                + " as "
                + acquisition.name().display()
                + (source == null ? "" : ", from " + source)
                + (acquisition.withheld() ? ", withheld" : ""));
      }
      out.println();
      out.println("Custody (events of the log):");
      for (HistoryEvent event : open.history(document.id())) {
        String reason = event.reason();
        say(event.index() + "  " + event.time() + "  " + event.kind(), reason);
      }
      out.println();
      out.println("What it says (proposed by the program; read the words themselves):");
      for (ReviewedAnnotation reviewed : open.reviewed(document.id())) {
        Annotation annotation = reviewed.annotation();
        say(Shown.id(annotation) + "  " + Shown.words(annotation), Shown.quote(annotation));
        Shown.decisions(reviewed).forEach(line -> say("    " + line, null));
      }
      List<Orphan> orphans = open.orphans(document.id());
      if (!orphans.isEmpty()) {
        out.println();
        out.println("Decided about words that are not in the text any more (orphaned):");
      }
      for (Orphan orphan : orphans) {
        Annotation was = orphan.annotation();
        say(was == null ? orphan.id() : Shown.words(was), was == null ? null : Shown.quote(was));
        orphan.decisions().forEach(one -> say("    " + Shown.decision(one), null));
      }
    }

    private static Noted noted(ArchiveRecord open, RecordDocument document) throws IOException {
      return document.mediaType() == null ? Noted.NOTHING : open.reading(document.id()).noted();
    }

    private void row(String name, @Nullable String value) {
      if (value != null) {
        out.println(String.format(Locale.ROOT, "%-11s %s", name, Shown.safely(value)));
      }
    }

    private void say(String what, @Nullable String more) {
      out.println(Shown.safely("  " + what + (more == null ? "" : ": " + more)));
    }
  }
}
