package org.tamga.corroboration.independence;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tamga.corroboration.origin.Credits;

/**
 * What is known of a document when it is asked whether it depends on another.
 *
 * @param id its digest, as record lines have it
 * @param file its path, for people
 * @param publisher who put it out; null where nobody says
 * @param published when, ISO 8601, as precise as known; null where nobody says
 * @param captured when a copy was made of it, likewise
 * @param credits whom it names as its source
 */
public record Source(
    String id,
    String file,
    @Nullable String publisher,
    @Nullable String published,
    @Nullable String captured,
    Credits credits) {
  public Source {
    Objects.requireNonNull(id);
    Objects.requireNonNull(file);
    Objects.requireNonNull(credits);
  }

  /** Whether both were put out by the same. */
  boolean sharesPublisher(Source other) {
    return publisher != null && publisher.equalsIgnoreCase(other.publisher);
  }
}
