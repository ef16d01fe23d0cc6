package org.tamga.corroboration.passage;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that are spelled out, so that "sixty-three" and "63" are one. English. */
final class NumberWords {
  private static final String[] UNITS = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final Pattern ORDINAL = Pattern.compile("^([0-9]+)(?:st|nd|rd|th)$");
  private static final Map<String, Integer> VALUES = values();

  private NumberWords() {}

  private static Map<String, Integer> values() {
    Map<String, Integer> values = new HashMap<>();
    for (int i = 0; i < UNITS.length; i++) {
      values.put(UNITS[i], i);
    }
    for (int i = 0; i < TENS.length; i++) {
      values.put(TENS[i], 20 + 10 * i);
    }
    values.put("dozen", 12);
    values.put("fortnight", 14);
    return Map.copyOf(values);
  }

  /** What a word multiplies the number before it by: "two hundred"; 1 if it does not. */
  static int multiplier(String word) {
    return switch (word) {
      case "hundred" -> 100;
      case "thousand" -> 1_000;
      case "million" -> 1_000_000;
      default -> 1;
    };
  }

  /**
   * The digits of a number given as one word, hyphens within, in lower case, or as digits with an
   * ending; null if it is none.
   */
  static @Nullable String digits(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return ORDINAL.matcher(word).replaceFirst("$1");
    }
    int hyphen = word.indexOf('-');
    if (hyphen > 0) {
      Integer tens = VALUES.get(word.substring(0, hyphen));
      Integer unit = VALUES.get(word.substring(hyphen + 1));
      return tens != null && unit != null && tens >= 20 && unit < 10
          ? Integer.toString(tens + unit)
          : null;
    }
    Integer value = VALUES.get(word);
    return value == null ? null : value.toString();
  }
}
