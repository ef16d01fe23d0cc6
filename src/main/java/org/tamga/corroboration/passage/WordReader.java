package org.tamga.corroboration.passage;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.text.Block;
import org.tamga.text.ReadableText;

/**
 * Takes the main blocks of a text apart into words and sentences.
 *
 * <p>A word is a run of letters, digits and marks; an ideograph is a word by itself, because its
 * script sets no spaces. Sentences end at a stop before a space, but not behind an initial or a
 * short form; a block always ends one. Quotation marks are followed within a block; a straight mark
 * opens and closes in turn.
 */
final class WordReader {
  private static final String OPENING = "“„«「『‹";
  private static final String CLOSING = "”»」』›";
  private static final String STOPS = ".!?…。！？";

  /** A run of words without any stop, a table say, is cut here, so that no sentence is a page. */
  private static final int LONGEST_SENTENCE = 120;

  private static final Set<String> SHORT_FORMS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "gen", "col", "sgt", "lt", "sen",
          "rep", "gov", "rev", "hon", "jr", "sr", "inc", "ltd", "co", "corp", "eg", "ie", "cf");

  private static final Set<String> CALENDAR =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

  /** Digits of a number that may still be multiplied: longer ones are no counts. */
  private static final int LONGEST_NUMBER = 12;

  private final int[] points;
  private final ReadableText text;
  private final WordList words = new WordList();
  private final Set<String> lowerCase = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, String> folds = new HashMap<>();
  private final Map<String, String> stems = new HashMap<>();
  private String lastKey = "";

  WordReader(ReadableText text) {
    this.text = text;
    this.points = text.content().codePoints().toArray();
  }

  Words read() {
    for (Block block : text.blocks()) {
      if (block.role().isMain()) {
        rememberCase(block);
      }
    }
    for (Block block : text.blocks()) {
      if (block.role().isMain()) {
        read(block);
      }
    }
    return new Words(words);
  }

  /**
   * Behind a stop every word is written large. It is a name there if the text has it large within a
   * sentence, and none if the text has it small.
   */
  private void rememberCase(Block block) {
    int at = block.span().start();
    boolean within = false;
    while (at < block.span().end()) {
      int end = wordEnd(at, block.span().end());
      if (end > at) {
        if (Character.isLowerCase(points[at])) {
          lowerCase.add(fold(new String(points, at, end - at)));
        } else if (within) {
          names.add(fold(new String(points, at, end - at)));
        }
        within = true;
      } else if (!Character.isWhitespace(points[at]) && points[at] != ',') {
        within = false;
      }
      at = Math.max(end, at + 1);
    }
  }

  private void read(Block block) {
    boolean isTitle = block.role() == Block.Role.TITLE || block.role() == Block.Role.HEADING;
    boolean inQuotation = false;
    int at = block.span().start();
    int limit = block.span().end();
    @Nullable String last = null;
    while (at < limit) {
      int point = points[at];
      int end = wordEnd(at, limit);
      if (end > at) {
        last = add(at, end, inQuotation);
        at = end;
      } else {
        if (point == '"') {
          inQuotation = !inQuotation;
        } else if (OPENING.indexOf(point) >= 0) {
          inQuotation = true;
        } else if (CLOSING.indexOf(point) >= 0) {
          inQuotation = false;
        } else if (endsSentence(at, limit, last)) {
          words.endSentence(isTitle);
        }
        at++;
      }
    }
    words.endSentence(isTitle);
  }

  private boolean endsSentence(int at, int limit, @Nullable String last) {
    int point = points[at];
    if (STOPS.indexOf(point) < 0) {
      return words.sentenceLength() >= LONGEST_SENTENCE;
    }
    if (point > 0x2FFF) {
      return true;
    }
    int next = at + 1;
    while (next < limit && (points[next] == '"' || CLOSING.indexOf(points[next]) >= 0)) {
      next++;
    }
    if (next < limit && !Character.isWhitespace(points[next])) {
      return false;
    }
    boolean isShortForm = last != null && (last.length() == 1 || SHORT_FORMS.contains(last));
    while (next < limit && !Character.isLetterOrDigit(points[next])) {
      next++;
    }
    return !(point == '.' && isShortForm)
        && (next >= limit || !Character.isLowerCase(points[next]));
  }

  private int wordEnd(int start, int limit) {
    if (Character.isIdeographic(points[start])) {
      return start + 1;
    }
    int at = start;
    while (at < limit) {
      int point = points[at];
      boolean joins =
          at > start
              && at + 1 < limit
              && Character.isLetterOrDigit(points[at + 1])
              && (point == '\'' || point == '’' || point == '-' || joinsDigits(at));
      if (!joins && (!isWordPoint(point) || Character.isIdeographic(point))) {
        break;
      }
      at++;
    }
    return at;
  }

  private boolean joinsDigits(int at) {
    return (points[at] == ',' || points[at] == '.')
        && Character.isDigit(points[at - 1])
        && Character.isDigit(points[at + 1]);
  }

  private static boolean isWordPoint(int point) {
    return Character.isLetterOrDigit(point)
        || Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.COMBINING_SPACING_MARK;
  }

  /** Adds a word and returns how it is written small. */
  private String add(int start, int end, boolean inQuotation) {
    String exact = new String(points, start, end - start);
    String folded = fold(exact);
    boolean begins = words.sentenceLength() == 0;
    String number = NumberWords.digits(folded);
    String key = number == null ? folded : number;
    Words.Worth worth = worth(exact, folded, key, begins);
    String stem = stem(key, worth, end);
    int multiplier = NumberWords.multiplier(key);
    if (multiplier > 1 && isNumber(lastKey)) {
      stem = new BigDecimal(lastKey).multiply(new BigDecimal(multiplier)).toBigInteger().toString();
      worth = Words.Worth.NUMBER;
    }
    lastKey = key;
    words.add(start, end, key.hashCode(), stem.hashCode(), worth, inQuotation);
    return folded;
  }

  private static boolean isNumber(String key) {
    return key.length() <= LONGEST_NUMBER && PLAIN_NUMBER.matcher(key).matches();
  }

  private String stem(String key, Words.Worth worth, int end) {
    if (Character.isIdeographic(key.codePointAt(0))) {
      // One sign is too little to know a word by; two that stand together are.
      return end < points.length ? key + Character.toString(points[end]) : key;
    }
    return worth == Words.Worth.PLAIN || worth == Words.Worth.NAME
        ? stems.computeIfAbsent(key, WordForms::stem)
        : key;
  }

  private Words.Worth worth(String exact, String folded, String key, boolean begins) {
    if (Character.isDigit(key.codePointAt(0))) {
      return key.length() < 2 ? Words.Worth.SMALL : Words.Worth.NUMBER;
    }
    if (CALENDAR.contains(folded)) {
      return Words.Worth.SMALL;
    }
    if (WordForms.isCommon(folded)) {
      return Words.Worth.COMMON;
    }
    boolean isUpper = Character.isUpperCase(exact.codePointAt(0));
    boolean isName =
        isUpper && (begins ? names.contains(folded) && !lowerCase.contains(folded) : true);
    return isName ? Words.Worth.NAME : Words.Worth.PLAIN;
  }

  private String fold(String exact) {
    return folds.computeIfAbsent(exact, WordReader::folded);
  }

  private static String folded(String exact) {
    String plain = exact;
    for (int i = 0; i < exact.length(); i++) {
      if (exact.charAt(i) > 127) {
        plain = Normalizer.normalize(exact, Normalizer.Form.NFKD).replaceAll("\\p{Mn}+", "");
        break;
      }
    }
    plain = plain.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (plain.endsWith("'s")) {
      plain = plain.substring(0, plain.length() - 2);
    }
    return Character.isDigit(plain.codePointAt(0)) ? plain.replace(",", "") : plain;
  }
}
