package org.tamga.custody;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads and writes JSON that has one spelling for each value, so that it can be hashed.
 *
 * <p>RFC 8785 within the limits of docs/spec/events.md. What is read is written again and refused
 * unless it comes out the same.
 */
public final class CanonicalJson {
  private static final int DEEPEST = 32;
  private static final String SHORT_ESCAPES = "\b\t\n\f\r\"\\";
  private static final String SHORT_LETTERS = "btnfr\"\\";

  private final String text;
  private int at;

  private CanonicalJson(String text) {
    this.text = text;
  }

  /** The value in these bytes, or {@link IllegalArgumentException} where they are not canonical. */
  public static Json parse(byte[] bytes) {
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8", e);
    }
  }

  /** The value in this text, or {@link IllegalArgumentException} where it is not canonical. */
  public static Json parse(String text) {
    CanonicalJson reader = new CanonicalJson(text);
    Json value = reader.value(0);
    if (reader.at != text.length() || !write(value).equals(text)) {
      throw new IllegalArgumentException("not canonical JSON");
    }
    return value;
  }

  /** The one spelling of a value. */
  public static String write(Json value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  /** The one spelling of a value, in UTF-8. */
  public static byte[] bytes(Json value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder out, Json value) {
    switch (value) {
      case Json.Text text -> appendText(out, text.value());
      case Json.Whole whole -> out.append(whole.value());
      case Json.Array array -> {
        String before = "[";
        for (Json item : array.items()) {
          out.append(before);
          append(out, item);
          before = ",";
        }
        out.append(array.items().isEmpty() ? "[]" : "]");
      }
      case Json.Members object -> {
        String before = "{";
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
          out.append(before);
          appendText(out, member.getKey());
          out.append(':');
          append(out, member.getValue());
          before = ",";
        }
        out.append(object.members().isEmpty() ? "{}" : "}");
      }
    }
  }

  private static void appendText(StringBuilder out, String text) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\') {
        out.append(text, written, i);
        appendEscaped(out, c);
        written = i + 1;
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  private static void appendEscaped(StringBuilder out, char c) {
    int known = SHORT_ESCAPES.indexOf(c);
    if (known >= 0) {
      out.append('\\').append(SHORT_LETTERS.charAt(known));
    } else {
      out.append(String.format("\\u%04x", (int) c));
    }
  }

  private static void requireShallow(int depth) {
    if (depth >= DEEPEST) {
      throw new IllegalArgumentException("JSON nested deeper than " + DEEPEST);
    }
  }

  private Json value(int depth) {
    char c = peek();
    return switch (c) {
      case '"' -> new Json.Text(text());
      case '[' -> array(depth);
      case '{' -> object(depth);
      default -> whole();
    };
  }

  private Json array(int depth) {
    requireShallow(depth);
    at++;
    List<Json> items = new ArrayList<>();
    if (peek() == ']') {
      at++;
      return new Json.Array(items);
    }
    do {
      items.add(value(depth + 1));
    } while (next(',', ']'));
    return new Json.Array(items);
  }

  private Json object(int depth) {
    requireShallow(depth);
    at++;
    SortedMap<String, Json> members = new TreeMap<>();
    if (peek() == '}') {
      at++;
      return new Json.Members(members);
    }
    do {
      String name = text();
      expect(':');
      members.put(name, value(depth + 1));
    } while (next(',', '}'));
    return new Json.Members(members);
  }

  private Json whole() {
    int start = at;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (start == at || at - start > 16) {
      throw new IllegalArgumentException("not canonical JSON");
    }
    return new Json.Whole(Long.parseLong(text.substring(start, at)));
  }

  private String text() {
    expect('"');
    int start = at;
    while (peek() != '"' && text.charAt(at) != '\\') {
      at++;
    }
    if (text.charAt(at) == '"') {
      // Nearly all texts have nothing escaped.
      return text.substring(start, at++);
    }
    StringBuilder out = new StringBuilder().append(text, start, at);
    while (peek() != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    int known = SHORT_LETTERS.indexOf(c);
    if (known >= 0) {
      return SHORT_ESCAPES.charAt(known);
    }
    if (c != 'u' || at + 4 > text.length()) {
      throw new IllegalArgumentException("not canonical JSON: an unknown escape");
    }
    String digits = text.substring(at, at + 4);
    at += 4;
    return (char) Integer.parseInt(digits, 16);
  }

  private boolean next(char more, char end) {
    char c = peek();
    at++;
    if (c != more && c != end) {
      throw new IllegalArgumentException("not canonical JSON");
    }
    return c == more;
  }

  private void expect(char c) {
    if (peek() != c) {
      throw new IllegalArgumentException("not canonical JSON: " + c + " expected");
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw new IllegalArgumentException("JSON that ends too early");
    }
    return text.charAt(at);
  }
}
