package org.tamga.corroboration.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What made-up stories are made of, from the text files beside this package. */
final class StoryWords {
  final List<Event> events = new ArrayList<>();
  final List<List<String>> forms = new ArrayList<>();
  final List<String> contents = new ArrayList<>();
  final List<String> colours;
  final Map<String, String[]> names = new HashMap<>();

  /**
   * Something that happened, and how it can be told.
   *
   * @param facts each as the first line tells it, and in other words by the others
   * @param own sentences that only a reporter who was there has
   */
  record Event(String quote, List<List<String>> facts, List<String> own) {}

  StoryWords() {
    colours = lines("colour.txt");
    for (String line : lines("names.txt")) {
      int space = line.indexOf(' ');
      String rest = line.substring(space + 1);
      names.put(line.substring(0, space), rest.split(rest.contains("|") ? "\\|" : " "));
    }
    List<String> block = new ArrayList<>();
    for (String line : lines("forms.txt")) {
      if (line.equals("form") || line.equals("content")) {
        block = new ArrayList<>();
        (line.equals("form") ? forms : new ArrayList<List<String>>()).add(block);
        if (line.equals("content")) {
          block = contents;
        }
      } else {
        block.add(line);
      }
    }
    readEvents();
  }

  private void readEvents() {
    String quote = "";
    List<String> block = new ArrayList<>();
    for (String line : lines("events.txt")) {
      if (line.startsWith("event ")) {
        quote = "";
      } else if (line.startsWith("quote ")) {
        quote = line.substring(6);
        events.add(new Event(quote, new ArrayList<>(), new ArrayList<>()));
      } else if (line.equals("fact")) {
        block = new ArrayList<>();
        events.getLast().facts().add(block);
      } else if (line.equals("own")) {
        block = events.getLast().own();
      } else {
        block.add(line);
      }
    }
  }

  private static List<String> lines(String resource) {
    try (InputStream in =
        Objects.requireNonNull(StoryWords.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
