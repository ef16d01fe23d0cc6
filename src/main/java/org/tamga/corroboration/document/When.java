package org.tamga.corroboration.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as precise as a text gives it, as the days that it may be.
 *
 * @param first the first day that it may be, inclusive
 * @param last the last day, inclusive
 */
public record When(LocalDate first, LocalDate last) {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[T ].{0,40})?)?)?");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
  private static final int LONGEST_MONTH = 31;

  public When {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("it ends on " + last + " before it begins on " + first);
    }
  }

  /**
   * Reads ISO 8601: a day, a month, a year, a week, or two of them parted by a slash; null where
   * the year is not known, or it is no date.
   */
  public static @Nullable When parse(@Nullable String iso) {
    if (iso == null) {
      return null;
    }
    int slash = iso.indexOf('/');
    if (slash > 0) {
      When from = parse(iso.substring(0, slash));
      When to = parse(iso.substring(slash + 1));
      return from == null || to == null || to.last.isBefore(from.first)
          ? null
          : new When(from.first, to.last);
    }
    try {
      return one(iso.strip());
    } catch (DateTimeException noSuchDate) {
      return null;
    }
  }

  private static @Nullable When one(String iso) {
    Matcher week = WEEK.matcher(iso);
    if (week.matches()) {
      LocalDate monday =
          LocalDate.of(Integer.parseInt(week.group(1)), 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Long.parseLong(week.group(2)))
              .with(java.time.DayOfWeek.MONDAY);
      return new When(monday, monday.plusDays(6));
    }
    Matcher date = DATE.matcher(iso);
    if (!date.matches()) {
      return null;
    }
    int year = Integer.parseInt(date.group(1));
    if (date.group(2) == null) {
      return new When(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    YearMonth month = YearMonth.of(year, Integer.parseInt(date.group(2)));
    if (date.group(3) == null) {
      return new When(month.atDay(1), month.atEndOfMonth());
    }
    LocalDate day = LocalDate.of(year, month.getMonth(), Integer.parseInt(date.group(3)));
    return new When(day, day);
  }

  /** Whether it is one day. */
  public boolean isDay() {
    return first.equals(last);
  }

  /** Whether it is known to the month at least. */
  public boolean isWithinMonth() {
    return first.plusDays(LONGEST_MONTH).isAfter(last);
  }

  /** Whether both may be the same day. */
  public boolean canBe(When other) {
    return !last.isBefore(other.first) && !other.last.isBefore(first);
  }

  /** The least number of days between them; 0 where they may be the same. */
  public long daysTo(When other) {
    if (canBe(other)) {
      return 0;
    }
    return last.isBefore(other.first)
        ? other.first.toEpochDay() - last.toEpochDay()
        : first.toEpochDay() - other.last.toEpochDay();
  }
}
