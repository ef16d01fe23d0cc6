package org.tamga.extraction.date;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.lexicon.Lexicon;

/** Works out which date the parts of an expression stand for. */
final class DateReckoning {
  /** A day without a year this far ahead is still to come; further ahead it was last year's. */
  private static final int DAYS_AHEAD = 31;

  private final Map<String, String> months;
  private final Map<String, String> weekdays;
  private final Map<String, String> units;
  private final Map<String, String> relatives;
  private final Map<String, String> days;
  private final Map<String, String> numbers;
  private final Map<String, String> ordinals;

  DateReckoning(Lexicon lexicon) {
    months = lexicon.section("month");
    weekdays = lexicon.section("weekday");
    units = lexicon.section("unit");
    relatives = lexicon.section("relative");
    days = lexicon.section("day");
    numbers = lexicon.section("number");
    ordinals = lexicon.section("ordinal");
  }

  /**
   * What an expression is reckoned from.
   *
   * @param reference when the text was published, as far as known
   * @param told the last date before it in the same paragraph that came with its year
   * @param future whether the words around say that it has yet to come
   */
  record Context(@Nullable PartialDate reference, @Nullable PartialDate told, boolean future) {}

  /** The value, or null where nothing is known. */
  @Nullable String value(String kind, Map<String, String> parts, Context context) {
    return switch (kind) {
      case "day" -> text(day(parts.get("y"), parts.get("m"), parts.get("d"), context));
      case "days" -> stretch(parts, context);
      case "month" -> month(parts, context);
      case "year" -> parts.get("y");
      case "years" -> years(requireNonNull(parts.get("y")), requireNonNull(parts.get("y2")));
      case "decade" -> requireNonNull(parts.get("s")).substring(0, 3) + "X";
      case "century" -> century(requireNonNull(parts.get("o")));
      case "relative day" -> relativeDay(parts, context);
      case "relative unit" -> relativeUnit(parts, context);
      case "ago" -> ago(parts, context);
      case "weekday" -> weekday(parts, context);
      case "numeric" -> numeric(requireNonNull(parts.get("iso")));
      default -> throw new IllegalArgumentException("no such kind of date: " + kind);
    };
  }

