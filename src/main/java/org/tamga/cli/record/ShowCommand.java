package org.tamga.cli.record;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Allegation;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Event;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Position;
import org.tamga.annotation.Statement;
import org.tamga.annotation.Target;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Shown;
import org.tamga.record.Acquisition;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.Decision;
import org.tamga.record.HistoryEvent;
import org.tamga.record.RecordDocument;
import org.tamga.record.RecordLines;
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
    List<Decision> decisions = open.decisions(document.id());
    for (Annotation annotation : open.annotations(document.id())) {
      out.println(
          RecordLines.write(
              document.id().toString(),
              document.file(),
              annotation,
              decisions.stream().filter(d -> d.annotation().equals(annotation.id())).toList()));
    }
    for (HistoryEvent event : open.history(document.id())) {
      out.println(RecordLines.write(document.id().toString(), event));
    }
  }

  /** The document as a page of text. */
  private record Page(PrintWriter out) {
    void print(ArchiveRecord open, RecordDocument document) {
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
      for (Annotation annotation : open.annotations(document.id())) {
        say(words(annotation), quote(annotation));
      }
    }

    private void row(String name, @Nullable String value) {
      if (value != null) {
        out.println(String.format(Locale.ROOT, "%-11s %s", name, Shown.safely(value)));
      }
    }

    private void say(String what, @Nullable String more) {
      out.println(Shown.safely("  " + what + (more == null ? "" : ": " + more)));
    }

    private static String quote(Annotation annotation) {
      String exact =
          annotation.target().parts().stream()
              .map(Target.Part::exact)
              .collect(Collectors.joining(" […] "));
      return "“" + exact.replaceAll("\\s+", " ") + "” at " + annotation.target().span().start();
    }

    private static String words(Annotation annotation) {
      return annotation.type()
          + switch (annotation) {
            case Statement s ->
                (s.polarity() == Statement.Polarity.DENIED ? " (denial)" : "")
                    + named(" by ", s.speaker());
            case Demand d -> named(" by ", d.by()) + named(" to ", d.to());
            case Figure f -> " " + bounds(f) + named(" by ", f.by());
            case Position p ->
                " " + p.stance().name().toLowerCase(Locale.ROOT) + named(" by ", p.holders());
            case Allegation a -> named(" by ", a.by());
            case Event e -> " " + e.kind() + (e.date() == null ? "" : ", " + e.date());
            case DateExpression d -> " " + d.value();
          };
    }

    private static String bounds(Figure figure) {
      if (figure.low() == null) {
        return "up to " + figure.high();
      }
      if (figure.high() == null) {
        return figure.low() + " or more";
      }
      return figure.low().compareTo(figure.high()) == 0
          ? figure.low().toString()
          : figure.low() + " to " + figure.high();
    }

    private static String named(String before, @Nullable Mention mention) {
      return mention == null ? "" : before + mention.name();
    }

    private static String named(String before, List<Mention> mentions) {
      return mentions.isEmpty()
          ? ""
          : before + mentions.stream().map(Mention::name).collect(Collectors.joining(", "));
    }
  }
}
