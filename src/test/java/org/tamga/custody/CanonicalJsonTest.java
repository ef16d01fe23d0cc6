package org.tamga.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One spelling for each value, or no value at all. */
class CanonicalJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "0",
        "9007199254740991",
        "[]",
        "{}",
        "[1,\"a\",[{}]]",
        "{\"a\":1,\"b\":{\"c\":[]}}",
        "\"\\b\\t\\n\\f\\r\\\"\\\\\\u0001\\u001f\"",
        "\"/é\u2028€😀\u007f\"",
        "{\"\u20ac\":1,\"\ud83d\ude00\":2,\"\ufb33\":3}"
      })
  void canonicalTextIsReadAndWrittenTheSame(String text) {
    assertEquals(text, CanonicalJson.write(CanonicalJson.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "1 ",
        "01",
        "-1",
        "1.0",
        "1e3",
        "9007199254740992",
        "99999999999999999999",
        "null",
        "true",
        "[1,]",
        "[,1]",
        "[1",
        "{\"b\":1,\"a\":2}",
        "{\"a\":1,\"a\":2}",
        "{a:1}",
        "{\"a\" :1}",
        "\"\\/\"",
        "\"\\u" + "0041\"",
        "\"\\u001F\"",
        "\"\\n",
        "\"\n\"",
        "\"\\ud800\"",
        "\"\\x\"",
        "[1][2]",
        "\u0661"
      })
  void anythingElseIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.parse(text));
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] bytes = {'"', (byte) 0xFF, '"'};
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.parse(bytes));
  }

  @Test
  void nestingHasALimit() {
    String deepest = "[".repeat(32) + "]".repeat(32);
    assertEquals(deepest, CanonicalJson.write(CanonicalJson.parse(deepest)));
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.parse("[" + deepest + "]"));
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    assertThrows(IllegalArgumentException.class, () -> CanonicalJson.parse(deep));
  }

  @Test
  @DisplayName("Random values come back the same")
  void randomValuesComeBackTheSame() {
    long seed = System.nanoTime();
    System.out.println("CanonicalJsonTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      Json value = randomValue(random, 4);
      assertEquals(value, CanonicalJson.parse(CanonicalJson.bytes(value)), "seed " + seed);
    }
  }

  private static Json randomValue(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 2 : 4)) {
      case 0 -> Json.text(randomText(random));
      case 1 -> Json.whole(random.nextLong(Json.Whole.LARGEST + 1));
      case 2 -> {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(randomValue(random, depth - 1));
        }
        yield new Json.Array(items);
      }
      default -> {
        TreeMap<String, Json> members = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          members.put(randomText(random), randomValue(random, depth - 1));
        }
        yield new Json.Members(members);
      }
    };
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int c = random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x110000);
      text.appendCodePoint(c >= 0xD800 && c < 0xE000 ? '?' : c);
    }
    return text.toString();
  }
}
