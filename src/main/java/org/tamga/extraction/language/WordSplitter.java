package org.tamga.extraction.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import opennlp.tools.tokenize.TokenizerME;

/**
 * Finds the words and marks inside one sentence.
 *
 * <p>White space parts, quotation marks stand alone, and the statistical model splits what is left.
 */
final class WordSplitter {
  /** Longer runs are addresses and noise; the model would take squared time over them. */
  private static final int LONGEST_WORD = 60;

  /** Distinct words remembered, a bound on memory. */
  private static final int REMEMBERED = 20_000;

  private static final List<String> SUFFIXES =
      List.of("n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "s'");

  private final TokenizerME tokenizer;
  private final Map<String, int[]> seen = new LinkedHashMap<>();

  WordSplitter(LanguageModels models) {
    tokenizer = new TokenizerME(models.token());
  }

  /** Start and end, in UTF-16 units of {@code text}, of each word between two places. */
  List<int[]> words(String text, int from, int to) {
    List<int[]> words = new ArrayList<>();
    int at = from;
    while (at < to) {
      if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u00a0') {
        at++;
      } else if (isMark(text, at, to)) {
        int end = at + (isDoubled(text, at, to) ? 2 : 1);
        words.add(new int[] {at, end});
        at = end;
      } else {
        int end = at;
        while (end < to && isInside(text, end, to)) {
          end++;
        }
        split(text, at, end, words);
        at = end;
      }
    }
    return words;
  }

  private static boolean isInside(String text, int at, int to) {
    char unit = text.charAt(at);
    return !Character.isWhitespace(unit) && unit != '\u00a0' && !isMark(text, at, to);
  }

  /** Marks that never belong to a word. One apostrophe may, so it is left to the model. */
  private static boolean isMark(String text, int at, int to) {
    return switch (text.charAt(at)) {
      case '"', '“', '”', '„', '«', '»', '‹', '›', '`', '(', ')', '[', ']', '{', '}', '—', '…' ->
          true;
      default -> isDoubled(text, at, to);
    };
  }

  /** Two apostrophes or two grave accents stand for a quotation mark. */
  private static boolean isDoubled(String text, int at, int to) {
    char unit = text.charAt(at);
    return at + 1 < to
        && text.charAt(at + 1) == unit
        && (unit == '\'' || unit == '’' || unit == '‘' || unit == '`');
  }

  private void split(String text, int start, int end, List<int[]> words) {
    if (end - start > LONGEST_WORD) {
      words.add(new int[] {start, end});
      return;
    }
    String piece = text.substring(start, end).replace('’', '\'').replace('‘', '\'');
    int[] cuts = seen.get(piece);
    if (cuts == null) {
      cuts = cuts(piece);
      if (seen.size() < REMEMBERED) {
        seen.put(piece, cuts);
      }
    }
    for (int i = 0; i < cuts.length; i += 2) {
      words.add(new int[] {start + cuts[i], start + cuts[i + 1]});
    }
  }

  private int[] cuts(String piece) {
    IntStream.Builder cuts = IntStream.builder();
    for (opennlp.tools.util.Span span : tokenizer.tokenizePos(piece)) {
      int suffix = suffix(piece, span.getStart(), span.getEnd());
      cuts.add(span.getStart());
      if (suffix > 0) {
        cuts.add(suffix).add(suffix);
      }
      cuts.add(span.getEnd());
    }
    return cuts.build().toArray();
  }

  /** Where a genitive, a negation or a shortened verb begins that the model left on; else 0. */
  private static int suffix(String piece, int start, int end) {
    String word = piece.substring(start, end).toLowerCase(Locale.ROOT);
    for (String suffix : SUFFIXES) {
      if (word.length() > suffix.length() && word.endsWith(suffix)) {
        return suffix.equals("s'") ? end - 1 : end - suffix.length();
      }
    }
    return 0;
  }
}
