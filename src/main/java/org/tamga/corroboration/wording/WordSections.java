package org.tamga.corroboration.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The words that rules of comparison need, in named sections of a resource file.
 *
 * <p>{@code [section]} opens a section; an entry is a word, or {@code word = meaning}; a line that
 * starts with {@code #} is a remark.
 */
public final class WordSections {
  private static final String FOLDER = "/org/tamga/corroboration/";

  private final String name;
  private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

  private WordSections(String name) {
    this.name = name;
  }

  /**
   * Reads a file of the program's own.
   *
   * @param name below the resources of corroboration, such as {@code en/words.txt}
   * @throws IllegalStateException if there is none
   */
  public static WordSections read(String name) {
    WordSections words = new WordSections(name);
    try (InputStream file = WordSections.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      words.take(reader);
      return words;
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + name, broken);
    }
  }

  private void take(BufferedReader reader) throws IOException {
    Map<String, String> section = new LinkedHashMap<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String entry = line.strip();
      if (entry.startsWith("[") && entry.endsWith("]")) {
        section = new LinkedHashMap<>();
        sections.put(entry.substring(1, entry.length() - 1), section);
      } else if (!entry.isEmpty() && !entry.startsWith("#")) {
        int equals = entry.indexOf(" = ");
        section.put(
            equals < 0 ? entry : entry.substring(0, equals).strip(),
            equals < 0 ? "" : entry.substring(equals + 3).strip());
      }
    }
  }

  /**
   * Words and their meanings, empty where the file gives none.
   *
   * @throws IllegalStateException if there is no such section: a rule without its words would
   *     silently find nothing
   */
  public Map<String, String> meanings(String section) {
    Map<String, String> found = sections.get(section);
    if (found == null) {
      throw new IllegalStateException(name + " has no section [" + section + "]");
    }
    return Collections.unmodifiableMap(found);
  }

  /** The words of a section. */
  public Set<String> words(String section) {
    return meanings(section).keySet();
  }
}
