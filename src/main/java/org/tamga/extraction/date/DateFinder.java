package org.tamga.extraction.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.lexicon.Lexicon;

/**
 * Finds the expressions of time in one paragraph and says which date each stands for.
 *
 * <p>Each word gets a letter (M for a month, D for the number of a day …), and the shapes of dates
 * are patterns over these letters; both come from the lexicon of the language. A word that may be
 * something else (a march, a May who is a person, a number of people) is taken for a date only
 * where the words around it say so.
 */
public final class DateFinder {
  /** How far a word such as "will" reaches, in words. */
  private static final int FUTURE_REACH = 8;

  /** No shape begins with these; most words of a text are one of them. */
  private static final String NO_START = "x,.PUfac&";

  private static final String TIME_WORDS = "Pist&bfhReUW,r";
  private static final Set<String> GROUPS =
      Set.of("w", "d", "d2", "m", "m2", "y", "y2", "r", "u", "n", "q", "s", "o", "iso");

  private final Lexicon lexicon;
  private final Set<String> limits;
  private final Set<String> yetToDo;
  private final Set<String> done;
  private final DateWords words;
  private final List<Shape> shapes;
  private final DateReckoning reckoning;

  /** One shape of a date and the kind of reckoning it needs. */
  private record Shape(Pattern pattern, String kind) {}

