package org.tamga.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a calendar date as pages write it, in any language whose months are known.
 *
 * <p>A date written in digits alone is read only where one reading is possible: 03/04/2021 is March
 * or April, so it is no date. Dots and a day before the month are the custom of Central and Eastern
 * Europe, so 3.4.2021 is 3 April.
 */
final class WrittenDate {
  /** Lines longer than this hold more than a date. */
  private static final int LONGEST = 80;

  private static final Map<String, Integer> MONTHS = months();

  private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
  private static final Pattern ISO_LIKE =
      Pattern.compile("(?<!\\d)(\\d{4})/(\\d{1,2})/(\\d{1,2})(?!\\d)");
  private static final Pattern COMPACT = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:T|$)");
  private static final Pattern IDEOGRAPHS =
      Pattern.compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");
  private static final Pattern DOTTED =
      Pattern.compile("(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})(?!\\d)");
  private static final Pattern SLASHED =
      Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(\\d{4})(?!\\d)");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:de\\s+|of\\s+)?(\\p{L}+)\\.?,?\\s+"
              + "(?:de\\s+|del\\s+)?(\\d{4})(?!\\d)");
  private static final Pattern MONTH_DAY =
      Pattern.compile("(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)");

  /** What may stand around a date on a line of its own: a weekday, a time, "Published". */
  private static final Pattern AROUND =
      Pattern.compile(
          "(?:[\\p{L}\\p{M}]+[\\s,.:|·•–-]*){0,4}[\\d\\s:.,|·•+()TZ–-]*\\p{L}{0,4}\\s*");

  private WrittenDate() {}

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (List<String> row : Lines.table("months.txt")) {
      for (String name : row.get(1).split(" ", -1)) {
        months.put(name, Integer.valueOf(row.get(0)));
      }
    }
    return Map.copyOf(months);
  }

  /** The date in {@code text}, as ISO 8601, if there is one that can be read in one way only. */
  static Optional<String> in(String text) {
    return find(text).map(Found::iso);
  }

  /** The date of {@code text} if the text is a date and little else. */
  static Optional<String> only(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return find(text)
        .filter(found -> AROUND.matcher(text.substring(0, found.start)).matches())
        .filter(found -> AROUND.matcher(text.substring(found.end)).matches())
        .map(Found::iso);
  }

  private record Found(String iso, int start, int end) {}

  private static Optional<Found> find(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return numbers(ISO, text, 1, 2, 3)
        .or(() -> numbers(ISO_LIKE, text, 1, 2, 3))
        .or(() -> numbers(COMPACT, text, 1, 2, 3))
        .or(() -> numbers(IDEOGRAPHS, text, 1, 2, 3))
        .or(() -> named(DAY_MONTH, lower, 3, 2, 1))
        .or(() -> named(MONTH_DAY, lower, 3, 1, 2))
        .or(() -> numbers(DOTTED, text, 3, 2, 1))
        .or(() -> slashed(text));
  }

  private static Optional<Found> numbers(
      Pattern pattern, String text, int year, int month, int day) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? date(matcher, matcher.group(year), number(matcher.group(month)), matcher.group(day))
        : Optional.empty();
  }

  private static Optional<Found> named(Pattern pattern, String text, int year, int month, int day) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      Integer number = MONTHS.get(matcher.group(month));
      if (number != null) {
        return date(matcher, matcher.group(year), number, matcher.group(day));
      }
    }
    return Optional.empty();
  }

  /** Day and month told apart by one of them being above 12. */
  private static Optional<Found> slashed(String text) {
    Matcher matcher = SLASHED.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int first = number(matcher.group(1));
    int second = number(matcher.group(2));
    if (first > 12) {
      return date(matcher, matcher.group(3), second, matcher.group(1));
    }
    return second > 12 || first == second
        ? date(matcher, matcher.group(3), first, matcher.group(2))
        : Optional.empty();
  }

  private static Optional<Found> date(Matcher matcher, String year, int month, String day) {
    try {
      LocalDate date = LocalDate.of(number(year), month, number(day));
      boolean printed = date.getYear() >= 1450 && date.getYear() < 2200;
      return printed
          ? Optional.of(new Found(date.toString(), matcher.start(), matcher.end()))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
