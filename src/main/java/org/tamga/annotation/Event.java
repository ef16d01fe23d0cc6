package org.tamga.annotation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on the public record.
 *
 * @param kind what kind of thing ("joint letter", "vote")
 * @param date when, ISO 8601, as precise as known
 * @param participants who took part
 * @param addressee to whom it was directed
 */
public record Event(
    Anchor anchor,
    String kind,
    @Nullable String date,
    List<Mention> participants,
    @Nullable Mention addressee)
    implements Annotation {
  /** The word for this kind in record lines. */
  public static final String TYPE = "event";

  public Event {
    Objects.requireNonNull(anchor);
    if (kind.isBlank()) {
      throw new IllegalArgumentException("an event is of some kind");
    }
    participants = List.copyOf(participants);
  }
}
