package org.tamga.annotation;

import java.util.Objects;

/**
 * A date that the text names.
 *
 * @param value ISO 8601 and as precise as the text ({@code 2022-08-31}, {@code 2022-10}, {@code
 *     2022-W43}); an unknown year is {@code XXXX}
 */
public record DateExpression(Anchor anchor, String value) implements Annotation {
  /** The word for this kind in record lines. */
  public static final String TYPE = "date";

  public DateExpression {
    Objects.requireNonNull(anchor);
    if (value.isBlank()) {
      throw new IllegalArgumentException("a date has a value");
    }
  }
}
