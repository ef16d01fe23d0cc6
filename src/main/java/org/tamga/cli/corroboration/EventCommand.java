package org.tamga.cli.corroboration;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Shown;
import org.tamga.cli.record.RecordOption;
import org.tamga.corroboration.event.EventReport;
import org.tamga.corroboration.event.LinkedEvent;
import org.tamga.export.picture.EventPicture;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.corroboration.Corroborated;
import org.tamga.record.corroboration.EventLine;
import org.tamga.record.corroboration.Sight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows which documents report one event, and what each says of it. */
@Command(
    name = "event",
    mixinStandardHelpOptions = true,
    description = {
      "Shows events (letters, votes, statements, leaks) with the documents that report them:",
      "what each adds, omits or says differently."
    })
public final class EventCommand implements Callable<Integer> {
  @Mixin private RecordOption record = new RecordOption();

  @Option(names = "--json", description = "One object for each event")
  private boolean json;

  @Option(names = "--svg", description = "The reports of the one event that fits, as SVG")
  private boolean svg;

  @Parameters(
      arity = "0..*",
      paramLabel = "WORD",
      description = "Words that must all be there (kind, people, date, demand), or an id")
  private List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    return record.asFarAsItIs((view, open) -> show(open));
  }

  private int show(ArchiveRecord open) throws java.io.IOException {
    Corroborated found = Corroborated.read(open, Sight.KEEPER);
    Asked asked = Asked.of(words);
    List<LinkedEvent> events =
        found.events().stream()
            .filter(one -> asked.fits(Corroborated.ids(one), texts(one)))
            .toList();
    PrintWriter out = record.archive().out();
    if (svg) {
      return picture(events);
    }
    for (LinkedEvent one : events) {
      if (json) {
        out.println(
            EventLine.write(
                one, found.documents(), found.decisions().about(Corroborated.ids(one))));
      } else {
        new EventText(out, found).print(one);
      }
    }
    if (!json) {
      out.println(Shown.safely(events.size() + (events.size() == 1 ? " event" : " events")));
      GroupText.orphans(out, found.decisions());
    }
    return ExitStatus.GOOD;
  }

  private int picture(List<LinkedEvent> events) {
    if (events.size() != 1) {
      return record
          .archive()
          .complain(
              events.size() + " events fit, and a picture shows one",
              "give more words, or an id that tamga event shows",
              ExitStatus.WRONG_USAGE);
    }
    record.archive().out().println(EventPicture.draw(events.getFirst()));
    return ExitStatus.GOOD;
  }

  private static List<String> texts(LinkedEvent one) {
    List<String> texts = new ArrayList<>();
    texts.add(one.kind());
    one.participants().forEach(party -> texts.add(party.name()));
    one.addressees().forEach(party -> texts.add(party.name()));
    for (EventReport report : one.reports()) {
      texts.add(report.file());
      texts.add(report.event().target().exact());
      texts.add(report.event().date() == null ? "" : report.event().date());
      report.demands().forEach(demand -> texts.add(demand.demand().target().exact()));
    }
    return texts;
  }
}
