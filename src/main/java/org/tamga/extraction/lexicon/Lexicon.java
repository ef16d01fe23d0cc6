package org.tamga.extraction.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The words of a language that a rule needs, in named sections.
 *
 * <p>A file is UTF-8 text. {@code [section]} opens a section; an entry is a word, or {@code word =
 * meaning}; a line that starts with {@code #} is a remark. Within a section the last entry of a
 * word wins, and entries keep their order.
 */
public final class Lexicon {
  private final String resource;
  private final Map<String, Map<String, String>> sections;

  private Lexicon(String resource, Map<String, Map<String, String>> sections) {
    this.resource = resource;
    this.sections = sections;
  }

  /**
   * Reads a lexicon that is part of the program.
   *
   * @param resource its path below this program's extraction resources, such as {@code
   *     en/dates.txt}
   * @throws IllegalArgumentException when there is none, or a line stands outside any section
   */
  public static Lexicon read(String resource) {
    var path = "/org/tamga/extraction/" + resource;
    try (var stream = Lexicon.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalArgumentException("no lexicon " + path);
      }
      try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        return new Lexicon(resource, parse(resource, reader));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("lexicon " + path, e);
    }
  }

  private static Map<String, Map<String, String>> parse(String resource, BufferedReader reader)
      throws IOException {
    var sections = new LinkedHashMap<String, Map<String, String>>();
    Map<String, String> section = null;
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      line = line.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        section =
            sections.computeIfAbsent(
                line.substring(1, line.length() - 1), name -> new LinkedHashMap<>());
        continue;
      }
      if (section == null) {
        throw new IllegalArgumentException(resource + ": a line outside any section: " + line);
      }
      int equals = line.indexOf(" = ");
      if (equals < 0) {
        section.put(line, "");
      } else {
        section.put(line.substring(0, equals).strip(), line.substring(equals + 3).strip());
      }
    }
    return sections;
  }

  /**
   * One section: words and their meanings, the meaning empty where the file gives none.
   *
   * @throws IllegalArgumentException when the lexicon has no such section: a rule without its words
   *     would silently find nothing
   */
  public Map<String, String> section(String name) {
    var section = sections.get(name);
    if (section == null) {
      throw new IllegalArgumentException(resource + ": no section [" + name + "]");
    }
    return Collections.unmodifiableMap(section);
  }

  /** The words of one section. */
  public Set<String> words(String name) {
    return section(name).keySet();
  }
}
