package org.tamga.web;

import java.nio.charset.StandardCharsets;

/**
 * The name under which an original is offered for download: letters, digits and little else.
 *
 * <p>File names come from outside; one may hold line breaks that would add headers, slashes, or the
 * marks that turn the direction of writing.
 *
 * @param text the name
 */
record SafeName(String text) {
  private static final int MOST_CHARACTERS = 100;

  /** The name made safe; the end is kept where it is too long, since it tells the kind of file. */
  static SafeName of(String name) {
    StringBuilder safe = new StringBuilder();
    name.codePoints()
        .map(c -> Character.isLetterOrDigit(c) || "-_. ".indexOf(c) >= 0 ? c : '_')
        .forEach(safe::appendCodePoint);
    int over = safe.codePointCount(0, safe.length()) - MOST_CHARACTERS;
    String kept = over > 0 ? safe.substring(safe.offsetByCodePoints(0, over)) : safe.toString();
    kept = kept.replaceAll("^[. ]+|[. ]+$", "");
    return new SafeName(kept.isEmpty() ? "original" : kept);
  }

  /** The header that makes a browser save the bytes and never show them (RFC 6266). */
  String disposition() {
    String plain = text.replaceAll("[^A-Za-z0-9._ -]", "_");
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean bare = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
      encoded.append(bare || b == '.' || b == '-' || b == '_' ? (char) b + "" : percent(b));
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }

  private static String percent(byte b) {
    return String.format("%%%02X", b & 0xff);
  }
}