  /** Finds dates with the words and shapes of {@code lexicon}. */
  public DateFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.limits = lexicon.words("limit");
    this.yetToDo = lexicon.words("yet to do");
    this.done = lexicon.words("done");
    this.words = new DateWords(lexicon);
    this.reckoning = new DateReckoning(lexicon);
    this.shapes =
        lexicon.section("shape").entrySet().stream()
            .map(shape -> new Shape(Pattern.compile(shape.getKey()), shape.getValue()))
            .toList();
  }

  /** The finder for English. */
  public static DateFinder english() {
    return new DateFinder(Lexicon.read("en/dates.txt"));
  }

  /**
   * The dates in {@code text}, in order.
   *
   * @param text a paragraph, or any text that tells one story
   * @param reference when the text was published, as far as known
   */
  public List<FoundDate> find(String text, @Nullable PartialDate reference) {
    var found = new ArrayList<FoundDate>();
    var split = words.of(text);
    var letters = new StringBuilder(split.size());
    split.forEach(word -> letters.append(word.letter()));
    var matchers = shapes.stream().map(shape -> shape.pattern().matcher(letters)).toList();
    PartialDate told = null;
    for (int i = 0; i < split.size(); i++) {
      if (NO_START.indexOf(letters.charAt(i)) >= 0) {
        continue;
      }
      var best = longest(matchers, i, letters.length());
      if (best < 0) {
        continue;
      }
      var matcher = matchers.get(best);
      var kind = shapes.get(best).kind();
      if (!isDate(kind, matcher, split, text)) {
        continue;
      }
      var parts = parts(matcher, split);
      var context = new DateReckoning.Context(reference, told, isFuture(split, i, matcher.end()));
      var value = reckoning.value(kind, parts, context);
      if (value == null) {
        continue;
      }
      int first = matcher.start();
      while (split.get(first).letter() == 'h') {
        first++;
      }
      found.add(new FoundDate(split.get(first).start(), end(split, matcher), value));
      told = reckoning.told(kind, parts, told, value);
      i = matcher.end() - 1;
    }
    return found;
  }

  private static int end(List<DateWord> split, Matcher matcher) {
    int last = matcher.end() - 1;
    // "in Sept." at the end of a sentence keeps its stop out of the expression.
    return split.get(split.get(last).letter() == '.' ? last - 1 : last).end();
  }

  private static int longest(List<Matcher> matchers, int from, int to) {
    int best = -1;
    int length = 0;
    for (int s = 0; s < matchers.size(); s++) {
      var matcher = matchers.get(s);
      matcher.region(from, to).useTransparentBounds(true);
      if (matcher.lookingAt() && matcher.end() - from > length) {
        best = s;
        length = matcher.end() - from;
      }
    }
    return best;
  }

  private static Map<String, String> parts(Matcher matcher, List<DateWord> split) {
    var parts = new java.util.HashMap<String, String>();
    var named = matcher.namedGroups();
    for (var group : GROUPS) {
      if (named.containsKey(group) && matcher.start(group) >= 0) {
        parts.put(group, split.get(matcher.start(group)).text());
      }
    }
    return parts;
  }

  /** Whether the words around bear out that this is a date. */
  private boolean isDate(String kind, Matcher shape, List<DateWord> split, String text) {
    int start = shape.start();
    int end = shape.end();
    char before = start > 0 ? split.get(start - 1).letter() : 'x';
    boolean stopped = split.get(end - 1).letter() == '.';
    var next = end < split.size() && !stopped ? split.get(end) : null;
    if (isGluedToNumber(split, start, end, text)) {
      return false;
    }
    return switch (kind) {
      case "month" -> isMonth(shape, split, before, next, text);
      case "year" -> isYear(shape, split, before, next);
      case "relative day" -> next == null || !isPossessive(split, end);
      // "in the last year" is a stretch without a fixed end, not a date.
      case "day" -> !has(shape, "u") || is("day", split.get(shape.start("u")), "unit");
      case "relative unit" ->
          isPartOfDay(shape, split)
              && !(before == 'h'
                  || (split.get(start).letter() == 'h' && shape.start("r") == start + 1))
              && !is("day", split.get(shape.start("u")), "unit");
      case "days" -> shape.start("m") >= 0;
      case "century" -> end - start > 1;
      default -> true;
    };
  }

  /** "last night", "this morning"; but "next morning" may be any. */
  private boolean isPartOfDay(Matcher shape, List<DateWord> split) {
    var unit = split.get(shape.start("u")).text().toLowerCase(Locale.ROOT);
    var wanted = lexicon.section("part of day").get(unit);
    var relative = split.get(shape.start("r")).text().toLowerCase(Locale.ROOT);
    return wanted == null || wanted.equals(relative);
  }

  private boolean is(String meaning, DateWord word, String section) {
    return meaning.equals(lexicon.section(section).get(word.text().toLowerCase(Locale.ROOT)));
  }

  private static boolean isPossessive(List<DateWord> split, int at) {
    var mark = split.get(at).text();
    return (mark.equals("’") || mark.equals("'") || mark.equals("´"))
        && at + 1 < split.size()
        && split.get(at + 1).text().equalsIgnoreCase("s")
        && split.get(at).start() == split.get(at - 1).end();
  }

  /** "5432 1999" is a telephone number, "1999-4" a part number, "$2000" money. */
  private static boolean isGluedToNumber(List<DateWord> split, int start, int end, String text) {
    if (start > 0) {
      var before = split.get(start - 1);
      boolean touches = before.end() == split.get(start).start();
      if (Character.isDigit(before.text().charAt(0))
          && Character.isDigit(split.get(start).text().charAt(0))) {
        return true;
      }
      if (touches && "$€£¥+#/.-–@_%".contains(before.text())) {
        return Character.isDigit(split.get(start).text().charAt(0));
      }
    }
    int behind = split.get(end - 1).end();
    if (behind < text.length() && Character.isDigit(text.charAt(behind - 1))) {
      char c = text.charAt(behind);
      boolean number = behind + 1 < text.length() && Character.isDigit(text.charAt(behind + 1));
      return c == '%' || (number && (c == '-' || c == '/' || c == ':' || c == '.'));
    }
    return false;
  }

  private boolean isMonth(
      Matcher shape, List<DateWord> split, char before, @Nullable DateWord next, String text) {
    boolean alone = shape.end() - shape.start() == 1 || shape.end() - shape.start() == 2;
    if (!alone || has(shape, "y") || has(shape, "r")) {
      return !(has(shape, "r") && has(shape, "u")) || isYearUnit(shape, split);
    }
    if (shape.end() - shape.start() == 2 && split.get(shape.end() - 1).letter() != '.') {
      return true;
    }
    var month = split.get(shape.start("m"));
    if (before == 'P' || before == 'i' || before == 's' || before == 't' || before == 'b') {
      // "March on", "in May Fourth Square": a capital or "on" behind it makes it a name.
      return month.letter() == 'M' || next == null || !isCapitalised(next);
    }
    if (month.letter() == 'm' || month.text().length() < 4) {
      return before == 'f' && (next == null || !isCapitalised(next)) && isLowerAround(split, shape);
    }
    if (before == 'h' || before == 'f' || before == '&' || before == 'x') {
      return next == null || !isCapitalised(next) || before == 'f';
    }
    return text.length() > 0 && shape.start() == 0 && next != null && !isCapitalised(next);
  }

  private static boolean isLowerAround(List<DateWord> split, Matcher shape) {
    return shape.start() < 2
        || !Character.isUpperCase(split.get(shape.start() - 2).text().charAt(0));
  }

  private boolean isYearUnit(Matcher shape, List<DateWord> split) {
    return is("year", split.get(shape.start("u")), "unit");
  }

  private static boolean has(Matcher shape, String group) {
    return shape.namedGroups().containsKey(group) && shape.start(group) >= 0;
  }

  private static boolean isCapitalised(DateWord word) {
    return Character.isUpperCase(word.text().charAt(0));
  }

  private boolean isYear(
      Matcher shape, List<DateWord> split, char before, @Nullable DateWord next) {
    if (shape.end() - shape.start() > 1) {
      return true;
    }
    if (next != null && lexicon.words("no year").contains(next.text())) {
      return false;
    }
    int year = Integer.parseInt(split.get(shape.start()).text());
    boolean plain = next != null && Character.isLowerCase(next.text().charAt(0));
    if (year % 50 == 0 && plain && isPlural(next)) {
      return false;
    }
    if (before == 'x') {
      var previous = shape.start() > 0 ? split.get(shape.start() - 1).text() : "";
      boolean bracketed = previous.equals("(") && next != null && ",);".contains(next.text());
      boolean owned = previous.equals("s") && plain;
      return bracketed
          || owned
          || lexicon.words("year word").contains(previous.toLowerCase(Locale.ROOT));
    }
    if (before == 'h') {
      return plain;
    }
    if (before == 'U' || before == 'g') {
      var unit = split.get(shape.start() - 1).text().toLowerCase(Locale.ROOT);
      return lexicon.words("year word").contains(unit);
    }
    // "Agenda of 2030 Goals": a capital behind makes a title of it.
    return TIME_WORDS.indexOf(before) >= 0
        && (before != ',' || next == null || !plain || next.letter() != 'x')
        && (next == null || !isCapitalised(next) || before == 'i' || before == 's');
  }

  private static boolean isPlural(@Nullable DateWord word) {
    return word != null && word.letter() == 'x' && word.text().endsWith("s");
  }

  /** Whether words near by, in the same sentence, say that this has yet to happen. */
  private boolean isFuture(List<DateWord> split, int start, int end) {
    if (isLimit(split, start)) {
      return true;
    }
    var future = lexicon.words("future");
    for (int i = start - 1; i >= Math.max(0, start - FUTURE_REACH); i--) {
      var word = split.get(i);
      if (word.text().equals(".") || word.text().equals(";")) {
        break;
      }
      if (future.contains(word.text().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    boolean opens =
        start <= 1
            || split.get(start - 1).text().equals(".")
            || split.get(start - 2).text().equals(".");
    for (int i = end; opens && i < Math.min(split.size(), end + FUTURE_REACH); i++) {
      var word = split.get(i);
      if (word.text().equals(".")) {
        return false;
      }
      if (future.contains(word.text().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** "must answer by 1 March", "to delay the vote until March". */
  private boolean isLimit(List<DateWord> split, int start) {
    int at = limits.contains(lower(split, start)) ? start : start - 1;
    if (at < 0 || !limits.contains(lower(split, at))) {
      return false;
    }
    boolean ahead = false;
    for (int i = at - 1; i >= Math.max(0, at - 2 * FUTURE_REACH); i--) {
      var word = lower(split, i);
      if (done.contains(word)) {
        return false;
      }
      if (word.equals(".") || word.equals(";")) {
        break;
      }
      ahead |= yetToDo.contains(word);
    }
    return ahead;
  }

  private static String lower(List<DateWord> split, int at) {
    return at < 0 ? "" : split.get(at).text().toLowerCase(Locale.ROOT);
  }
}
