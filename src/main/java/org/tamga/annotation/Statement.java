package org.tamga.annotation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who said what.
 *
 * @param speaker who said it; null where the text does not say
 * @param speech in whose words it is given
 * @param cue the words that tell of the saying ("said", "according to"), if any
 * @param polarity whether the speaker affirms the words or denies them
 * @param modality whether they are asserted, or only asked or supposed
 * @param addressee to whom it was said
 * @param medium where it was said ("Radio Free Asia")
 * @param date when it was said, ISO 8601, as precise as known
 */
public record Statement(
    Anchor anchor,
    @Nullable Mention speaker,
    Speech speech,
    @Nullable String cue,
    Polarity polarity,
    Modality modality,
    @Nullable Mention addressee,
    @Nullable String medium,
    @Nullable String date)
    implements Annotation {
  /** The word for this kind in record lines. */
  public static final String TYPE = "statement";

  public Statement {
    Objects.requireNonNull(anchor);
    Objects.requireNonNull(speech);
    Objects.requireNonNull(polarity);
    Objects.requireNonNull(modality);
  }

  /** In whose words a statement is given. */
  public enum Speech {
    /** In the speaker's own words, whole sentences of them. */
    DIRECT,
    /** A few of the speaker's own words inside the reporter's sentence. */
    PARTIAL,
    /** In the reporter's words. */
    INDIRECT
  }

  /** Whether the speaker stands behind the words. */
  public enum Polarity {
    /** The speaker says so. */
    AFFIRMED,
    /** The speaker says that it is not so. */
    DENIED
  }

  /** How firmly it is said. */
  public enum Modality {
    /** Said to be so. */
    ASSERTED,
    /** Asked. */
    QUESTIONED,
    /** Said to hold only if something else does. */
    CONDITIONAL
  }
}
