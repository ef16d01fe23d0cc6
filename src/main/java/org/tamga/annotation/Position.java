package org.tamga.annotation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who stood where on a question.
 *
 * @param holders who, as far as named
 * @param count how many in all, as the text gives it
 * @param stance on which side
 * @param on the question
 * @param initiative what they joined ("joint statement")
 * @param forum before which body
 * @param presentedBy who spoke for them
 * @param date when, ISO 8601
 */
public record Position(
    Anchor anchor,
    List<Mention> holders,
    @Nullable Integer count,
    Stance stance,
    @Nullable String on,
    @Nullable String initiative,
    @Nullable String forum,
    @Nullable Mention presentedBy,
    @Nullable String date)
    implements Annotation {
  /** The word for this kind in record lines. */
  public static final String TYPE = "position";

  public Position {
    Objects.requireNonNull(anchor);
    holders = List.copyOf(holders);
    Objects.requireNonNull(stance);
    if (count != null && count < 0) {
      throw new IllegalArgumentException("no number of holders: " + count);
    }
  }

  /** On which side somebody stood. */
  public enum Stance {
    /** In favour. */
    FOR,
    /** Opposed. */
    AGAINST,
    /** Present, on neither side. */
    ABSTAIN
  }
}
