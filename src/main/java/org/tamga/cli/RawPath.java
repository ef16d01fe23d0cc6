package org.tamga.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/**
 * Reads a path from the command line, also one whose bytes are no text.
 *
 * <p>Java replaces such bytes before the program sees them. Where Linux still shows the command
 * line as it was typed, the path is taken from there.
 */
public final class RawPath implements ITypeConverter<Path> {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final String REPLACEMENT = "\uFFFD";

  @Override
  public Path convert(String text) throws IOException {
    if (!text.contains(REPLACEMENT) || !Files.isReadable(COMMAND_LINE)) {
      return Path.of(text);
    }
    byte[] all = Files.readAllBytes(COMMAND_LINE);
    int start = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == 0) {
        byte[] raw = java.util.Arrays.copyOfRange(all, start, i);
        if (new String(raw, StandardCharsets.UTF_8).equals(text)) {
          return fromBytes(raw);
        }
        start = i + 1;
      }
    }
    return Path.of(text);
  }

  /** Only a URI can carry raw bytes into a path. */
  private static Path fromBytes(byte[] raw) {
    StringBuilder uri = new StringBuilder("file://");
    if (raw[0] != '/') {
      uri.append(Path.of("").toAbsolutePath().toUri().getRawPath());
    }
    for (byte b : raw) {
      boolean plain = b == '/' || (b < 0x7F && b > 0 && Character.isLetterOrDigit(b));
      uri.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xFF));
    }
    return Path.of(URI.create(uri.toString()));
  }
}
