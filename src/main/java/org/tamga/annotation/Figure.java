package org.tamga.annotation;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many, according to whom.
 *
 * @param low least number, inclusive; null where the text sets none ("up to")
 * @param high greatest number, inclusive; null where the text sets none ("more than")
 * @param approximate whether the text says that it is rough ("around")
 * @param of what is counted
 * @param measure in what respect ("arbitrarily detained")
 * @param voice in whose voice it is given
 * @param by who gives it; only with {@link Voice#ATTRIBUTED}
 * @param asOf when it held, ISO 8601
 */
public record Figure(
    Anchor anchor,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    boolean approximate,
    @Nullable String of,
    @Nullable String measure,
    Voice voice,
    @Nullable Mention by,
    @Nullable String asOf)
    implements Annotation {
  /** The word for this kind in record lines. */
  public static final String TYPE = "figure";

  public Figure {
    Objects.requireNonNull(anchor);
    Objects.requireNonNull(voice);
    if (low == null && high == null) {
      throw new IllegalArgumentException("a figure has at least one bound");
    }
    low = low == null ? null : plain(low);
    high = high == null ? null : plain(high);
    if (low != null && high != null && low.compareTo(high) > 0) {
      throw new IllegalArgumentException("the low bound is above the high one");
    }
    if (by != null && voice != Voice.ATTRIBUTED) {
      throw new IllegalArgumentException("only an attributed figure names who gives it");
    }
  }

  /** 1E+6 and 1000000.0 are one number and must be equal. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
