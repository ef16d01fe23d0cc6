package org.tamga.tlog;

import java.util.Base64;

/**
 * Base 64 that has one spelling for each value (RFC 4648 section 3.5).
 *
 * <p>The platform's decoder forgives missing padding and stray low bits, which would let an
 * attacker write one signature in several ways; here such text is refused.
 */
public final class StrictBase64 {
  private StrictBase64() {}

  /** Standard alphabet with padding. */
  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes, or {@link MalformedLogException} where {@code text} is not their one spelling. */
  public static byte[] decode(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedLogException("not Base64");
    }
    if (!encode(bytes).equals(text)) {
      throw new MalformedLogException("Base64 that is not in its canonical form");
    }
    return bytes;
  }
}
