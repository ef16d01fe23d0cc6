package org.tamga.extraction.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads lists of words and tables of numbers that stand beside the classes that use them. */
public final class WordList {
  private WordList() {}

  /**
   * The lines of a resource without comments ({@code #} at their start) and empty lines.
   *
   * @throws IllegalStateException if there is no such resource beside {@code owner}
   */
  public static List<String> lines(Class<?> owner, String name) {
    try (InputStream resource = owner.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("no resource " + name + " beside " + owner.getName());
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read the resource " + name, broken);
    }
  }

  /** The lines of a resource as a set, in their order. */
  public static Set<String> words(Class<?> owner, String name) {
    return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(lines(owner, name)));
  }
}
