package org.tamga.cli.corroboration;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.tamga.cli.Shown;
import org.tamga.corroboration.event.EventReport;
import org.tamga.corroboration.event.LinkedEvent;
import org.tamga.corroboration.event.LinkedEvent.Party;
import org.tamga.corroboration.event.LinkedEvent.SharedDemand;
import org.tamga.record.corroboration.Corroborated;

/** An event as a page of text. */
record EventText(PrintWriter out, Corroborated found) {
  void print(LinkedEvent event) {
    say(
        GroupText.id(event.id())
            + "  "
            + event.kind()
            + (event.date() == null ? "" : ", " + event.date())
            + ": "
            + documents(event));
    for (EventReport report : event.reports()) {
      say(
          "  "
              + GroupText.id(report.id())
              + "  "
              + report.file()
              + (report.published() == null ? "" : ", published " + report.published())
              + ": “"
              + report.event().target().exact().replaceAll("\\s+", " ")
              + "” at "
              + report.event().target().span().start()
              + (report.event().date() == null ? ", no date" : ", " + report.event().date())
              + (report.number() == null ? "" : ", " + report.number() + " took part"));
    }
    parties(event, "took part", event.participants());
    parties(event, "to", event.addressees());
    for (SharedDemand demand : event.demands()) {
      demand(event, demand);
    }
    for (LinkedEvent.Difference difference : event.differences()) {
      say(
          "  they differ in the "
              + difference.what()
              + ": "
              + difference.values().stream()
                  .map(one -> one.value() + " (" + files(event, one.reports()) + ")")
                  .collect(Collectors.joining(", ")));
    }
    event.why().forEach(reason -> say("  one event, because: " + reason));
    event
        .hints()
        .forEach(
            hint -> say("  perhaps the same as " + GroupText.id(hint.event()) + ": " + hint.why()));
    if (event.origin() != null) {
      say("  origin, as people decided: " + GroupText.id(event.origin()));
    }
    GroupText.decisions(out, found.decisions().about(Corroborated.ids(event)));
    out.println();
  }

  private static String documents(LinkedEvent event) {
    long count = event.reports().stream().map(EventReport::document).distinct().count();
    return count + (count == 1 ? " document" : " documents");
  }

  private void parties(LinkedEvent event, String label, List<Party> parties) {
    for (Party party : parties) {
      say("  " + label + ": " + party.name() + where(event, party.reports()));
    }
  }

  private void demand(LinkedEvent event, SharedDemand demand) {
    List<String> ids = demand.said().stream().map(one -> one.report().id()).toList();
    say(
        "  demands: “"
            + demand.said().stream()
                .map(one -> one.demanded().demand().target().exact().replaceAll("\\s+", " "))
                .distinct()
                .collect(Collectors.joining("” / “"))
            + "”"
            + where(event, ids));
  }

  /** Which of several documents say it. */
  private static String where(LinkedEvent event, List<String> reports) {
    if (event.reports().size() == 1) {
      return "";
    }
    boolean isInAll = event.reports().stream().allMatch(report -> reports.contains(report.id()));
    return isInAll ? " (all)" : " (only " + files(event, reports) + ")";
  }

  private static String files(LinkedEvent event, List<String> reports) {
    return event.reports().stream()
        .filter(report -> reports.contains(report.id()))
        .map(EventReport::file)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void say(String line) {
    out.println(Shown.safely(line));
  }
}
