package org.tamga.record.corroboration;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Figure;
import org.tamga.corroboration.genealogy.FigurePoint;
import org.tamga.corroboration.genealogy.Genealogy;
import org.tamga.corroboration.independence.Corroboration;
import org.tamga.record.RecordDocument;
import org.tamga.record.decision.GroupDecisions.Shown;
import org.tamga.record.decision.GroupDecisionsJson;

/** Writes a genealogy as one JSON object; docs/spec/genealogy.md. */
public final class GenealogyLine {
  private GenealogyLine() {}

  /**
   * The line, without line break.
   *
   * @param known the documents that may be seen, by id
   * @param decisions what people decided about its figures
   * @param sources how many sources stand behind it; null where that was not looked for
   */
  public static String write(
      Genealogy genealogy,
      Map<String, RecordDocument> known,
      List<Shown> decisions,
      @Nullable Corroboration sources) {
    return JsonLine.of(
        json -> {
          json.writeStringField("type", "genealogy");
          json.writeStringField("id", genealogy.id());
          if (!genealogy.population().isEmpty()) {
            json.writeStringField("population", genealogy.population());
          }
          JsonLine.text(json, "measure", genealogy.measure());
          JsonLine.texts(json, "places", genealogy.places());
          JsonLine.objects(json, "points", genealogy.points(), point -> point(json, point));
          JsonLine.objects(
              json,
              "relations",
              genealogy.relations(),
              relation -> {
                json.writeStringField("kind", relation.kind().word());
                json.writeStringField("of", relation.of());
                json.writeStringField("to", relation.to());
                json.writeStringField("why", relation.why());
              });
          JsonLine.documents(
              json, genealogy.points().stream().map(FigurePoint::document).toList(), known);
          JsonLine.objects(
              json,
              "hints",
              genealogy.hints(),
              hint -> {
                json.writeStringField("genealogy", hint.genealogy());
                json.writeStringField("why", hint.why());
              });
          if (sources != null) {
            json.writeObjectFieldStart("sources");
            json.writeNumberField("documents", sources.documents());
            json.writeNumberField("least", sources.least());
            json.writeNumberField("most", sources.most());
            json.writeStringField("why", sources.why());
            json.writeEndObject();
          }
          JsonLine.text(json, "origin", genealogy.origin());
          GroupDecisionsJson.write(json, decisions);
        });
  }

  private static void point(JsonGenerator json, FigurePoint point) throws IOException {
    Figure figure = point.figure();
    json.writeStringField("id", point.id());
    json.writeStringField("document", point.document());
    json.writeStringField("file", point.file());
    JsonLine.target(json, figure.target());
    if (figure.low() != null) {
      json.writeNumberField("low", figure.low());
    }
    if (figure.high() != null) {
      json.writeNumberField("high", figure.high());
    }
    if (figure.approximate()) {
      json.writeBooleanField("approximate", true);
    }
    JsonLine.text(json, "of", figure.of());
    JsonLine.text(json, "measure", figure.measure());
    json.writeStringField("voice", figure.voice().name().toLowerCase(Locale.ROOT));
    JsonLine.mention(json, "by", figure.by());
    JsonLine.text(json, "date", point.date());
    JsonLine.text(json, "dateIs", point.dateIs() == null ? null : point.dateIs().word());
    json.writeStringField("why", point.why());
  }
}
