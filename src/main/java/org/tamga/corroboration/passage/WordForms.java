package org.tamga.corroboration.passage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The forms that one word takes, and words that stand for one another in press texts.
 *
 * <p>Stems are cut by ending alone: enough to see that "closed" and "closing" are of one word, and
 * the same for every run. Words alike come from {@code words-alike.txt}; words that tell nothing of
 * a matter from {@code common-words.txt}.
 */
final class WordForms {
  private static final String[] ENDINGS = {
    "ations", "ation", "ments", "ment", "ions", "ion", "ings", "ing", "edly", "ors", "ers", "ies",
    "ied", "ed", "es", "ly", "or", "er", "s", "y", "e"
  };

  /** A stem shorter than this says too little of its word. */
  private static final int LEAST_STEM = 3;

  private static final Set<String> COMMON = common();
  private static final Map<String, String> ALIKE = alike();

  private WordForms() {}

  /** Whether a word, in lower case, tells nothing of the matter: "the", "would", "said". */
  static boolean isCommon(String word) {
    return COMMON.contains(word);
  }

  /** What words of one meaning and all their forms have in common. */
  static String stem(String word) {
    String stem = cut(word);
    return ALIKE.getOrDefault(stem, stem);
  }

  private static String cut(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= LEAST_STEM) {
        String stem = word.substring(0, word.length() - ending.length());
        int last = stem.length() - 1;
        boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
        return doubled ? stem.substring(0, last) : stem;
      }
    }
    return word;
  }

  private static Set<String> common() {
    Set<String> common = new HashSet<>();
    for (String line : lines("common-words.txt")) {
      common.addAll(List.of(line.split(" ", -1)));
    }
    return Set.copyOf(common);
  }

  private static Map<String, String> alike() {
    Map<String, String> alike = new HashMap<>();
    for (String line : lines("words-alike.txt")) {
      List<String> words = List.of(line.split(" ", -1));
      String family = alike.getOrDefault(cut(words.getFirst()), cut(words.getFirst()));
      for (String word : words) {
        alike.putIfAbsent(cut(word), family);
      }
    }
    return Map.copyOf(alike);
  }

  private static List<String> lines(String resource) {
    try (InputStream in =
        Objects.requireNonNull(WordForms.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
