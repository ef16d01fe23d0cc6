package org.tamga.annotation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is said to have done what to whom.
 *
 * @param act what is alleged
 * @param perpetrators who is alleged to have done it
 * @param victims to whom
 * @param place where
 * @param period when, ISO 8601
 * @param voice in whose voice it is alleged
 * @param by who alleges it; only with {@link Voice#ATTRIBUTED}
 */
public record Allegation(
    Anchor anchor,
    String act,
    List<Mention> perpetrators,
    List<Mention> victims,
    @Nullable String place,
    @Nullable String period,
    Voice voice,
    @Nullable Mention by)
    implements Annotation {
  /** The word for this kind in record lines. */
  public static final String TYPE = "allegation";

  public Allegation {
    Objects.requireNonNull(anchor);
    if (act.isBlank()) {
      throw new IllegalArgumentException("an allegation has an act");
    }
    perpetrators = List.copyOf(perpetrators);
    victims = List.copyOf(victims);
    Objects.requireNonNull(voice);
    if (by != null && voice != Voice.ATTRIBUTED) {
      throw new IllegalArgumentException("only an attributed allegation names who makes it");
    }
  }
}
