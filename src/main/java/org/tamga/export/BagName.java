package org.tamga.export;

import org.jspecify.annotations.Nullable;
import org.tamga.vault.Digest;

/** The names that files have in a bag: docs/spec/bagit.md, "Names". */
final class BagName {
  private static final int LONGEST = 60;
  private static final int LONGEST_ENDING = 10;

  private BagName() {}

  /**
   * Where a document stands in a bag.
   *
   * @param name what it was called; null where that may not be told
   */
  static String of(Digest digest, @Nullable String name) {
    String safe = name == null ? "" : safe(name);
    return "data/"
        + digest.hex().substring(0, 2)
        + "/"
        + digest.hex().substring(2)
        + (safe.isEmpty() ? "" : "-" + safe);
  }

  /** A name that means nothing to any system: no folders, no hidden files, no other alphabets. */
  static String safe(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[.]+|[.]+$", "");
    if (plain.length() <= LONGEST) {
      return plain;
    }
    int dot = plain.lastIndexOf('.');
    String ending = dot > 0 && plain.length() - dot <= LONGEST_ENDING ? plain.substring(dot) : "";
    return plain.substring(0, LONGEST - ending.length()).replaceAll("[.]+$", "") + ending;
  }

  /** A line of a manifest; RFC 8493 section 2.1.3 asks for three characters to be encoded. */
  static String line(Digest digest, String path) {
    String encoded = path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
    return digest.hex() + "  " + encoded + "\n";
  }
}
