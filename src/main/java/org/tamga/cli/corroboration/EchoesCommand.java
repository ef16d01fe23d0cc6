package org.tamga.cli.corroboration;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Shown;
import org.tamga.cli.record.RecordOption;
import org.tamga.corroboration.independence.EchoGroup;
import org.tamga.corroboration.independence.Link;
import org.tamga.corroboration.independence.Source;
import org.tamga.corroboration.independence.Verdict;
import org.tamga.corroboration.passage.Passage;
import org.tamga.custody.ArchiveView;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.echo.ArchiveEchoes;
import org.tamga.record.echo.EchoLines;
import org.tamga.record.echo.Echoes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows which documents come from one origin, and why. */
@Command(
    name = "echoes",
    mixinStandardHelpOptions = true,
    description = {
      "Shows which documents come from one origin, and why; then those that may.",
      "It never says that a claim is true because many repeat it."
    })
public final class EchoesCommand implements Callable<Integer> {
  @Mixin private RecordOption record = new RecordOption();

  @Option(names = "--json", description = "One record line for each group")
  private boolean json;

  @Option(
      names = "--quotations",
      description = "Also documents that have nothing in common but a quotation")
  private boolean quotations;

  @Override
  public Integer call() {
    return record.upToDate(this::show);
  }

  private int show(ArchiveView view, ArchiveRecord open) throws IOException {
    Echoes echoes = ArchiveEchoes.upToDate(view, open);
    if (json) {
      lines(echoes);
    } else {
      tell(echoes);
    }
    return ExitStatus.GOOD;
  }

  private void lines(Echoes echoes) {
    PrintWriter out = record.archive().out();
    EchoLines lines = new EchoLines(echoes, number -> echoes.sources().get(number).file());
    lines.groups().forEach(out::println);
    lines.repeats().forEach(out::println);
    lines.pairs(Verdict.DEPENDENT).forEach(out::println);
    lines.pairs(Verdict.UNKNOWN).forEach(out::println);
    if (quotations) {
      lines.pairs(Verdict.INDEPENDENT).forEach(out::println);
    }
  }

  private void tell(Echoes echoes) {
    for (EchoGroup group : echoes.groups()) {
      say(group.documents().size() + " documents, one origin (" + group.kind().word() + ")");
      for (int document : group.documents()) {
        Source source = echoes.sources().get(document);
        say("    " + about(source));
      }
      say("    origin: " + origin(group, echoes));
      group.why().forEach(why -> say("    because " + why));
      GroupText.decisions(record.archive().out(), echoes.decisions(group));
    }
    for (int document = 0; document < echoes.repeats().size(); document++) {
      for (Passage repeat : echoes.repeats().get(document)) {
        say(
            "%s says %d words twice, from character %d and from %d"
                .formatted(
                    echoes.sources().get(document).file(),
                    repeat.words(),
                    repeat.first().start(),
                    repeat.second().start()));
      }
    }
    pairs(echoes, Verdict.DEPENDENT, "one holds a part of the other");
    pairs(echoes, Verdict.UNKNOWN, "not known whether one comes from the other");
    if (quotations) {
      pairs(echoes, Verdict.INDEPENDENT, "independent, with something in common");
    }
    long grouped = echoes.groups().stream().mapToLong(group -> group.documents().size()).sum();
    record
        .archive()
        .err()
        .println(
            "%d documents: %d groups of one origin each with %d documents, %d by themselves."
                .formatted(
                    echoes.sources().size(),
                    echoes.groups().size(),
                    grouped,
                    echoes.sources().size() - grouped));
  }

  private void pairs(Echoes echoes, Verdict verdict, String words) {
    for (Link link : echoes.besideGroups(verdict)) {
      if (link.judgement().kind() != null) {
        say("2 documents, " + words);
        say("    " + about(echoes.sources().get(link.first())));
        say("    " + about(echoes.sources().get(link.second())));
        link.judgement().why().forEach(why -> say("    because " + why));
      }
    }
  }

  private static String about(Source source) {
    StringBuilder about = new StringBuilder(source.file());
    if (source.publisher() != null) {
      about.append("  ").append(source.publisher());
    }
    if (source.published() != null) {
      about.append("  ").append(source.published());
    }
    return about.toString();
  }

  private static String origin(EchoGroup group, Echoes echoes) {
    String why = String.join("; ", group.origin().why());
    for (Source source : echoes.sources()) {
      if (source.id().equals(group.origin().document())) {
        return source.file() + ": " + why;
      }
    }
    return group.origin().named() == null ? "unknown: " + why : "outside the archive: " + why;
  }

  private void say(String line) {
    record.archive().out().println(Shown.safely(line));
  }
}
