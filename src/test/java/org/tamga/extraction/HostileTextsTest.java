package org.tamga.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Target;
import org.tamga.extraction.language.LanguageModels;
import org.tamga.text.Block;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

/**
 * Whatever a text holds, annotating it neither fails nor hangs, and each quote stands in the text.
 *
 * <p>{@code -Dtamga.texts=10000} sets how many random texts are tried.
 */
class HostileTextsTest {
  private static final long SEED = 20260731;
  private static final List<String> PIECES =
      List.of(
          "“",
          "”",
          "\"",
          "''",
          "``",
          "‘",
          "’",
          "'",
          "«",
          "»",
          "„",
          ".",
          "?",
          "!",
          ",",
          ":",
          ";",
          "—",
          "(",
          ")",
          "[",
          "]",
          "\n",
          "\n\n",
          " ",
          " ",
          " ",
          "\u202e",
          "\u200f",
          "\u0000",
          "\ud83c\udf0a",
          "\ud83c",
          "e\u0301",
          "\u00a0",
          "said",
          "says",
          "told",
          "he",
          "She",
          "that",
          "according to",
          "denied",
          "who",
          "which",
          "Mira Tolsen",
          "Tolsen",
          "the mayor",
          "Mr.",
          "Velmar Relief Council",
          "(VRC)",
          "the letter",
          "urges",
          "not",
          "to",
          "resign",
          "1-3",
          "million",
          "2031",
          "on 4 May",
          "should",
          "must",
          "and",
          "but",
          "the river",
          "is",
          "closed");

  private final Annotator annotator = Annotator.standard(LanguageModels.english());

  @Test
  void randomTextsAreAnnotatedWithAnchoredQuotes() {
    int count = Integer.getInteger("tamga.texts", 300);
    Random random = new Random(SEED);
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(120);
      for (int k = 0; k < length; k++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
        text.append(random.nextInt(4) == 0 ? "" : " ");
      }
      check(text.toString(), "seed " + SEED + ", text " + i);
    }
  }

  @Test
  void onePieceRepeatedTakesTimeInProportion() {
    for (String piece :
        List.of(
            "a",
            "“",
            "”",
            "\"",
            "'",
            "''",
            "‘a ",
            "“a” ",
            "“a b c d e” said ",
            "said ",
            "that ",
            "he said that ",
            "according to ",
            "(",
            ":",
            ". ",
            "A. ",
            "Mr. ",
            "\u202e",
            "\ud83c\udf0a",
            "\ud83c",
            "Tolsen ",
            "Mira Tolsen, the mayor, ",
            "Mira Tolsen said. ",
            "He said. ",
            "1 ",
            "million ",
            "must ",
            "not ",
            "which ",
            "“Go,” he said. ")) {
      String small = piece.repeat(16_000 / piece.length());
      check(small, piece);
      Duration once = time(small, piece);
      Duration most = once.multipliedBy(9).plusMillis(1_500);
      Duration four = time(small.repeat(4), piece);
      if (four.compareTo(most) >= 0) {
        // Another program may have had the processor: what grows too fast is slow again.
        four = time(small.repeat(4), piece);
      }
      Duration taken = four;
      assertTrue(
          taken.compareTo(most) < 0,
          () -> "'" + piece + "' takes " + once + " once and " + taken + " four times as long");
    }
  }

  private void check(String content, String name) {
    CitedText cited = new CitedText(content);
    List<Annotation> found =
        annotator.annotate("sha256:" + "0".repeat(64), readable(content), Metadata.NONE);
    for (Annotation annotation : found) {
      for (Target.Part part : annotation.target().parts()) {
        assertEquals(cited.at(part.span()), part.exact(), name);
      }
    }
  }

  private static ReadableText readable(String content) {
    List<Block> blocks = new ArrayList<>();
    int place = 0;
    for (String line : content.split("\n", -1)) {
      int length = line.codePointCount(0, line.length());
      if (length > 0) {
        blocks.add(new Block(new Span(place, place + length), Block.Role.PARAGRAPH));
      }
      place += length + 1;
    }
    return new ReadableText("text/plain", content, blocks, List.of(), Metadata.NONE);
  }

  private Duration time(String text, String name) {
    long start = System.nanoTime();
    check(text, name);
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
