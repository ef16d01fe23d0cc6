package org.tamga.record.corroboration;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Position;
import org.tamga.corroboration.event.EventReport;
import org.tamga.corroboration.event.LinkedEvent;
import org.tamga.corroboration.event.LinkedEvent.Party;
import org.tamga.corroboration.event.LinkedEvent.SharedDemand;
import org.tamga.record.RecordDocument;
import org.tamga.record.decision.GroupDecisions.Shown;
import org.tamga.record.decision.GroupDecisionsJson;

/** Writes an event with all its reports as one JSON object; docs/spec/event-links.md. */
public final class EventLine {
  private final LinkedEvent event;
  private final Map<String, RecordDocument> known;
  private final Map<String, String> files = new LinkedHashMap<>();

  private EventLine(LinkedEvent event, Map<String, RecordDocument> known) {
    this.event = event;
    this.known = known;
    event.reports().forEach(report -> files.put(report.id(), report.file()));
  }

  /**
   * The line, without line break.
   *
   * @param known the documents that may be seen, by id
   * @param decisions what people decided about its reports
   */
  public static String write(
      LinkedEvent event, Map<String, RecordDocument> known, List<Shown> decisions) {
    return JsonLine.of(json -> new EventLine(event, known).fields(json, decisions));
  }

  private void fields(JsonGenerator json, List<Shown> decisions) throws IOException {
    json.writeStringField("type", "linkedEvent");
    json.writeStringField("id", event.id());
    json.writeStringField("kind", event.kind());
    JsonLine.text(json, "date", event.date());
    JsonLine.objects(json, "reports", event.reports(), report -> report(json, report));
    parties(json, "participants", event.participants());
    parties(json, "addressees", event.addressees());
    JsonLine.objects(json, "demands", event.demands(), demand -> demand(json, demand));
    positions(json);
    JsonLine.objects(
        json,
        "differences",
        event.differences(),
        difference -> {
          json.writeStringField("what", difference.what());
          JsonLine.objects(
              json,
              "values",
              difference.values(),
              version -> {
                json.writeStringField("value", version.value());
                JsonLine.texts(json, "files", files(version.reports()));
              });
        });
    JsonLine.documents(json, event.reports().stream().map(EventReport::document).toList(), known);
    JsonLine.texts(json, "why", event.why());
    JsonLine.objects(
        json,
        "hints",
        event.hints(),
        hint -> {
          json.writeStringField("event", hint.event());
          json.writeStringField("why", hint.why());
        });
    JsonLine.text(json, "origin", event.origin());
    GroupDecisionsJson.write(json, decisions);
  }

  private void report(JsonGenerator json, EventReport report) throws IOException {
    json.writeStringField("id", report.id());
    json.writeStringField("document", report.document());
    json.writeStringField("file", report.file());
    JsonLine.target(json, report.event().target());
    json.writeStringField("kind", report.event().kind());
    JsonLine.text(json, "date", report.event().date());
    if (report.number() != null) {
      json.writeNumberField("number", report.number());
    }
    List<Part> adds = new ArrayList<>();
    List<Part> omits = new ArrayList<>();
    if (event.reports().size() > 1) {
      for (SharedDemand demand : event.demands()) {
        List<String> in = demand.said().stream().map(one -> one.report().id()).toList();
        put(new Part("demand", demand.id(), exact(demand)), in, report, adds, omits);
      }
      for (Party party : event.participants()) {
        // "Five unions" adds nothing to the names of five.
        if (party.isNamed()) {
          put(new Part("participant", null, party.name()), party.reports(), report, adds, omits);
        }
      }
    }
    parts(json, "adds", adds);
    parts(json, "omits", omits);
  }

  /** Something that one report has and another has not. */
  private record Part(String what, @Nullable String id, String words) {}

  private static void parts(JsonGenerator json, String name, List<Part> parts) throws IOException {
    JsonLine.objects(
        json,
        name,
        parts,
        part -> {
          json.writeStringField("what", part.what());
          JsonLine.text(json, "id", part.id());
          json.writeStringField(part.id() == null ? "name" : "exact", part.words());
        });
  }

  private static String exact(SharedDemand demand) {
    return demand.said().getFirst().demanded().demand().target().exact();
  }

  /** What no other report has is added; what all others have is omitted. */
  private void put(
      Part part, List<String> in, EventReport report, List<Part> adds, List<Part> omits) {
    boolean isHere = in.contains(report.id());
    List<String> others =
        event.reports().stream()
            .map(EventReport::id)
            .filter(id -> !id.equals(report.id()))
            .toList();
    if (isHere && others.stream().noneMatch(in::contains)) {
      adds.add(part);
    } else if (!isHere && in.containsAll(others)) {
      omits.add(part);
    }
  }

  private void parties(JsonGenerator json, String name, List<Party> parties) throws IOException {
    JsonLine.objects(
        json,
        name,
        parties,
        party -> {
          json.writeStringField("name", party.name());
          JsonLine.texts(json, "files", files(party.reports()));
        });
  }

  private List<String> files(List<String> reports) {
    return reports.stream().map(id -> files.getOrDefault(id, "")).distinct().toList();
  }

  private void demand(JsonGenerator json, SharedDemand demand) throws IOException {
    List<String> in = demand.said().stream().map(one -> one.report().file()).distinct().toList();
    json.writeStringField("id", demand.id());
    json.writeStringField("exact", exact(demand));
    if (demand.said().getFirst().demanded().demand().negative()) {
      json.writeBooleanField("negative", true);
    }
    JsonLine.texts(json, "files", in);
    boolean isAlone = event.reports().stream().map(EventReport::document).distinct().count() > 1;
    JsonLine.text(json, "onlyIn", isAlone && in.size() == 1 ? in.getFirst() : null);
    JsonLine.objects(
        json,
        "said",
        demand.said(),
        said -> {
          Demand one = said.demanded().demand();
          json.writeStringField("id", one.id());
          json.writeStringField("document", said.report().document());
          json.writeStringField("file", said.report().file());
          JsonLine.target(json, one.target());
          json.writeStringField("why", said.demanded().why());
        });
  }

  private void positions(JsonGenerator json) throws IOException {
    JsonLine.objects(
        json,
        "positions",
        event.reports().stream()
            .flatMap(report -> report.positions().stream().map(one -> new Taken(report, one)))
            .toList(),
        taken -> {
          Position position = taken.position();
          json.writeStringField("id", position.id());
          json.writeStringField("file", taken.report().file());
          JsonLine.target(json, position.target());
          json.writeStringField(
              "stance", position.stance().name().toLowerCase(java.util.Locale.ROOT));
          if (position.count() != null) {
            json.writeNumberField("count", position.count());
          }
        });
  }

  private record Taken(EventReport report, Position position) {}
}
