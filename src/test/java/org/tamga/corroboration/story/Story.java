package org.tamga.corroboration.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A few documents of which it is known who took what from whom.
 *
 * @param name which story it is
 * @param note what it is made to show
 */
public record Story(String name, String note, List<Told> documents) {
  public Story {
    documents = List.copyOf(documents);
    Set<String> known = new HashSet<>();
    for (Told one : documents) {
      if (one.from() != null && !known.contains(one.from())) {
        throw new IllegalArgumentException(name + ": " + one.name() + " is taken from nothing");
      }
      known.add(one.name());
    }
  }

  /**
   * One document of a story.
   *
   * @param from the earlier document that it was taken from; null for one that stands on its own
   * @param as how it was taken: copy, excerpt, rewrite, credit, report
   */
  public record Told(
      String name,
      @Nullable String publisher,
      @Nullable String published,
      @Nullable String from,
      @Nullable String as,
      String text) {}

  /** The document from which this one comes in the end; itself where it stands on its own. */
  public String root(String document) {
    for (Told one : documents) {
      if (one.name().equals(document)) {
        return one.from() == null ? document : root(one.from());
      }
    }
    throw new IllegalArgumentException(name + " has no " + document);
  }

  /** Reads a story file; eval/echoes/README.md. */
  public static Story read(Path file) throws IOException {
    String note = "";
    List<Told> documents = new ArrayList<>();
    Map<String, String> head = new HashMap<>();
    StringBuilder text = new StringBuilder();
    boolean inHead = true;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("--- ")) {
        flush(documents, head, text);
        head.put("name", line.substring(4));
        inHead = true;
      } else if (inHead && line.contains(": ")) {
        int colon = line.indexOf(": ");
        head.put(line.substring(0, colon), line.substring(colon + 2));
      } else if (inHead && line.isEmpty()) {
        note = documents.isEmpty() && head.containsKey("note") ? head.get("note") : note;
        inHead = !head.containsKey("name");
      } else {
        text.append(line).append('\n');
      }
    }
    flush(documents, head, text);
    return new Story(file.getFileName().toString(), note, documents);
  }

  private static void flush(List<Told> documents, Map<String, String> head, StringBuilder text) {
    String name = head.get("name");
    if (name != null) {
      documents.add(
          new Told(
              name,
              head.get("publisher"),
              head.get("published"),
              head.get("from"),
              head.get("as"),
              text.toString().strip() + "\n"));
    }
    head.clear();
    text.setLength(0);
  }

  /** All stories of a folder, by name. */
  public static List<Story> readAll(Path folder) throws IOException {
    TreeMap<String, Story> stories = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".txt")).toList()) {
        Story story = read(file);
        stories.put(story.name(), story);
      }
    }
    return List.copyOf(stories.values());
  }
}
