package org.tamga.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The word lists that ship with this package, one entry a line, lines with {@code #} left out. */
public final class Lines {
  private Lines() {}

  /** All entries of the resource {@code name}. */
  public static List<String> of(String name) {
    try (InputStream in = Lines.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program is incomplete: no resource " + name);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All entries of the resource {@code name}, each split at its tabs. */
  public static List<List<String>> table(String name) {
    return of(name).stream().map(line -> List.of(line.split("\t", -1))).toList();
  }
}
