package org.tamga.annotation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who calls on whom to do what; the target's words are the action demanded.
 *
 * @param by who demands it
 * @param to on whom it is demanded
 * @param cue the words that demand ("urges")
 * @param instrument by what means ("joint letter")
 * @param negative whether it is demanded that something be left undone ("not to …")
 * @param order whether the text tells of an order given, as evidence, rather than of a call made
 * @param date when it was demanded, ISO 8601
 * @param deadline by when it is to be done, ISO 8601
 * @param within id of the statement that contains it
 */
public record Demand(
    Anchor anchor,
    List<Mention> by,
    List<Mention> to,
    @Nullable String cue,
    @Nullable String instrument,
    boolean negative,
    boolean order,
    @Nullable String date,
    @Nullable String deadline,
    @Nullable String within)
    implements Annotation {
  /** The word for this kind in record lines. */
  public static final String TYPE = "demand";

  public Demand {
    Objects.requireNonNull(anchor);
    by = List.copyOf(by);
    to = List.copyOf(to);
    if (within != null) {
      CitedText.requireDigest(within);
    }
  }
}
