package org.tamga.text.parser.warc;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A digest as a web archive states it, such as {@code sha1:B2LTWWPUOYAH7UIPQ7ZUPQ4VMBSVC36A}:
 * programs write it in base32, base64 or hexadecimal digits.
 *
 * @param algorithm as Java calls it
 * @param value the digest in some spelling
 */
record StatedDigest(String algorithm, String value) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** The digest that {@code stated} names; nothing where it names no algorithm that is known. */
  static Optional<StatedDigest> parse(String stated) {
    int colon = stated.indexOf(':');
    String name = stated.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
    String value = stated.substring(colon + 1).strip();
    return switch (name) {
      case "sha1", "sha-1" -> Optional.of(new StatedDigest("SHA-1", value));
      case "sha256", "sha-256" -> Optional.of(new StatedDigest("SHA-256", value));
      case "sha512", "sha-512" -> Optional.of(new StatedDigest("SHA-512", value));
      case "md5" -> Optional.of(new StatedDigest("MD5", value));
      default -> Optional.empty();
    };
  }

  /** Whether this is the digest of one of {@code candidates}, in any spelling. */
  boolean isOf(List<byte[]> candidates) {
    return candidates.stream().anyMatch(this::isOf);
  }

  private boolean isOf(byte[] bytes) {
    byte[] digest = digest(bytes);
    String plain = value.replace("=", "");
    return plain.equalsIgnoreCase(base32(digest))
        || plain.equalsIgnoreCase(HexFormat.of().formatHex(digest))
        || Arrays.equals(base64(plain), digest);
  }

  private byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** RFC 4648, section 6, without padding. */
  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte one : bytes) {
      held = ((held << 8) | (one & 0xFF)) & 0xFFFF;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((held >> bits) & 31));
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt((held << (5 - bits)) & 31));
    }
    return text.toString();
  }
}
