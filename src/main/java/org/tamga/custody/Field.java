package org.tamga.custody;

import java.util.Base64;
import java.util.List;
import org.tamga.vault.Digest;

/**
 * One thing that an event says, with the salt that keeps its digest from giving it away.
 *
 * <p>docs/spec/events.md, "Field".
 *
 * @param salt 32 random bytes in Base64url, 43 characters
 * @param name what is said; {@link #PADDING} for a field that says nothing
 * @param value what it is
 */
public record Field(String salt, String name, Json value) {
  /** Name of the fields that only hide how many others there are. */
  public static final String PADDING = "_";

  private static final int SALT_BYTES = 32;
  private static final int SALT_CHARACTERS = 43;

  public Field {
    if (salt.length() != SALT_CHARACTERS || !isCanonicalSalt(salt) || name.isEmpty()) {
      throw new IllegalArgumentException("not a field: its salt or its name is malformed");
    }
    if (name.equals(PADDING) && !value.equals(Json.text(""))) {
      throw new IllegalArgumentException("padding that says something");
    }
  }

  private static boolean isCanonicalSalt(String salt) {
    byte[] bytes = Base64.getUrlDecoder().decode(salt);
    return bytes.length == SALT_BYTES && base64Url(bytes).equals(salt);
  }

  /** A field with fresh randomness as its salt. */
  public static Field of(byte[] salt, String name, Json value) {
    return new Field(base64Url(salt), name, value);
  }

  /** The field in this JSON, or {@link IllegalArgumentException}. */
  public static Field parse(Json json) {
    List<Json> parts = json.asArray();
    if (parts.size() != 3) {
      throw new IllegalArgumentException("a field has a salt, a name and a value");
    }
    return new Field(parts.get(0).asText(), parts.get(1).asText(), parts.get(2));
  }

  /** The field as JSON, which {@link #parse} reads back. */
  public Json json() {
    return new Json.Array(List.of(Json.text(salt), Json.text(name), value));
  }

  /** What stands for this field in the log: 43 characters of Base64url. */
  public String digest() {
    return base64Url(Digest.sha256().digest(CanonicalJson.bytes(json())));
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
