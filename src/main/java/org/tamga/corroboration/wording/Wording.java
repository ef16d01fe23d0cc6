package org.tamga.corroboration.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which words of a phrase tell something, and how much two phrases have in common.
 *
 * <p>Words are folded (case, accents, possessives), function words left aside, the rest cut after
 * six letters: so "closure" and "closures", "organisation" and "organisations" are one. Cutting is
 * as good as a stemmer for comparing and knows no language (McNamee and Mayfield, "Character n-gram
 * tokenization for European language text retrieval", 2004).
 */
public final class Wording {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[’'.][\\p{L}]+)*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int CUT = 6;

  /** Longer phrases are not looked at to their end; a paragraph has a few hundred words. */
  private static final int MOST_WORDS = 2_000;

  private final Set<String> function;
  private final Map<String, String> synonyms;
  private final Map<String, String> numbers;

  private Wording(WordSections words) {
    this.function = words.words("function");
    this.synonyms = words.meanings("synonym");
    this.numbers = words.meanings("number");
  }

  /** The words of English. */
  public static Wording english() {
    return new Wording(WordSections.read("en/words.txt"));
  }

  /** The words of a phrase as they are written, without what stands between them. */
  public static List<String> words(String phrase) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(phrase);
    while (words.size() < MOST_WORDS && word.find()) {
      words.add(word.group());
    }
    return words;
  }

  /** A word without case, accents, dots and possessive ending. */
  public static String folded(String word) {
    String plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT).replace("’", "'");
    if (lower.endsWith("'s")) {
      lower = lower.substring(0, lower.length() - 2);
    }
    return lower.replace(".", "").replace("'", "");
  }

  /** The folded words of a phrase, in order. */
  public static List<String> foldedWords(String phrase) {
    return words(phrase).stream().map(Wording::folded).filter(word -> !word.isEmpty()).toList();
  }

  /** What is left of a folded word to compare it by. */
  public static String stem(String folded) {
    String one =
        folded.length() > 3 && folded.endsWith("s") && !folded.endsWith("ss")
            ? folded.substring(0, folded.length() - 1)
            : folded;
    return one.codePointCount(0, one.length()) <= CUT
        ? one
        : one.substring(0, one.offsetByCodePoints(0, CUT));
  }

  /** Whether a folded word tells nothing by itself. */
  public boolean isFunction(String folded) {
    return function.contains(folded);
  }

  /** The stems of the words that tell something, in order, each once. */
  public Set<String> telling(String phrase) {
    Set<String> telling = new LinkedHashSet<>();
    for (String word : foldedWords(phrase)) {
      if (!function.contains(word)) {
        telling.add(stem(synonyms.getOrDefault(word, word)));
      }
    }
    return telling;
  }

  /** The number that a folded word names; 0 where it names none that groups are counted by. */
  public int number(String folded) {
    String digits = numbers.getOrDefault(folded, folded);
    return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
  }

  /** How many words two sets share. */
  public static int shared(Collection<String> one, Set<String> other) {
    return (int) one.stream().filter(other::contains).count();
  }

  /** Whether two phrases share half of the shorter one's words, and at least so many. */
  public static boolean alike(Set<String> one, Set<String> other, int least) {
    int shared = shared(one, other);
    return shared >= least && 2 * shared >= Math.min(one.size(), other.size());
  }
}
