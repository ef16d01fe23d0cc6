package org.tamga.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.tamga.custody.CanonicalJson;
import org.tamga.record.DocumentLine.AcquisitionLine;
import org.tamga.record.decision.Orphan;
import org.tamga.record.decision.ReviewedAnnotation;
import org.tamga.record.decision.SignedReading;

/**
 * Writes the record as JSON Lines: one object a line, keys in a fixed order, absent rather than
 * null.
 *
 * <p>The same record always gives the same bytes. Specification: docs/spec/record.md.
 */
public final class RecordLines {
  private static final JsonFactory JSON = new JsonFactory();

  private RecordLines() {}

  /** The line of a document, without line break. */
  public static String write(DocumentLine document) {
    return line(
        json -> {
          json.writeStringField("type", "document");
          json.writeStringField("id", document.id());
          json.writeStringField("file", document.file());
          json.writeStringField("mediaType", document.mediaType());
          json.writeNumberField("bytes", document.bytes());
          text(json, "title", document.known().title());
          text(json, "publisher", document.known().publisher());
          text(json, "author", document.known().author());
          text(json, "published", document.known().published());
          text(json, "captured", document.captured());
          text(json, "received", document.received());
          text(json, "language", document.known().language());
          text(json, "genre", document.genre());
          text(json, "url", document.known().url());
          text(json, "text", document.text());
          text(json, "notRead", document.notRead());
          if (document.withheld()) {
            json.writeBooleanField("withheld", true);
          }
          acquisitions(json, document.acquisitions());
        });
  }

  /** The line of an annotation of a document, without line break. */
  public static String write(String document, String file, Annotation annotation) {
    return write(document, file, ReviewedAnnotation.untouched(annotation));
  }

  /** The line of an annotation with what people decided about it, without line break. */
  public static String write(String document, String file, ReviewedAnnotation reviewed) {
    Annotation annotation = reviewed.annotation();
    return line(
        json -> {
          json.writeStringField("type", annotation.type());
          json.writeStringField("id", annotation.id());
          json.writeStringField("document", document);
          json.writeStringField("file", file);
          target(json, annotation.target());
          body(json, annotation);
          json.writeStringField("status", word(annotation.anchor().status()));
          if (reviewed.isDisputed()) {
            json.writeBooleanField("disputed", true);
          }
          decisions(json, document, reviewed.decisions());
          if (reviewed.proposal() != null) {
            json.writeObjectFieldStart("proposal");
            body(json, reviewed.proposal());
            json.writeEndObject();
          }
          json.writeObjectFieldStart("made");
          json.writeStringField("step", annotation.anchor().made().step());
          json.writeStringField("version", annotation.anchor().made().version());
          json.writeEndObject();
        });
  }

  /** The line of decisions whose annotation is not there any more, without line break. */
  public static String write(String document, String file, Orphan orphan) {
    return line(
        json -> {
          json.writeStringField("type", "orphan");
          json.writeStringField("id", orphan.id());
          json.writeStringField("document", document);
          json.writeStringField("file", file);
          if (orphan.annotation() != null) {
            json.writeStringField("was", orphan.annotation().type());
            target(json, orphan.annotation().target());
            body(json, orphan.annotation());
          }
          decisions(json, document, orphan.decisions());
        });
  }

  /** The line of an event of the log that concerns a document, without line break. */
  public static String write(String document, HistoryEvent event) {
    return line(
        json -> {
          json.writeStringField("type", "custody");
          json.writeStringField("document", document);
          json.writeNumberField("event", event.index());
          json.writeStringField("kind", event.kind());
          text(json, "time", event.time());
          if (event.about() != null) {
            json.writeNumberField("about", event.about());
          }
          text(json, "reason", event.reason());
        });
  }

