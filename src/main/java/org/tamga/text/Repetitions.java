package org.tamga.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the blocks of one page that show again what an earlier block has shown: a standfirst that
 * comes back as pull quote, a teaser that is the first paragraph cut short.
 *
 * <p>Compared are letters and digits alone, so that spacing, case and marks make no difference.
 * Short blocks are never repetitions: "No comment." may truly be said twice.
 *
 * <p>One object serves one page; it remembers the blocks it was asked about.
 */
public final class Repetitions {
  /** Letters and digits from which a block on is long enough to be said twice only by a page. */
  private static final int LEAST_LETTERS = 40;

  /** The same for scripts that write a word with one or two signs. */
  private static final int LEAST_IDEOGRAPHS = 16;

  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> seenByStart = new HashMap<>();

  /** Whether {@code text} repeats a block asked about before; remembers it either way. */
  public boolean isRepetition(String text) {
    String key = key(text);
    int least = hasIdeographs(key) ? LEAST_IDEOGRAPHS : LEAST_LETTERS;
    if (key.length() < least) {
      return false;
    }
    if (!seen.add(key)) {
      return true;
    }
    String start = key.substring(0, least);
    String earlier = seenByStart.putIfAbsent(start, key);
    return earlier != null && isCutShort(text) && earlier.startsWith(key);
  }

  private static String key(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(plain.length());
    plain.codePoints().filter(Repetitions::isLetterOrNumber).forEach(key::appendCodePoint);
    return key.toString();
  }

  private static boolean isLetterOrNumber(int sign) {
    int type = Character.getType(sign);
    return Character.isLetterOrDigit(sign)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static boolean hasIdeographs(String key) {
    return !key.isEmpty() && Character.isIdeographic(key.codePointAt(key.length() / 2));
  }

  private static boolean isCutShort(String text) {
    return text.endsWith("…") || text.endsWith("...") || text.endsWith("[…]");
  }
}
