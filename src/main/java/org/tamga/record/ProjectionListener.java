package org.tamga.record;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.text.Reading.Warning;
import org.tamga.vault.Digest;

/** Is told of each document as it comes into the record, to print it or to show progress. */
@FunctionalInterface
public interface ProjectionListener {
  /** Tells nobody. */
  ProjectionListener SILENT = outcome -> {};

  /** One document is in the record now. */
  void projected(Outcome outcome);

  /** Called once, before the first document, when there are any. */
  default void begins(int documents) {}

  /**
   * What came of one document.
   *
   * @param document its id
   * @param file its path, relative to the path given when it first came in
   * @param notRead why there is no text; null where there is one
   * @param counts how many annotations of each type
   * @param warnings what a person should know before opening it
   */
  record Outcome(
      Digest document,
      String file,
      @Nullable String notRead,
      SortedMap<String, Integer> counts,
      List<Warning> warnings) {
    public Outcome {
      warnings = List.copyOf(warnings);
      counts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
  }
}
