package org.tamga.extraction.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.lexicon.Lexicon;

/** Reads one number, in digits, in words or in both ("1.5 million", "one hundred and fifty"). */
final class NumberReader {
  private static final Pattern DIGITS =
      Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d{1,12})(\\.\\d{1,6})?");
  private static final Pattern GROUP = Pattern.compile("\\d{3}");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Map<String, String> numbers;
  private final Map<String, String> multipliers;
  private final Map<String, String> letters;
  private final Set<String> articles;
  private final Set<String> half;
  private final Set<String> and;

  NumberReader(Lexicon lexicon) {
    numbers = lexicon.section("number");
    multipliers = lexicon.section("multiplier");
    letters = lexicon.section("letter");
    articles = lexicon.words("article");
    half = lexicon.words("half");
    and = lexicon.words("and");
  }

  /** A word or sign, its place in UTF-16 units. */
  record Word(int start, int end, String text) {
    String lower() {
      return text.toLowerCase(Locale.ROOT);
    }

    boolean isDigits() {
      return Character.isDigit(text.charAt(0));
    }
  }

  /**
   * A number read.
   *
   * @param value how many
   * @param next the word behind it
   * @param multiplier the power of ten that it was given in, or 1: "million" of "3 million"
   * @param digits whether it begins with digits
   */
  record ReadNumber(BigDecimal value, int next, BigDecimal multiplier, boolean digits) {}

  /** The number that begins at word {@code at}, or null. */
  @Nullable ReadNumber read(List<Word> words, int at) {
    var first = words.get(at);
    if (first.isDigits()) {
      return digits(words, at);
    }
    if (half.contains(first.lower())) {
      int next = at + 1;
      if (isAt(words, next, articles) || is(words, next, "-")) {
        next++;
      }
      var multiplier = multiplier(words, next);
      return multiplier == null
          ? null
          : new ReadNumber(HALF.multiply(multiplier), next + 1, multiplier, false);
    }
    if (articles.contains(first.lower())) {
      var multiplier = multiplier(words, at + 1);
      return multiplier == null ? null : inWords(words, at + 1);
    }
    return numbers.containsKey(first.lower()) ? inWords(words, at) : null;
  }

  private @Nullable ReadNumber digits(List<Word> words, int at) {
    var text = words.get(at).text();
    BigDecimal letter = BigDecimal.ONE;
    int end = text.length();
    while (end > 0 && Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    if (end < text.length()) {
      var meaning = letters.get(text.substring(end).toLowerCase(Locale.ROOT));
      if (meaning == null) {
        return null;
      }
      letter = new BigDecimal(meaning);
    }
    var matcher = DIGITS.matcher(text.substring(0, end));
    if (!matcher.matches()) {
      return null;
    }
    var value = new BigDecimal(matcher.group().replace(",", "")).multiply(letter);
    int next = at + 1;
    if (isGroup(words, at)) {
      value = value.multiply(new BigDecimal(1000)).add(new BigDecimal(words.get(next).text()));
      next++;
    }
    var scale = letter;
    for (var by = multiplier(words, next); by != null; by = multiplier(words, next)) {
      value = value.multiply(by);
      scale = scale.multiply(by);
      next++;
    }
    return new ReadNumber(value, next, scale, true);
  }

  /** "600 000": a group of three digits behind a blank, and a word behind that. */
  private static boolean isGroup(List<Word> words, int at) {
    if (at + 2 >= words.size() || words.get(at).text().length() > 3) {
      return false;
    }
    var group = words.get(at + 1);
    return GROUP.matcher(group.text()).matches()
        && group.start() == words.get(at).end() + 1
        && (at == 0 || !words.get(at - 1).isDigits())
        && Character.isLetter(words.get(at + 2).text().charAt(0));
  }

  private @Nullable ReadNumber inWords(List<Word> words, int at) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal current = null;
    BigDecimal scale = BigDecimal.ONE;
    int next = at;
    int last = -1;
    while (next < words.size()) {
      var word = words.get(next).lower();
      var number = numbers.get(word);
      var multiplier = multipliers.get(word);
      if (number != null && fits(current, Integer.parseInt(number), last)) {
        last = Integer.parseInt(number);
        current = (current == null ? BigDecimal.ZERO : current).add(new BigDecimal(number));
      } else if (multiplier != null) {
        scale = new BigDecimal(multiplier);
        var counted = current == null ? BigDecimal.ONE : current;
        boolean small = scale.intValue() <= 100;
        current = small ? counted.multiply(scale) : null;
        total = small ? total : total.add(counted.multiply(scale));
        last = 100;
      } else if (next > at && (isJoin(words, next, last) || isHalf(words, next))) {
        if (isHalf(words, next)) {
          var by = multiplier(words, next + 3);
          if (by == null) {
            break;
          }
          var counted = (current == null ? BigDecimal.ZERO : current).add(HALF);
          return new ReadNumber(counted.multiply(by), next + 4, by, false);
        }
      } else {
        break;
      }
      next++;
    }
    var value = current == null ? total : total.add(current);
    return next == at ? null : new ReadNumber(value, next, scale, false);
  }

  /** "twenty" then "five", "hundred" then "fifty"; but "two" "three" are two numbers. */
  private static boolean fits(@Nullable BigDecimal current, int number, int last) {
    return current == null || last >= 100 || (last >= 20 && number < 10 && number > 0);
  }

  /** The hyphen of "twenty-five" or the "and" of "one hundred and fifty". */
  private boolean isJoin(List<Word> words, int at, int last) {
    if (at + 1 >= words.size()) {
      return false;
    }
    var number = numbers.get(words.get(at + 1).lower());
    if (is(words, at, "-")) {
      boolean multiplied = multipliers.containsKey(words.get(at + 1).lower());
      return multiplied || (number != null && fits(BigDecimal.ONE, Integer.parseInt(number), last));
    }
    return isAt(words, at, and) && number != null && last >= 100;
  }

  /** "… and a half …". */
  private boolean isHalf(List<Word> words, int at) {
    return isAt(words, at, and) && isAt(words, at + 1, articles) && isAt(words, at + 2, half);
  }

  private @Nullable BigDecimal multiplier(List<Word> words, int at) {
    var multiplier = at < words.size() ? multipliers.get(words.get(at).lower()) : null;
    return multiplier == null ? null : new BigDecimal(multiplier);
  }

  private static boolean is(List<Word> words, int at, String text) {
    return at < words.size() && words.get(at).text().equals(text);
  }

  private static boolean isAt(List<Word> words, int at, Set<String> any) {
    return at < words.size() && any.contains(words.get(at).lower());
  }
}
