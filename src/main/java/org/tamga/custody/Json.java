package org.tamga.custody;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value that can stand in an event: text, a whole number, a list or a set of named values.
 *
 * <p>The subset of JSON in docs/spec/events.md; {@link CanonicalJson} reads and writes it.
 */
public sealed interface Json {
  /** Text without unpaired surrogates. */
  record Text(String value) implements Json {
    public Text {
      if (hasUnpairedSurrogate(value)) {
        throw new IllegalArgumentException("text with half of a character");
      }
    }

    private static boolean hasUnpairedSurrogate(String value) {
      for (int i = 0; i < value.length(); i++) {
        if (Character.isSurrogate(value.charAt(i))) {
          int end = i + 1;
          boolean paired =
              end < value.length() && Character.isSurrogatePair(value.charAt(i), value.charAt(end));
          if (!paired) {
            return true;
          }
          i = end;
        }
      }
      return false;
    }
  }

  /** A whole number from 0 to 2⁵³ − 1. */
  record Whole(long value) implements Json {
    /** The largest number that every JSON reader keeps exact. */
    public static final long LARGEST = (1L << 53) - 1;

    public Whole {
      if (value < 0 || value > LARGEST) {
        throw new IllegalArgumentException("not a whole number from 0 to 2^53 - 1: " + value);
      }
    }
  }

  /** A list. */
  record Array(List<Json> items) implements Json {
    public Array {
      items = List.copyOf(items);
    }
  }

  /** Named values, in the order of their names. */
  record Members(SortedMap<String, Json> members) implements Json {
    public Members {
      members.keySet().forEach(Text::new);
      members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /** An object with these members. */
    public static Members of(Map<String, Json> members) {
      return new Members(new TreeMap<>(members));
    }

    /** The member of this name, or {@link IllegalArgumentException}. */
    public Json get(String name) {
      Json found = members.get(name);
      if (found == null) {
        throw new IllegalArgumentException("'" + name + "' is missing");
      }
      return found;
    }
  }

  /** A text. */
  static Text text(String value) {
    return new Text(value);
  }

  /** A whole number. */
  static Whole whole(long value) {
    return new Whole(value);
  }

  /** This value as text, or {@link IllegalArgumentException}. */
  default String asText() {
    if (this instanceof Text text) {
      return text.value();
    }
    throw new IllegalArgumentException("text expected");
  }

  /** This value as a number, or {@link IllegalArgumentException}. */
  default long asWhole() {
    if (this instanceof Whole whole) {
      return whole.value();
    }
    throw new IllegalArgumentException("a whole number expected");
  }

  /** This value as a list, or {@link IllegalArgumentException}. */
  default List<Json> asArray() {
    if (this instanceof Array array) {
      return array.items();
    }
    throw new IllegalArgumentException("a list expected");
  }

  /** This value as an object, or {@link IllegalArgumentException}. */
  default Members asMembers() {
    if (this instanceof Members members) {
      return members;
    }
    throw new IllegalArgumentException("an object expected");
  }
}
