package org.tamga.text;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Guesses the language of running text from its script and its commonest little words.
 *
 * <p>The little words are in {@code function-words.txt}. Where too few of them are seen, or two
 * languages come close, there is no answer.
 */
public final class LanguageGuess {
  /** More text than this does not change the answer. */
  public static final int ENOUGH_CHARS = 4000;

  private static final Map<String, List<String>> LANGUAGES_BY_WORD = languagesByWord();

  /** One word in so many must be a little word of the language. */
  private static final int RARITY = 8;

  private static final int LEAST_WORDS = 8;

  private LanguageGuess() {}

  private static Map<String, List<String>> languagesByWord() {
    return Lines.table("function-words.txt").stream()
        .flatMap(
            row ->
                List.of(row.get(1).split(" ", -1)).stream()
                    .map(word -> Map.entry(word, row.get(0))))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
  }

  /** BCP 47 tag of the language of {@code text}, if it shows. */
  public static Optional<String> of(String text) {
    String sample = text.substring(0, Math.min(text.length(), ENOUGH_CHARS));
    Optional<String> byScript = byScript(sample);
    if (byScript.isPresent()) {
      return byScript;
    }
    String[] words = FurnitureLexicon.normal(sample).split(" ", -1);
    Map<String, Integer> counts = new HashMap<>();
    for (String word : words) {
      for (String language : LANGUAGES_BY_WORD.getOrDefault(word, List.of())) {
        counts.merge(language, 1, Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> ranked =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .toList();
    boolean clear =
        !ranked.isEmpty()
            && (ranked.size() == 1 || ranked.get(0).getValue() * 2 >= ranked.get(1).getValue() * 3);
    return words.length >= LEAST_WORDS
            && clear
            && ranked.getFirst().getValue() * RARITY >= words.length
        ? Optional.of(ranked.getFirst().getKey())
        : Optional.empty();
  }

  /** Languages that have a script, or letters, to themselves. */
  private static Optional<String> byScript(String sample) {
    Map<Character.UnicodeScript, Integer> scripts = new EnumMap<>(Character.UnicodeScript.class);
    int letters = 0;
    int uyghurLetters = 0;
    for (int i = 0; i < sample.length(); i++) {
      char c = sample.charAt(i); // scripts beyond the basic plane have no language here
      if (c > '\u007F' && Character.isLetter(c)) {
        scripts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
        uyghurLetters += "ېۆۈۇەڭۋ".indexOf(c) >= 0 ? 1 : 0;
      }
      letters += Character.isLetter(c) ? 1 : 0;
    }
    int kana =
        scripts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
            + scripts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
    if (letters < LEAST_WORDS) {
      return Optional.empty();
    }
    if (kana * 5 > letters) {
      return Optional.of("ja");
    }
    if (scripts.getOrDefault(Character.UnicodeScript.HANGUL, 0) * 2 > letters) {
      return Optional.of("ko");
    }
    if (scripts.getOrDefault(Character.UnicodeScript.HAN, 0) * 2 > letters) {
      return Optional.of("zh");
    }
    boolean arabic = scripts.getOrDefault(Character.UnicodeScript.ARABIC, 0) * 2 > letters;
    return arabic && uyghurLetters * 12 > letters ? Optional.of("ug") : Optional.empty();
  }
}
