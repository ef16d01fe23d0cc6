package org.tamga.custody;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * A file's name exactly as its system had it, even where that is no readable text.
 *
 * @param hex the raw bytes, in hex
 */
public record FileName(String hex) {
  /** The name with these raw bytes. */
  public static FileName of(byte[] raw) {
    return new FileName(HexFormat.of().formatHex(raw));
  }

  /** The name that is this text in UTF-8. */
  public static FileName of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The raw bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** The name for people: bytes that are no text are shown as a replacement character. */
  public String display() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** The name in this JSON, or {@link IllegalArgumentException}. */
  public static FileName parse(Json json) {
    FileName name =
        json instanceof Json.Text text
            ? of(text.value())
            : of(Base64.getDecoder().decode(json.asMembers().get("base64").asText()));
    if (!name.json().equals(json)) {
      throw new IllegalArgumentException("a name that is not in its canonical form");
    }
    return name;
  }

  /** The name as JSON: text where it is UTF-8, otherwise its bytes. */
  public Json json() {
    try {
      ByteBuffer raw = ByteBuffer.wrap(bytes());
      return Json.text(StandardCharsets.UTF_8.newDecoder().decode(raw).toString());
    } catch (CharacterCodingException e) {
      TreeMap<String, Json> members = new TreeMap<>();
      members.put("base64", Json.text(Base64.getEncoder().encodeToString(bytes())));
      return new Json.Members(members);
    }
  }

  @Override
  public String toString() {
    return display();
  }
}