  /** Writes the fields of one object. */
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static String line(Fields fields) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  private static void acquisitions(JsonGenerator json, List<AcquisitionLine> acquisitions)
      throws IOException {
    if (acquisitions.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("acquisitions");
    for (AcquisitionLine acquisition : acquisitions) {
      json.writeStartObject();
      text(json, "name", acquisition.name());
      text(json, "source", acquisition.source());
      json.writeStringField("received", acquisition.received());
      json.writeFieldName("handling");
      json.writeRawValue(CanonicalJson.write(acquisition.handling().json()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void decisions(JsonGenerator json, String document, List<Decision> decisions)
      throws IOException {
    json.writeArrayFieldStart("decisions");
    for (Decision decision : decisions) {
      json.writeStartObject();
      json.writeStringField("decision", decision.decision());
      json.writeStringField("time", decision.time());
      text(json, "reason", decision.reason());
      SignedReading reading = SignedReading.parse(decision.correction(), document).orElse(null);
      if (reading == null) {
        text(json, "correction", decision.correction());
      } else if (!reading.set().isEmpty()) {
        json.writeObjectFieldStart("set");
        for (Map.Entry<String, String> field : reading.set().entrySet()) {
          json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
      }
      text(json, "signer", decision.signer());
      if (decision.isRevoked()) {
        json.writeBooleanField("revoked", true);
      }
      json.writeNumberField("event", decision.index());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void target(JsonGenerator json, Target target) throws IOException {
    json.writeObjectFieldStart("target");
    json.writeStringField("exact", target.exact());
    json.writeStringField("prefix", target.prefix());
    json.writeStringField("suffix", target.suffix());
    json.writeNumberField("start", target.span().start());
    json.writeNumberField("end", target.span().end());
    json.writeStringField("text", target.text());
    if (target.parts().size() > 1) {
      json.writeArrayFieldStart("parts");
      for (Target.Part part : target.parts()) {
        json.writeStartObject();
        json.writeStringField("exact", part.exact());
        json.writeNumberField("start", part.span().start());
        json.writeNumberField("end", part.span().end());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void body(JsonGenerator json, Annotation annotation) throws IOException {
    switch (annotation) {
      case Statement statement -> statement(json, statement);
      case Demand demand -> demand(json, demand);
      case Figure figure -> figure(json, figure);
      case Position position -> position(json, position);
      case Allegation allegation -> allegation(json, allegation);
      case Event event -> event(json, event);
      case DateExpression date -> json.writeStringField("value", date.value());
    }
  }

  private static void statement(JsonGenerator json, Statement statement) throws IOException {
    mention(json, "speaker", statement.speaker());
    json.writeStringField("speech", word(statement.speech()));
    text(json, "cue", statement.cue());
    json.writeStringField("polarity", word(statement.polarity()));
    json.writeStringField("modality", word(statement.modality()));
    mention(json, "addressee", statement.addressee());
    text(json, "medium", statement.medium());
    text(json, "date", statement.date());
  }

  private static void demand(JsonGenerator json, Demand demand) throws IOException {
    mentions(json, "by", demand.by());
    mentions(json, "to", demand.to());
    text(json, "cue", demand.cue());
    text(json, "instrument", demand.instrument());
    if (demand.negative()) {
      json.writeBooleanField("negative", true);
    }
    if (demand.order()) {
      json.writeBooleanField("order", true);
    }
    text(json, "date", demand.date());
    text(json, "deadline", demand.deadline());
    text(json, "within", demand.within());
  }

  private static void figure(JsonGenerator json, Figure figure) throws IOException {
    if (figure.low() != null) {
      json.writeNumberField("low", figure.low());
    }
    if (figure.high() != null) {
      json.writeNumberField("high", figure.high());
    }
    if (figure.approximate()) {
      json.writeBooleanField("approximate", true);
    }
    text(json, "of", figure.of());
    text(json, "measure", figure.measure());
    json.writeStringField("voice", word(figure.voice()));
    mention(json, "by", figure.by());
    text(json, "asOf", figure.asOf());
  }

  private static void position(JsonGenerator json, Position position) throws IOException {
    mentions(json, "holders", position.holders());
    if (position.count() != null) {
      json.writeNumberField("count", position.count().intValue());
    }
    json.writeStringField("stance", word(position.stance()));
    text(json, "on", position.on());
    text(json, "initiative", position.initiative());
    text(json, "forum", position.forum());
    mention(json, "presentedBy", position.presentedBy());
    text(json, "date", position.date());
  }

  private static void allegation(JsonGenerator json, Allegation allegation) throws IOException {
    json.writeStringField("act", allegation.act());
    mentions(json, "perpetrators", allegation.perpetrators());
    mentions(json, "victims", allegation.victims());
    text(json, "place", allegation.place());
    text(json, "period", allegation.period());
    json.writeStringField("voice", word(allegation.voice()));
    mention(json, "by", allegation.by());
  }

  private static void event(JsonGenerator json, Event event) throws IOException {
    json.writeStringField("kind", event.kind());
    text(json, "date", event.date());
    mentions(json, "participants", event.participants());
    mention(json, "addressee", event.addressee());
  }

  private static void mentions(JsonGenerator json, String key, List<Mention> mentions)
      throws IOException {
    if (mentions.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(key);
    for (Mention mention : mentions) {
      write(json, mention);
    }
    json.writeEndArray();
  }

  private static void mention(JsonGenerator json, String key, @Nullable Mention mention)
      throws IOException {
    if (mention != null) {
      json.writeFieldName(key);
      write(json, mention);
    }
  }

  private static void write(JsonGenerator json, Mention mention) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", mention.name());
    text(json, "role", mention.role());
    json.writeStringField("exact", mention.exact());
    json.writeNumberField("start", mention.span().start());
    json.writeNumberField("end", mention.span().end());
    text(json, "actor", mention.actor());
    if (mention.anonymous()) {
      json.writeBooleanField("anonymous", true);
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String key, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(key, value);
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
