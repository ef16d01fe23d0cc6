package org.tamga.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The main text of real pages against what people marked, where such pages are at hand: bags of
 * four words in a row, precision and recall as means over the pages, F1 of these means. The measure
 * is that of the article-extraction-benchmark (Scrapinghub, 2020).
 */
final class MainTextBenchTest {
  /** Lowered only with a reason; the published state of the art on these pages is .968. */
  private static final double FLOOR = 0.960;

  private static final Path PAGES = Path.of("..", "shared", "bench", "main-text");
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void findsTheMainTextOfPages() throws IOException {
    Path truth = PAGES.resolve("ground-truth.json");
    Assumptions.assumeTrue(Files.exists(truth), "skipped: no pages at " + PAGES);
    double precision = 0;
    double recall = 0;
    Map<String, String> bodies = bodies(truth);
    for (Map.Entry<String, String> body : bodies.entrySet()) {
      Map<String, Integer> wanted = shingles(body.getValue());
      Map<String, Integer> found = shingles(read(body.getKey()));
      double shared =
          wanted.entrySet().stream()
              .mapToInt(e -> Math.min(e.getValue(), found.getOrDefault(e.getKey(), 0)))
              .sum();
      precision += found.isEmpty() ? 0 : shared / total(found);
      recall += wanted.isEmpty() ? 0 : shared / total(wanted);
    }
    precision /= bodies.size();
    recall /= bodies.size();
    double f1 = 2 * precision * recall / (precision + recall);
    System.out.printf("main text: precision %.4f recall %.4f F1 %.4f%n", precision, recall, f1);
    assertTrue(f1 >= FLOOR, "F1 " + f1);
  }

  private static String read(String id) throws IOException {
    byte[] page;
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(PAGES.resolve("html").resolve(id + ".html.gz")))) {
      page = in.readAllBytes();
    }
    ReadableText text = Readings.read(page, id + ".html");
    StringBuilder main = new StringBuilder();
    for (Block block : text.blocks()) {
      if (block.role().isMain() && block.role() != Block.Role.TITLE) {
        main.append(Readings.textOf(text, block)).append('\n');
      }
    }
    return main.toString();
  }

  private static Map<String, String> bodies(Path truth) throws IOException {
    Map<String, String> bodies = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(truth.toFile())) {
      String id = "";
      int depth = 0;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.FIELD_NAME && depth == 1) {
          id = json.currentName();
        } else if (token == JsonToken.VALUE_STRING && "articleBody".equals(json.currentName())) {
          bodies.put(id, json.getText());
        }
      }
    }
    return bodies;
  }

  private static Map<String, Integer> shingles(String text) {
    List<String> words = WORD.matcher(text).results().map(MatchResult::group).toList();
    Map<String, Integer> shingles = new HashMap<>();
    for (int i = 0; i < Math.max(words.isEmpty() ? 0 : 1, words.size() - 3); i++) {
      shingles.merge(
          String.join(" ", words.subList(i, Math.min(words.size(), i + 4))), 1, Integer::sum);
    }
    return shingles;
  }

  private static double total(Map<String, Integer> shingles) {
    return shingles.values().stream().mapToInt(Integer::intValue).sum();
  }
}
