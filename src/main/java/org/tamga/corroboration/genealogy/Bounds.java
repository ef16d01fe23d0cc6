package org.tamga.corroboration.genealogy;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.tamga.annotation.Figure;

/** The bounds of a figure in words: no bound is told that the text does not set. */
public final class Bounds {
  private Bounds() {}

  /** Such as {@code about 300}, {@code up to 3,000,000} or {@code 1,000 to 2,000}. */
  public static String words(Figure figure) {
    String rough = figure.approximate() ? "about " : "";
    BigDecimal low = figure.low();
    BigDecimal high = figure.high();
    if (low == null || high == null) {
      return low == null
          ? rough + "up to " + number(high == null ? BigDecimal.ZERO : high)
          : rough + number(low) + " or more";
    }
    return rough + (low.compareTo(high) == 0 ? number(low) : number(low) + " to " + number(high));
  }

  /** Digits with a comma between thousands. */
  public static String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
    format.setMaximumFractionDigits(Math.max(0, Math.min(20, number.scale())));
    return format.format(number);
  }
}
