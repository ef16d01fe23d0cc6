package org.tamga.extraction.date;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tamga.extraction.lexicon.Lexicon;

/** Splits a text into words and signs and gives each the letter that shapes of dates know it by. */
final class DateWords {
  private static final Pattern WORD =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}(?![\\d-])"
              + "|\\d{1,2}([./])\\d{1,2}\\1\\d{4}(?!\\d)"
              + "|\\d+(?:[.,:/]\\d+)*\\p{L}*"
              + "|\\p{L}+"
              + "|\\S");
  private static final Pattern SLASHED = Pattern.compile("\\d{1,2}[./]\\d{1,2}[./]\\d{4}");
  private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}(?:st|nd|rd|th)");
  private static final Pattern DECADE = Pattern.compile("\\d{3}0s");

  /** Section of the lexicon and the letter of its words; later lines yield to earlier ones. */
  private static final String[][] LETTERS = {
    {"number", "N"},
    {"ordinal", "v"},
    {"unit", "U"},
    {"part", "e"},
    {"earlier", "r"},
    {"relative", "R"},
    {"day", "q"},
    {"ago", "a"},
    {"since", "s"},
    {"in", "i"},
    {"range", "t"},
    {"and", "&"},
    {"between", "b"},
    {"of", "f"},
    {"the", "h"},
    {"century", "c"},
    {"season", "g"},
    {"preposition", "P"},
  };

  private final Map<String, Character> letters = new HashMap<>();
  private final Map<String, Character> capitalised = new HashMap<>();

  DateWords(Lexicon lexicon) {
    for (var pair : LETTERS) {
      for (var word : lexicon.words(pair[0])) {
        letters.putIfAbsent(word, pair[1].charAt(0));
      }
    }
    lexicon.words("month").forEach(word -> capitalised.put(word, 'M'));
    lexicon.words("ambiguous month").forEach(word -> capitalised.put(word, 'm'));
    lexicon.words("weekday").forEach(word -> capitalised.put(word, 'W'));
  }

  List<DateWord> of(String text) {
    var words = new ArrayList<DateWord>();
    var matcher = WORD.matcher(text);
    while (matcher.find()) {
      var word = matcher.group();
      words.add(new DateWord(matcher.start(), matcher.end(), word, letter(word)));
    }
    return words;
  }

  private char letter(String word) {
    char first = word.charAt(0);
    if (first >= '0' && first <= '9') {
      return number(word);
    }
    if (Character.isUpperCase(first)) {
      // MARCH and March are months, march is not.
      var name = first + word.substring(1).toLowerCase(Locale.ROOT);
      var letter = capitalised.get(name);
      if (letter != null) {
        return letter;
      }
    }
    var letter = letters.get(word.toLowerCase(Locale.ROOT));
    if (letter != null) {
      return letter;
    }
    return word.equals(".") || word.equals(",") ? first : 'x';
  }

  private static char number(String word) {
    if (word.length() == 10 && word.charAt(4) == '-') {
      return 'I';
    }
    if (SLASHED.matcher(word).matches()) {
      return 'J';
    }
    if (DECADE.matcher(word).matches()) {
      return 'S';
    }
    if (ORDINAL.matcher(word).matches()) {
      return 'O';
    }
    if (!word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 'x';
    }
    if (word.length() <= 2) {
      int value = Integer.parseInt(word);
      return value >= 1 && value <= 31 ? 'D' : 'x';
    }
    if (word.length() == 4) {
      int value = Integer.parseInt(word);
      return value >= 1500 && value < 2100 ? 'Y' : 'x';
    }
    return 'x';
  }
}
