package org.tamga.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.tamga.custody.FileName;

/**
 * The bytes of file names as the system has them.
 *
 * <p>Java turns names into text and loses those that are no text; but it keeps the bytes inside the
 * path and shows them, percent-encoded, in the path's URI.
 */
final class RawNames {
  private static final int REPLACEMENT = 0xFFFD;

  private RawNames() {}

  /** The bytes of the last part of a path. */
  static FileName nameOf(Path path) {
    byte[] all = bytes(path);
    int slash = all.length - 1;
    while (slash >= 0 && all[slash] != '/') {
      slash--;
    }
    return FileName.of(java.util.Arrays.copyOfRange(all, slash + 1, all.length));
  }

  /** The bytes of a path below a folder. */
  static FileName placeOf(Path folder, Path path) {
    byte[] all = bytes(path);
    int start = bytes(folder).length;
    while (start < all.length && all[start] == '/') {
      start++;
    }
    return FileName.of(java.util.Arrays.copyOfRange(all, start, all.length));
  }

  private static byte[] bytes(Path path) {
    String text = path.toAbsolutePath().toString();
    if (text.indexOf(REPLACEMENT) < 0) {
      return text.replace('\\', '/').getBytes(StandardCharsets.UTF_8);
    }
    String encoded = path.toAbsolutePath().toUri().getRawPath();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); i++) {
      if (encoded.charAt(i) == '%') {
        out.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        out.write(encoded.charAt(i));
      }
    }
    return out.toByteArray();
  }
}
