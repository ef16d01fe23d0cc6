package org.tamga.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.tamga.text.Metadata;

/** Writes a document's text and what is known of it as one JSON object. */
public final class TextLine {
  private static final JsonFactory JSON = new JsonFactory();

  private TextLine() {}

  /** The line, without line break; {@code text} is the whole text. */
  public static String write(RecordDocument document, String text) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      Metadata known = document.known();
      json.writeStartObject();
      json.writeStringField("id", document.id().toString());
      json.writeStringField("file", document.file());
      put(json, "mediaType", document.mediaType());
      put(json, "title", known.title());
      put(json, "author", known.author());
      put(json, "publisher", known.publisher());
      put(json, "published", known.published());
      put(json, "language", known.language());
      json.writeStringField("text", text);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  private static void put(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }
}
