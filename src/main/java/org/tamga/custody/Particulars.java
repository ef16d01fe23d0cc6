package org.tamga.custody;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people said of a document when they handed it in: texts under fixed names.
 *
 * <p>Unknown is absent. The names are the columns of docs/spec/events.md, kind {@code acquired}.
 *
 * @param values name and text of each thing that is known
 */
public record Particulars(SortedMap<String, String> values) {
  /** Nothing said. */
  public static final Particulars NONE = new Particulars(new TreeMap<>());

  /** All names that there are. */
  public static final Set<String> NAMES =
      Set.of(
          "author",
          "captured",
          "collector",
          "container",
          "language",
          "machine",
          "member",
          "published",
          "publisher",
          "reason",
          "source",
          "url");

  public Particulars {
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (!NAMES.contains(value.getKey()) || value.getValue().isEmpty()) {
        throw new IllegalArgumentException("no such particular: " + value.getKey());
      }
    }
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** The particular of this name, or null where nothing was said. */
  public @Nullable String get(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no such particular: " + name);
    }
    return values.get(name);
  }

  /** These particulars and one more; an empty or null text adds nothing. */
  public Particulars with(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return this;
    }
    TreeMap<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new Particulars(more);
  }
}
