package org.tamga.eval;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tamga.annotation.CitedText;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Reading;
import org.tamga.text.TextReader;

/**
 * A text of the gold set with what a careful reader finds in it.
 *
 * @param name the file's name without its ending
 * @param items what is in it, by the plural of its type
 */
record GoldText(
    String name,
    String genre,
    Metadata known,
    ReadableText readable,
    String document,
    WordPlaces words,
    Map<String, List<GoldItem>> items) {
  /** Types in the order of tables, and the key of each in a gold file. */
  static final Map<String, String> KEYS = keys();

  private static final JsonFactory JSON = new JsonFactory();

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    for (String type :
        List.of("statement", "demand", "figure", "position", "allegation", "event", "date")) {
      keys.put(type, type + "s");
    }
    return keys;
  }

  /** All texts of a gold set, in order of their names. */
  static List<GoldText> all(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder.resolve("gold"))) {
      files = listed.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    List<GoldText> texts = new ArrayList<>();
    for (Path file : files) {
      texts.add(read(folder, file));
    }
    return texts;
  }

  private static GoldText read(Path folder, Path file) throws IOException {
    Map<String, Object> gold = object(Files.readString(file));
    String source = text(gold, "file");
    byte[] bytes = Files.readAllBytes(folder.resolve("texts").resolve(source));
    Metadata known =
        new Metadata(
            null, null, (String) gold.get("publisher"), (String) gold.get("published"), "en", null);
    if (!(TextReader.read(bytes, source, known) instanceof Reading.Read read)) {
      throw new IOException(source + " cannot be read");
    }
    WordPlaces words = new WordPlaces(read.text().content());
    Map<String, List<GoldItem>> items = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>(KEYS.values());
    keys.add("never");
    for (String key : keys) {
      List<GoldItem> list = new ArrayList<>();
      for (Object item : (List<?>) gold.getOrDefault(key, List.of())) {
        list.add(item(item, words, source));
      }
      items.put(key, List.copyOf(list));
    }
    return new GoldText(
        source.replaceFirst("[.]txt$", ""),
        text(gold, "genre"),
        known,
        read.text(),
        CitedText.digestOf(bytes),
        words,
        items);
  }

  private static String text(Map<String, Object> gold, String key) {
    return (String) Objects.requireNonNull(gold.get(key), key);
  }

  @SuppressWarnings("unchecked")
  private static GoldItem item(Object item, WordPlaces words, String source) {
    try {
      return GoldItem.of((Map<String, Object>) item, words);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(source + ": " + wrong.getMessage(), wrong);
    }
  }

  /** The text as its file has it, to check quotations against. */
  static String fileText(Path folder, String name) throws IOException {
    return Files.readString(folder.resolve("texts").resolve(name + ".txt"), StandardCharsets.UTF_8);
  }

  /** A JSON object as maps, lists, texts, numbers and truth values. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> object(String json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      return (Map<String, Object>) value(parser);
    }
  }

  private static Object value(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> members = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        members.put(name, value(json));
      }
      return members;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> items = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(json));
      }
      return items;
    }
    if (token == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    return token.isNumeric() ? json.getDecimalValue() : json.getBooleanValue();
  }
}
