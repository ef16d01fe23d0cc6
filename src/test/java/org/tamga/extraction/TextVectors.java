package org.tamga.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** Test cases in text files, one a line: {@code given | text => expected}. */
public final class TextVectors {
  private TextVectors() {}

  /**
   * One case.
   *
   * @param given what is known besides the text, or empty
   * @param text the text to read
   * @param expected what should be found, or empty
   */
  public record Vector(String given, String text, String expected) {}

  /** The cases of a resource, without remarks ({@code #}) and empty lines. */
  public static Stream<Vector> read(String resource) {
    var stream = Objects.requireNonNull(TextVectors.class.getResourceAsStream(resource), resource);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(TextVectors::vector)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Vector vector(String line) {
    int arrow = line.lastIndexOf("=>");
    int bar = line.indexOf(" | ");
    if (arrow < 0) {
      throw new IllegalArgumentException("a case without =>: " + line);
    }
    var given = bar >= 0 && bar < arrow ? line.substring(0, bar).strip() : "";
    var text = line.substring(bar >= 0 && bar < arrow ? bar + 3 : 0, arrow).strip();
    return new Vector(given, text, line.substring(arrow + 2).strip());
  }
}
