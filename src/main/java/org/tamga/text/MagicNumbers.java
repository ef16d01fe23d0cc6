package org.tamga.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Recognises kinds of files that are not text by their first bytes.
 *
 * <p>The table is the resource {@code magic-numbers.txt}; the declared name of a file is never
 * asked, since names lie.
 */
final class MagicNumbers {
  /**
   * How far into a ZIP file its members' names are looked for: Office programs write the telling
   * ones first.
   */
  private static final int ZIP_PREFIX_BYTES = 8192;

  /** Binary formats show control bytes within their headers, which are shorter than this. */
  private static final int WEAK_PREFIX_BYTES = 512;

  private static final List<Magic> TABLE =
      Lines.table("magic-numbers.txt").stream()
          .map(
              row ->
                  new Magic(
                      Integer.parseInt(row.get(0)),
                      new String(HexFormat.of().parseHex(row.get(1)), StandardCharsets.ISO_8859_1),
                      new Kind(row.get(2), row.get(3))))
          .toList();

  private static final List<List<String>> ZIP_KINDS = Lines.table("zip-kinds.txt");

  private MagicNumbers() {}

  /**
   * A kind of file.
   *
   * @param mediaType such as {@code application/pdf}
   * @param words what a person calls such files, in the plural
   */
  record Kind(String mediaType, String words) {}

  /** One line of the table; the bytes are kept as characters of the same numbers. */
  private record Magic(int offset, String bytes, Kind kind) {
    boolean matches(byte[] source) {
      if (source.length < offset + bytes.length()) {
        return false;
      }
      for (int i = 0; i < bytes.length(); i++) {
        if ((source[offset + i] & 0xFF) != bytes.charAt(i)) {
          return false;
        }
      }
      return !isWeak() || hasControlBytes(source);
    }

    /** A few letters may open a sentence too: "BM" opens images, and a report on BMW. */
    private boolean isWeak() {
      return bytes.length() <= 4 && bytes.chars().allMatch(c -> c >= ' ' && c < '\u007F');
    }
  }

  /** The kind of {@code source}, if its first bytes are those of a known kind that is not text. */
  static Optional<Kind> kindOf(byte[] source) {
    return TABLE.stream()
        .filter(magic -> magic.matches(source))
        .findFirst()
        .map(
            magic -> magic.kind.mediaType.equals("application/zip") ? zipKind(source) : magic.kind);
  }

  private static boolean hasControlBytes(byte[] source) {
    int length = Math.min(source.length, WEAK_PREFIX_BYTES);
    for (int i = 0; i < length; i++) {
      if (source[i] >= 0 && source[i] < '\t') {
        return true;
      }
    }
    return false;
  }

  private static Kind zipKind(byte[] source) {
    int length = Math.min(source.length, ZIP_PREFIX_BYTES);
    String names = new String(source, 0, length, StandardCharsets.ISO_8859_1);
    return ZIP_KINDS.stream()
        .filter(row -> names.contains(row.get(0)))
        .findFirst()
        .map(row -> new Kind(row.get(1), row.get(2)))
        .orElse(new Kind("application/zip", "ZIP archives"));
  }
}
