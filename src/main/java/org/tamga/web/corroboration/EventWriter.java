package org.tamga.web.corroboration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tamga.corroboration.event.EventReport;
import org.tamga.corroboration.event.LinkedEvent;
import org.tamga.corroboration.event.LinkedEvent.Party;
import org.tamga.corroboration.event.LinkedEvent.SharedDemand;
import org.tamga.export.picture.EventPicture;
import org.tamga.record.corroboration.Corroborated;
import org.tamga.web.Frame;
import org.tamga.web.LabelledText;
import org.tamga.web.Shelf;
import org.tamga.web.corroboration.GroupListPage.Row;
import org.tamga.web.corroboration.GroupPage.Item;
import org.tamga.web.corroboration.GroupPage.Section;

/** Writes the page of one event. */
final class EventWriter {
  private final Shelf shelf;
  private final GroupWords words;

  EventWriter(Shelf shelf, Corroborated found) {
    this.shelf = shelf;
    this.words = new GroupWords(shelf, found);
  }

  static Row row(LinkedEvent event) {
    List<String> facets = new ArrayList<>();
    long documents = event.reports().stream().map(EventReport::document).distinct().count();
    facets.add(documents + (documents == 1 ? " document" : " documents"));
    if (!event.demands().isEmpty()) {
      int demands = event.demands().size();
      facets.add(demands + (demands == 1 ? " demand" : " demands"));
    }
    event
        .differences()
        .forEach(difference -> facets.add("they differ in the " + difference.what()));
    return new Row("/events/" + GroupWords.hex(event.id()), title(event), facets);
  }

  private static String title(LinkedEvent event) {
    List<Party> named = event.participants().isEmpty() ? event.addressees() : event.participants();
    String who = named.isEmpty() ? "" : ": " + named.getFirst().name();
    return event.kind()
        + (event.date() == null ? "" : " of " + event.date())
        + who
        + (named.size() > 1 ? " and others" : "");
  }

  GroupPage write(LinkedEvent event) {
    List<LabelledText> facets = new ArrayList<>();
    if (event.date() != null) {
      facets.add(new LabelledText("Date", event.date()));
    }
    facets.add(new LabelledText("Reports", Integer.toString(event.reports().size())));
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            "Reports", event.reports().stream().map(report -> report(event, report)).toList()));
    add(sections, "Who took part", parties(event, event.participants()));
    add(sections, "To whom", parties(event, event.addressees()));
    List<Item> demands = new ArrayList<>();
    event.demands().forEach(demand -> demands.addAll(demand(event, demand)));
    add(sections, "What was demanded", demands);
    add(sections, "What cannot all be so", differences(event));
    add(
        sections,
        "Why these are reports of one event",
        event.why().stream().map(why -> new Item(why, "", "", List.of())).toList());
    add(
        sections,
        "Not taken for the same",
        event.hints().stream()
            .map(
                hint ->
                    new Item(
                        "Perhaps the same: " + hint.why(),
                        "/events/" + GroupWords.hex(hint.event()),
                        "the other",
                        List.of()))
            .toList());
    return new GroupPage(
        Frame.of(title(event), shelf),
        "/events",
        "Events",
        title(event),
        facets,
        EventPicture.draw(event, report -> words.title(report.document())),
        sections,
        words.decisions(Corroborated.ids(event)));
  }

  private static void add(List<Section> sections, String title, List<Item> items) {
    if (!items.isEmpty()) {
      sections.add(new Section(title, items));
    }
  }

  private List<Item> parties(LinkedEvent event, List<Party> parties) {
    return parties.stream()
        .map(one -> new Item(one.name() + where(event, one.reports()), "", "", List.of()))
        .toList();
  }

  /** Which of several reports say it. */
  private String where(LinkedEvent event, List<String> reports) {
    if (event.reports().size() == 1) {
      return "";
    }
    boolean isInAll = event.reports().stream().allMatch(one -> reports.contains(one.id()));
    return isInAll ? ", in all reports" : ", only in " + titles(event, reports);
  }

  private String titles(LinkedEvent event, List<String> reports) {
    return event.reports().stream()
        .filter(report -> reports.contains(report.id()))
        .map(report -> "“" + words.title(report.document()) + "”")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private Item report(LinkedEvent event, EventReport report) {
    List<LabelledText> lines = new ArrayList<>();
    lines.add(
        new LabelledText("Date", report.event().date() == null ? "none" : report.event().date()));
    if (report.number() != null) {
      lines.add(new LabelledText("Took part", report.number().toString()));
    }
    lines.add(
        new LabelledText(
            "Published", report.published() == null ? "not known" : report.published()));
    if (report.id().equals(event.origin())) {
      lines.add(new LabelledText("Origin", "the others come from it, as people decided"));
    }
    return new Item(
        words.title(report.document()),
        GroupWords.address(report.document(), report.event()),
        report.event().target().exact(),
        lines);
  }

  private List<Item> demand(LinkedEvent event, SharedDemand demand) {
    List<String> in = demand.said().stream().map(one -> one.report().id()).toList();
    List<Item> items = new ArrayList<>();
    for (LinkedEvent.Said said : demand.said()) {
      String forbids = said.demanded().demand().negative() ? "not to do" : "to do";
      items.add(
          new Item(
              forbids + where(event, in),
              GroupWords.address(said.report().document(), said.demanded().demand()),
              said.demanded().demand().target().exact(),
              List.of(
                  new LabelledText("Document", words.title(said.report().document())),
                  new LabelledText("Why here", said.demanded().why()))));
    }
    return items;
  }

  private List<Item> differences(LinkedEvent event) {
    return event.differences().stream()
        .map(
            difference ->
                new Item(
                    difference.what(),
                    "",
                    "",
                    difference.values().stream()
                        .map(one -> new LabelledText(one.value(), titles(event, one.reports())))
                        .toList()))
        .toList();
  }
}
