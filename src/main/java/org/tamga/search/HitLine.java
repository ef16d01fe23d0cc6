package org.tamga.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.tamga.record.RecordDocument;
import org.tamga.text.Span;

/** Writes a hit as one JSON object; docs/spec/search.md. */
public final class HitLine {
  private static final JsonFactory JSON = new JsonFactory();

  private HitLine() {}

  /** The line, without line break. */
  public static String write(RecordDocument document, Hit hit) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("document", document.id().toString());
      json.writeStringField("file", document.file());
      if (document.known().title() != null) {
        json.writeStringField("title", document.known().title());
      }
      if (document.withheld()) {
        json.writeBooleanField("withheld", true);
      }
      json.writeArrayFieldStart("snippets");
      for (Hit.Snippet snippet : hit.snippets()) {
        json.writeStartObject();
        json.writeStringField("exact", snippet.exact());
        place(json, snippet.span());
        json.writeArrayFieldStart("marks");
        for (Span mark : snippet.marks()) {
          json.writeStartObject();
          place(json, mark);
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  private static void place(JsonGenerator json, Span span) throws IOException {
    json.writeNumberField("start", span.start());
    json.writeNumberField("end", span.end());
  }
}
