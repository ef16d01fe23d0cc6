package org.tamga.extraction.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.sentdetect.SentenceDetectorME;

/**
 * Finds where sentences end inside one block.
 *
 * <p>A stop with white space and a capital behind it ends a sentence, an abbreviation or an initial
 * does not; only where a word may be either is the statistical model asked.
 */
final class SentenceSplitter {
  /** Longer runs without white space are no prose; the model would take squared time over them. */
  private static final int LONGEST_WORD = 1_000;

  private static final String CLOSERS = "\"'”’»)]“";
  private static final String OPENERS = "\"'“‘«([„–—•[";

  private final SentenceDetectorME detector;
  private final Set<String> abbreviations = new HashSet<>();
  private final Set<String> ambiguous = new HashSet<>();

  SentenceSplitter(LanguageModels models) {
    detector = new SentenceDetectorME(models.sentence());
    for (String line : WordList.lines(SentenceSplitter.class, "abbreviations.txt")) {
      if (line.endsWith("+")) {
        ambiguous.add(line.substring(0, line.length() - 1));
      } else {
        abbreviations.add(line);
      }
    }
  }

  /** The UTF-16 places in {@code text} where a sentence ends, the last of them its length. */
  List<Integer> ends(String text) {
    List<Integer> ends = new ArrayList<>();
    Set<Integer> asked = null;
    int at = 0;
    while (at < text.length()) {
      char mark = text.charAt(at++);
      if (mark == '\n') {
        continue;
      }
      if (mark != '.' && mark != '!' && mark != '?' && mark != '…' && mark != '。') {
        continue;
      }
      int stop = at - 1;
      while (at < text.length() && (isStop(text.charAt(at)) || isCloser(text, at))) {
        at++;
      }
      if (at >= text.length() || !Character.isWhitespace(text.charAt(at))) {
        continue;
      }
      int next = at;
      while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
        next++;
      }
      if (next >= text.length() || !mayBegin(text, next)) {
        continue;
      }
      String word = mark == '.' && at == stop + 1 ? wordBefore(text, stop) : "";
      if (abbreviations.contains(word) || isInitial(text, stop, word)) {
        continue;
      }
      if (ambiguous.contains(word)) {
        asked = asked == null ? model(text) : asked;
        if (!asked.contains(at)) {
          continue;
        }
      }
      ends.add(at);
    }
    if (ends.isEmpty() || ends.getLast() < text.length()) {
      ends.add(text.length());
    }
    return ends;
  }

  private static boolean isStop(char mark) {
    return mark == '.' || mark == '!' || mark == '?' || mark == '…';
  }

  private static boolean isCloser(String text, int at) {
    return CLOSERS.indexOf(text.charAt(at)) >= 0;
  }

  private static boolean mayBegin(String text, int at) {
    int first = text.codePointAt(at);
    return !Character.isLowerCase(first)
        && (Character.isLetterOrDigit(first)
            || OPENERS.indexOf(first) >= 0
            || Character.isSupplementaryCodePoint(first));
  }

  private static String wordBefore(String text, int stop) {
    int start = stop;
    while (start > 0
        && stop - start < 12
        && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
      start--;
    }
    return text.substring(start, stop).toLowerCase(Locale.ROOT);
  }

  /** "J. Smith", but not "plan B. Then" nor "I." */
  private static boolean isInitial(String text, int stop, String word) {
    return word.length() == 1 && Character.isUpperCase(text.charAt(stop - 1)) && !word.equals("i");
  }

  /** Where the statistical model ends sentences. */
  private Set<Integer> model(String text) {
    Set<Integer> ends = new HashSet<>();
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = Character.isWhitespace(text.charAt(i)) ? 0 : run + 1;
      if (run > LONGEST_WORD) {
        return ends;
      }
    }
    for (opennlp.tools.util.Span span : detector.sentPosDetect(text)) {
      ends.add(span.getEnd());
    }
    return ends;
  }
}
