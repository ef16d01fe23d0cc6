package org.tamga.extraction.date;

import java.util.Objects;

/**
 * Words of a text that say when, and the date that they stand for.
 *
 * @param start first place, in UTF-16 units
 * @param end place behind the last, in UTF-16 units
 * @param value ISO 8601, as precise as known: {@code 2022-08-31}, {@code 2022-10}, {@code
 *     2022-W43}, {@code 199X}, {@code XXXX-10}, or a stretch {@code 2022-10-03/2022-10-05}
 */
public record FoundDate(int start, int end, String value) {
  public FoundDate {
    Objects.requireNonNull(value);
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no place: " + start + " to " + end);
    }
  }
}
