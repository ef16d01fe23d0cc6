package org.tamga.record.corroboration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Target;
import org.tamga.record.RecordDocument;

/** One JSON object on a line, keys in a fixed order, absent rather than null. */
final class JsonLine {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonLine() {}

  /** Writes a part of an object. */
  interface Part {
    void write(JsonGenerator json) throws IOException;
  }

  static String of(Part fields) {
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

  static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** Writes one element of a list. */
  interface Element<T> {
    void write(T element) throws IOException;
  }

  /** A list of objects. */
  static <T> void objects(JsonGenerator json, String name, List<T> all, Element<T> element)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (T one : all) {
      json.writeStartObject();
      element.write(one);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void target(JsonGenerator json, Target target) throws IOException {
    json.writeObjectFieldStart("target");
    json.writeStringField("exact", target.exact());
    json.writeNumberField("start", target.span().start());
    json.writeNumberField("end", target.span().end());
    json.writeStringField("text", target.text());
    json.writeEndObject();
  }

  static void mention(JsonGenerator json, String name, @Nullable Mention mention)
      throws IOException {
    if (mention == null) {
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("name", mention.name());
    text(json, "role", mention.role());
    json.writeStringField("exact", mention.exact());
    json.writeNumberField("start", mention.span().start());
    json.writeNumberField("end", mention.span().end());
    if (mention.anonymous()) {
      json.writeBooleanField("anonymous", true);
    }
    json.writeEndObject();
  }

  static void documents(JsonGenerator json, List<String> ids, Map<String, RecordDocument> known)
      throws IOException {
    List<RecordDocument> documents =
        ids.stream().distinct().filter(known::containsKey).map(known::get).toList();
    objects(
        json,
        "documents",
        documents,
        document -> {
          json.writeStringField("document", document.id().toString());
          json.writeStringField("file", document.file());
          text(json, "title", document.known().title());
          text(json, "publisher", document.known().publisher());
          text(json, "published", document.known().published());
          if (document.withheld()) {
            json.writeBooleanField("withheld", true);
          }
          String access = document.handling().access().word();
          text(json, "access", access.equals("open") ? null : access);
        });
  }
}
