package org.tamga.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tamga.extraction.Annotator;
import org.tamga.extraction.language.LanguageModels;

/**
 * The gate: the extractor may not fall below the floors of {@code eval/floors.json}.
 *
 * <p>{@code -Dtamga.eval=print} prints every miss; {@code -Dtamga.eval=write} writes the floors and
 * the tables of docs/quality.md anew.
 */
class GoldGateTest {
  private static final Path EVAL = Path.of("eval");
  private static final Path FLOORS = EVAL.resolve("floors.json");
  private static final Path PAGE = Path.of("docs/quality.md");
  private static final String START = "<!-- measured: start -->\n";
  private static final String END = "<!-- measured: end -->\n";

  @Test
  void theExtractorStaysAboveItsFloors() throws IOException {
    Map<String, TextScore> scores = new TreeMap<>();
    Map<String, String> genres = new LinkedHashMap<>();
    Annotator annotator = Annotator.standard(LanguageModels.english());
    for (GoldText text : GoldText.all(EVAL)) {
      genres.put(text.name(), text.genre());
      scores.put(
          text.name(),
          Scorer.score(text, annotator.annotate(text.document(), text.readable(), text.known())));
    }
    String table = QualityTable.of(scores, genres);
    String mode = System.getProperty("tamga.eval", "");
    if (mode.equals("print")) {
      scores.forEach((name, score) -> System.out.println(misses(name, score)));
      System.out.println(table);
    }
    if (mode.equals("write")) {
      Files.writeString(FLOORS, Floors.under(scores).json());
      Files.writeString(PAGE, withTable(Files.readString(PAGE), table));
    }
    List<String> broken = Floors.parse(Files.readString(FLOORS)).broken(scores);
    assertTrue(
        broken.isEmpty(),
        () ->
            "The extractor is worse on the gold set than it was:\n"
                + String.join("\n", broken)
                + "\nhint: mvn test -Dtest=GoldGateTest -Dtamga.eval=print shows every miss.");
  }

  private static String misses(String name, TextScore score) {
    return "## " + name + "\n  " + String.join("\n  ", score.lines());
  }

  private static String withTable(String page, String table) {
    int start = page.indexOf(START) + START.length();
    return page.substring(0, start) + table + page.substring(page.indexOf(END));
  }

  @Test
  void goldQuotesItsTextsLetterForLetter() throws IOException {
    for (GoldText text : GoldText.all(EVAL)) {
      WordPlaces file = new WordPlaces(GoldText.fileText(EVAL, text.name()));
      for (List<GoldItem> items : text.items().values()) {
        for (GoldItem item : items) {
          assertEquals(item.extents(), GoldItem.of(item.values(), file).extents(), text.name());
          assertTrue(
              item.extents().stream().noneMatch(extent -> extent.isEmpty()),
              () -> text.name() + " has an item without words: " + item.exact());
        }
      }
    }
  }

  @Test
  void theSetIsLargeAndMixedEnough() throws IOException {
    List<GoldText> texts = GoldText.all(EVAL);
    Map<String, Integer> genres = new TreeMap<>();
    for (GoldText text : texts) {
      genres.merge(text.genre(), 1, Integer::sum);
      int words = text.words().count();
      assertTrue(words >= 60 && words <= 400, () -> text.name() + " has " + words + " words");
    }
    assertTrue(texts.size() >= 64, "texts: " + texts.size());
    assertEquals(
        Set.of("press-release", "news", "intergovernmental", "letter", "government", "testimony"),
        genres.keySet());
    assertTrue(genres.values().stream().allMatch(count -> count >= 10), genres::toString);
  }

  @Test
  void everyTextHasItsGoldAndEveryGoldItsText() throws IOException {
    Set<String> names = new TreeSet<>();
    GoldText.all(EVAL).forEach(text -> names.add(text.name() + ".txt"));
    List<String> files = new ArrayList<>();
    try (var listed = Files.list(EVAL.resolve("texts"))) {
      listed.forEach(file -> files.add(file.getFileName().toString()));
    }
    assertEquals(names, new TreeSet<>(files));
  }
}
