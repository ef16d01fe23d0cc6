package org.tamga.extraction.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A calendar date as precise as it is known: a day, a month or a year.
 *
 * @param year the year, 1 to 9999, or null where unknown
 * @param month 1 to 12, or null where unknown
 * @param day 1 to 31, or null where unknown; never without a month
 */
public record PartialDate(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[T ].*)?)?)?");

  public PartialDate {
    if (month == null && (day != null || year == null)) {
      throw new IllegalArgumentException("a day needs a month, and something must be known");
    }
    if (year != null && (year < 1 || year > 9999)) {
      throw new IllegalArgumentException("no year: " + year);
    }
    if (month != null) {
      // A leap year where the year is unknown: 29 February may be right.
      LocalDate.of(year != null ? year : 2000, month, day != null ? day : 1);
    }
  }

  /** That day. */
  public static PartialDate of(LocalDate date) {
    return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /** A date of these parts, or null when the calendar has none such. */
  public static @Nullable PartialDate ofOrNull(
      @Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
    try {
      return new PartialDate(year, month, day);
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Reads {@code 2022}, {@code 2022-09} or {@code 2022-09-07} (a time may follow), or null. */
  public static @Nullable PartialDate parse(@Nullable String iso) {
    var matcher = iso == null ? null : ISO.matcher(iso.strip());
    if (matcher == null || !matcher.matches()) {
      return null;
    }
    return ofOrNull(
        Integer.valueOf(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
  }

  private static @Nullable Integer number(@Nullable String digits) {
    return digits == null ? null : Integer.valueOf(digits);
  }

  /** This very day, or null when only the month or the year is known. */
  public @Nullable LocalDate exact() {
    return year != null && month != null && day != null ? LocalDate.of(year, month, day) : null;
  }

  /** The ISO week of a day, such as {@code 2022-W43}. */
  public static String week(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /** ISO 8601, the unknown year as {@code XXXX}. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    text.append(year == null ? "XXXX" : String.format(Locale.ROOT, "%04d", year));
    if (month != null) {
      text.append(String.format(Locale.ROOT, "-%02d", month));
    }
    if (day != null) {
      text.append(String.format(Locale.ROOT, "-%02d", day));
    }
    return text.toString();
  }
}
