package org.tamga.export.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tamga.corroboration.event.EventReport;
import org.tamga.corroboration.event.LinkedEvent;

/** An event and the documents that report it, in the order of their dates. */
public final class EventPicture {
  private EventPicture() {}

  /** The picture, with the documents called by their files. */
  public static String draw(LinkedEvent event) {
    return draw(event, EventReport::file);
  }

  /** The picture, with documents called as somebody may see them. */
  public static String draw(LinkedEvent event, Function<EventReport, String> names) {
    String root = "event";
    String date = event.date() == null ? "date not agreed or not known" : event.date();
    List<TreePicture.Node> nodes = new ArrayList<>();
    List<TreePicture.Edge> edges = new ArrayList<>();
    nodes.add(new TreePicture.Node(root, event.kind(), date));
    for (EventReport report : event.reports()) {
      String published = report.published() == null ? "no date" : report.published();
      nodes.add(new TreePicture.Node(report.id(), names.apply(report), published));
      edges.add(new TreePicture.Edge(report.id(), root, kind(event, report)));
    }
    return TreePicture.draw(event.kind() + ", " + date, nodes, edges);
  }

  private static String kind(LinkedEvent event, EventReport report) {
    return report.id().equals(event.origin()) ? "origin" : "reports";
  }
}