  /** What later dates of the paragraph without a year are reckoned from. */
  @Nullable PartialDate told(
      String kind, Map<String, String> parts, @Nullable PartialDate before, String value) {
    boolean dated = parts.containsKey("y") && (kind.equals("day") || kind.equals("month"));
    if (dated || kind.equals("numeric")) {
      var date = PartialDate.parse(value);
      return date != null ? date : before;
    }
    return before;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static int number(@Nullable String word) {
    var digits = requireNonNull(word).replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** The meaning of a word written with or without a capital. */
  private static int meaning(Map<String, String> words, @Nullable String word) {
    var given = requireNonNull(word);
    var lower = given.toLowerCase(Locale.ROOT);
    var title =
        lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    var meaning = words.getOrDefault(lower, words.get(title));
    return Integer.parseInt(requireNonNull(meaning, given));
  }

  private @Nullable PartialDate day(
      @Nullable String year, @Nullable String month, @Nullable String day, Context context) {
    int m = meaning(months, month);
    int d = ordinals.containsKey(day) ? meaning(ordinals, day) : number(day);
    if (year != null) {
      return PartialDate.ofOrNull(Integer.valueOf(year), m, d);
    }
    return PartialDate.ofOrNull(year(m, d, context), m, d);
  }

  /** The year of a month, or of a day in it (0 where only the month is told). */
  private static @Nullable Integer year(int month, int day, Context context) {
    var reference = context.reference();
    var told = context.told();
    if (told != null && told.year() != null) {
      boolean other = reference == null || !told.year().equals(reference.year());
      if (other && (reference == null || !context.future())) {
        return told.year();
      }
    }
    if (reference == null || reference.year() == null) {
      return null;
    }
    int year = reference.year();
    Integer known = reference.month();
    if (known == null) {
      return year;
    }
    var from =
        LocalDate.of(
            year, known, reference.day() != null ? reference.day() : lengthOf(year, known));
    if (month == known && (day == 0 || reference.day() == null)) {
      return year;
    }
    // 28 stands for any day: only the distance in months counts here.
    var same = LocalDate.of(year, month, Math.clamp(day, 1, 28));
    if (context.future()) {
      return same.isBefore(from.minusDays(1)) ? year + 1 : year;
    }
    if (same.isAfter(from.plusDays(DAYS_AHEAD))) {
      return year - 1;
    }
    // In early January, "30 January" is near, and so is "30 December" of the year before.
    return !same.isAfter(from) && same.plusYears(1).isBefore(from.plusDays(DAYS_AHEAD))
        ? futureOrPast(year, same, from)
        : year;
  }

  private static int futureOrPast(int year, LocalDate same, LocalDate from) {
    long back = from.toEpochDay() - same.toEpochDay();
    return back > 300 ? year + 1 : year;
  }

  private static int lengthOf(int year, int month) {
    return LocalDate.of(year, month, 1).lengthOfMonth();
  }

  private @Nullable String stretch(Map<String, String> parts, Context context) {
    var secondMonth = parts.getOrDefault("m2", requireNonNull(parts.get("m")));
    var last = day(parts.get("y"), secondMonth, parts.get("d2"), context);
    if (last == null) {
      return null;
    }
    var first =
        PartialDate.ofOrNull(last.year(), meaning(months, parts.get("m")), number(parts.get("d")));
    if (first == null || first.toString().compareTo(last.toString()) >= 0) {
      return null;
    }
    return first + "/" + last;
  }

  private @Nullable String month(Map<String, String> parts, Context context) {
    int month = meaning(months, parts.get("m"));
    var explicit = parts.get("y");
    if (explicit != null) {
      return text(PartialDate.ofOrNull(Integer.valueOf(explicit), month, null));
    }
    var reference = context.reference();
    var relative = parts.get("r");
    if (relative == null || reference == null || reference.year() == null) {
      return text(new PartialDate(year(month, 0, context), month, null));
    }
    int shift = meaning(relatives, relative);
    if (parts.containsKey("u")) {
      return text(PartialDate.ofOrNull(reference.year() + shift, month, null));
    }
    return text(nearMonth(reference, month, shift));
  }

  /** "Last October", "next March": the nearest of that name before or after, never this month. */
  private static @Nullable PartialDate nearMonth(PartialDate reference, int month, int shift) {
    int year = requireNonNull(reference.year());
    Integer now = reference.month();
    if (shift == 0 || now == null) {
      return PartialDate.ofOrNull(now == null ? year + shift : year, month, null);
    }
    if (shift < 0) {
      return PartialDate.ofOrNull(month < now ? year : year - 1, month, null);
    }
    return PartialDate.ofOrNull(month > now ? year : year + 1, month, null);
  }

  private static @Nullable String years(String first, String last) {
    return first.compareTo(last) < 0 ? first + "/" + last : null;
  }

  private static @Nullable String century(String ordinal) {
    int century = number(ordinal);
    return century < 1 || century > 21 ? null : String.format(Locale.ROOT, "%02dXX", century - 1);
  }

  private @Nullable String relativeDay(Map<String, String> parts, Context context) {
    var reference = context.reference();
    if (reference == null) {
      return null;
    }
    var day = reference.exact();
    int shift = meaning(days, parts.get("q"));
    return day == null ? null : PartialDate.of(day.plusDays(shift)).toString();
  }

  private @Nullable String relativeUnit(Map<String, String> parts, Context context) {
    int shift = meaning(relatives, parts.get("r"));
    return shifted(unit(parts), shift, context.reference());
  }

  private String unit(Map<String, String> parts) {
    return requireNonNull(units.get(requireNonNull(parts.get("u")).toLowerCase(Locale.ROOT)));
  }

  private @Nullable String ago(Map<String, String> parts, Context context) {
    var count = requireNonNull(parts.get("n")).toLowerCase(Locale.ROOT);
    int n = numbers.containsKey(count) ? meaning(numbers, count) : number(count);
    return shifted(unit(parts), -n, context.reference());
  }

  /** The unit of time that lies {@code shift} units from the one of {@code reference}. */
  private static @Nullable String shifted(String unit, int shift, @Nullable PartialDate reference) {
    if (reference == null || reference.year() == null) {
      return null;
    }
    var day = reference.exact();
    return switch (unit) {
      case "day", "night" -> day == null ? null : PartialDate.of(day.plusDays(shift)).toString();
      case "week" -> day == null ? null : PartialDate.week(day.plusWeeks(shift));
      case "fortnight" -> day == null ? null : PartialDate.week(day.plusWeeks(2L * shift));
      case "month" -> shiftedMonth(reference, shift);
      case "year" -> text(PartialDate.ofOrNull(reference.year() + shift, null, null));
      default -> throw new IllegalArgumentException("no such unit of time: " + unit);
    };
  }

  private static @Nullable String shiftedMonth(PartialDate reference, int shift) {
    if (reference.year() == null || reference.month() == null) {
      return null;
    }
    var month = LocalDate.of(reference.year(), reference.month(), 1).plusMonths(shift);
    return text(PartialDate.ofOrNull(month.getYear(), month.getMonthValue(), null));
  }

  private @Nullable String weekday(Map<String, String> parts, Context context) {
    var reference = context.reference();
    var day = reference == null ? null : reference.exact();
    if (day == null) {
      return null;
    }
    int wanted = meaning(weekdays, parts.get("w"));
    var relative = parts.get("r");
    int shift = relative == null ? 0 : meaning(relatives, relative);
    int back = Math.floorMod(day.getDayOfWeek().getValue() - wanted, 7);
    if (shift > 0 || (shift == 0 && context.future())) {
      int ahead = Math.floorMod(wanted - day.getDayOfWeek().getValue(), 7);
      return PartialDate.of(day.plusDays(ahead == 0 ? 7 : ahead)).toString();
    }
    return PartialDate.of(day.minusDays(shift < 0 && back == 0 ? 7 : back)).toString();
  }

  /** {@code 2019-09-17}; or {@code 17/9/2019}, where 3/4/2019 leaves open which is the month. */
  private static @Nullable String numeric(String written) {
    if (written.charAt(written.length() - 3) == '-') {
      return text(PartialDate.parse(written));
    }
    var parts = written.split("[./]", -1);
    int year = Integer.parseInt(parts[2]);
    int first = Integer.parseInt(parts[0]);
    int second = Integer.parseInt(parts[1]);
    boolean dotted = written.indexOf('.') >= 0;
    if (first > 12 || dotted || first == second) {
      return text(PartialDate.ofOrNull(year, second, first));
    }
    return second > 12
        ? text(PartialDate.ofOrNull(year, first, second))
        : text(PartialDate.ofOrNull(year, null, null));
  }
}
