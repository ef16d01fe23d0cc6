package org.tamga.text;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No bytes make the reader fail or hang; places always hold. */
final class HostileTextTest {
  private static final List<String> PIECES =
      List.of(
          "<p>",
          "</p>",
          "<div class=related>",
          "</div>",
          "<table><tr><td>",
          "<br>",
          "<a href=x>",
          "</a>",
          "<li>",
          "<h1>",
          "<!--",
          "-->",
          "<script>",
          "</script>",
          "<html>",
          "<body>",
          "&#xD800;",
          "&amp",
          "\u0000",
          "\uD83D\uDE00",
          "ا",
          "中",
          "\r\n",
          "\n\n",
          "Related",
          "A council met. ",
          "<meta charset=utf-16>",
          "<script type='application/ld+json'>{\"@type\":\"Article\",",
          "<svg>",
          "<math>",
          "<template>",
          "<frameset>",
          "<plaintext>",
          "\u202E",
          " ",
          "<b><i><b>");

  @Test
  void randomBytesNeverFail() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 3000; round++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      if (round % 3 == 0) {
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) (' ' + (bytes[i] & 0x3F));
        }
      }
      check(bytes, "seed " + seed + " round " + round);
    }
  }

  @Test
  void randomMarkupNeverFails() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 3000; round++) {
      StringBuilder page = new StringBuilder(round % 2 == 0 ? "<html>" : "");
      for (int i = random.nextInt(60); i > 0; i--) {
        page.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      check(page.toString().getBytes(StandardCharsets.UTF_8), "seed " + seed + " round " + round);
    }
  }

  private static void check(byte[] bytes, String which) {
    try {
      if (TextReader.read(bytes, "a.html", Metadata.NONE) instanceof Reading.Read read) {
        Readings.checkPlaces(read.text(), bytes.length);
      }
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(which + ": " + new String(bytes, StandardCharsets.UTF_8), e);
    }
  }

  @Test
  void largeAndDeepInputTakesTimeInProportion() {
    String line = "word ".repeat(400_000);
    for (String source :
        List.of(
            line,
            "<html><body>" + "<div>".repeat(100_000) + line,
            "<html><body><p>" + line,
            "<html><body>" + "<p>A line of text.<br>".repeat(100_000),
            "<html><body>" + "<a href=x>x</a><br>".repeat(100_000),
            "a\n".repeat(500_000),
            "\n".repeat(2_000_000) + "a",
            "Menu\n\n".repeat(200_000),
            "<html><body><span>" + "<b>".repeat(30_000) + "deep",
            "<!--".repeat(300_000),
            "<html><head><script type='application/ld+json'>" + "[".repeat(300_000),
            "+1 234 567 8 or ".repeat(60_000))) {
      byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
      assertTimeout(
          Duration.ofSeconds(20),
          () -> TextReader.read(bytes, "a.txt", Metadata.NONE),
          source.substring(0, 30));
    }
  }
}
