package org.tamga.extraction.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number or a range as a text gives it, with what bounds it.
 *
 * @param start first place, in UTF-16 units, at the bound ("more than")
 * @param end place behind the last
 * @param low least number, or null
 * @param high greatest number, or null
 * @param approximate whether the text says that it is rough
 * @param kind what sort of number it is
 * @param unit the currency of a sum of money, else null
 * @param core first place of the number itself, behind any bound
 */
record Quantity(
    int start,
    int end,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    boolean approximate,
    Kind kind,
    @Nullable String unit,
    int core) {
  /** Sorts of numbers. */
  enum Kind {
    /** "12", "twelve". */
    COUNT,
    /** "hundreds of thousands". */
    INDEFINITE,
    /** "12 percent". */
    SHARE,
    /** "$12 million". */
    MONEY
  }

  /** Whether the text says less, or more, than one plain number. */
  boolean isBounded() {
    return approximate || low == null || high == null || low.compareTo(high) != 0;
  }

  /** The number to judge its size by. */
  BigDecimal size() {
    return high != null ? high : low != null ? low : BigDecimal.ZERO;
  }
}
