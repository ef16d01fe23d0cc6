package org.tamga.text.ocr;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.text.LanguageGuess;
import org.tamga.text.Lines;

/**
 * Reads the picture of a page in the languages that it seems to be in.
 *
 * <p>Where nobody named languages: one script that is plain to see is read in its languages.
 * Otherwise the page is read in one language of each script together, then in those of which
 * letters were seen, and where that is not sure, in each alone; each line is taken from the reading
 * that is surest of it.
 */
final class PictureReader {
  /** Tesseract's own measure of how sure it is of the script; a page of text has more. */
  private static final double SURE_OF_SCRIPT = 5;

  /** One letter in so many shows that a script stands on the page. */
  private static final int RARITY = 20;

  private static final Pattern SCRIPT =
      Pattern.compile("Script: (\\w+)\\s+Script confidence: ([\\d.]+)");

  /** Rows: Tesseract's language, BCP 47 language, Unicode's script, its name of the script. */
  private static final List<List<String>> LANGUAGES = Lines.table("ocr/languages.txt");

  private final Tesseract tesseract;
  private final List<String> named;

  /**
   * A reader.
   *
   * @param named the languages to be read, as Tesseract calls them; empty to have them guessed
   */
  PictureReader(Tesseract tesseract, List<String> named) {
    this.tesseract = tesseract;
    this.named = named.stream().filter(tesseract.languages()::contains).toList();
  }

  /**
   * What was read, and in which languages.
   *
   * @param languages as Tesseract calls them
   */
  record Result(PageWords words, List<String> languages) {}

  Result read(byte[] png) throws IOException {
    if (!named.isEmpty()) {
      return read(png, named);
    }
    Optional<UnicodeScript> plain = plainScript(tesseract.script(png));
    if (plain.isPresent() && !languages(plain.get(), "").isEmpty()) {
      Result result = read(png, languages(plain.get(), ""));
      if (result.words().isSure()) {
        return result;
      }
    }
    Result all = read(png, oneOfEachScript());
    Set<List<String>> tries = seen(all.words());
    if (!all.words().isSure()) {
      oneOfEachScript().forEach(language -> tries.add(List.of(language)));
    }
    return surest(png, all, tries);
  }

  /** The lines of {@code all}, each from the reading that is surest of it. */
  private Result surest(byte[] png, Result all, Set<List<String>> tries) throws IOException {
    PageWords best = all.words();
    for (List<String> languages : tries) {
      best = best.surest(read(png, languages).words());
    }
    return new Result(best, seen(best).stream().flatMap(List::stream).toList());
  }

  /** The languages of the scripts that stand on the page. */
  private Set<List<String>> seen(PageWords words) {
    Set<List<String>> seen = new LinkedHashSet<>();
    for (UnicodeScript script : scripts(words.text())) {
      seen.add(languages(script, guess(words, script)));
    }
    seen.removeIf(List::isEmpty);
    return seen;
  }

  private Result read(byte[] png, List<String> languages) throws IOException {
    return new Result(PageWords.parse(tesseract.words(png, languages)), languages);
  }

  private static Optional<UnicodeScript> plainScript(String told) {
    Matcher matcher = SCRIPT.matcher(told);
    if (!matcher.find() || Double.parseDouble(matcher.group(2)) < SURE_OF_SCRIPT) {
      return Optional.empty();
    }
    return LANGUAGES.stream()
        .filter(row -> row.get(3).equals(matcher.group(1)))
        .map(row -> UnicodeScript.valueOf(row.get(2)))
        .findFirst();
  }

  /** The installed languages of a script; of that script's languages only the guessed one. */
  private List<String> languages(UnicodeScript script, String guess) {
    List<List<String>> mine =
        LANGUAGES.stream()
            .filter(row -> row.get(2).equals(script.name()))
            .filter(row -> tesseract.languages().contains(row.get(0)))
            .toList();
    List<String> guessed =
        mine.stream().filter(row -> row.get(1).equals(guess)).map(List::getFirst).toList();
    return guessed.isEmpty() ? mine.stream().map(List::getFirst).toList() : guessed;
  }

  /** The language of those lines that are in a script, if they tell. */
  private static String guess(PageWords words, UnicodeScript script) {
    List<String> lines =
        words.lines().stream()
            .map(PageWords.Line::text)
            .filter(text -> scripts(text).contains(script))
            .toList();
    return LanguageGuess.of(String.join("\n", lines)).orElse("");
  }

  /** Uyghur letters are no part of what Arabic is read with, so that both count here. */
  private List<String> oneOfEachScript() {
    Set<String> found = new LinkedHashSet<>();
    Set<String> scripts = new LinkedHashSet<>();
    for (List<String> row : LANGUAGES) {
      boolean installed = tesseract.languages().contains(row.get(0));
      if (installed && (scripts.add(row.get(2)) || row.get(0).equals("uig"))) {
        found.add(row.get(0));
      }
    }
    return List.copyOf(found);
  }

  private static Set<UnicodeScript> scripts(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int[] letters = text.codePoints().filter(Character::isLetter).toArray();
    for (int letter : letters) {
      counts.merge(UnicodeScript.of(letter), 1, Integer::sum);
    }
    counts.values().removeIf(count -> count * RARITY < letters.length);
    return counts.keySet();
  }
}
