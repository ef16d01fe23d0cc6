package org.tamga.eval;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the extractor may not fall below, and what it may not rise above.
 *
 * @param least F1 of each type, rounded down
 * @param most how often each dangerous mistake may happen
 * @param right how many findings were right in each text, to name those that fell
 */
record Floors(
    Map<String, BigDecimal> least, Map<String, BigDecimal> most, Map<String, BigDecimal> right) {
  /** The floors just under these figures. */
  static Floors under(Map<String, TextScore> byText) {
    TextScore total = QualityTable.sum(byText);
    Map<String, BigDecimal> least = new LinkedHashMap<>();
    for (String type : GoldText.KEYS.keySet()) {
      least.put(type, roundedDown(total.of(type).f1()));
    }
    Map<String, BigDecimal> most = new LinkedHashMap<>();
    for (Danger danger : Danger.values()) {
      most.put(danger.words(), BigDecimal.valueOf(total.of(danger)));
    }
    Map<String, BigDecimal> right = new TreeMap<>();
    byText.forEach((name, score) -> right.put(name, BigDecimal.valueOf(score.all().right())));
    return new Floors(least, most, right);
  }

  private static BigDecimal roundedDown(double share) {
    return BigDecimal.valueOf((long) Math.floor(share * 100 + 1e-9), 2);
  }

  /** The floors in this JSON. */
  static Floors parse(String json) throws IOException {
    Map<String, Object> file = GoldText.object(json);
    return new Floors(
        numbers(file, "f1AtLeast"), numbers(file, "atMost"), numbers(file, "rightByText"));
  }

  private static Map<String, BigDecimal> numbers(Map<String, Object> file, String key) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    ((Map<?, ?>) file.getOrDefault(key, Map.of()))
        .forEach((name, number) -> numbers.put((String) name, (BigDecimal) number));
    return numbers;
  }

  String json() {
    return "{\n"
        + String.join(
            ",\n", member("f1AtLeast", least), member("atMost", most), member("rightByText", right))
        + "\n}\n";
  }

  private static String member(String key, Map<String, BigDecimal> numbers) {
    List<String> lines = new ArrayList<>();
    numbers.forEach((name, number) -> lines.add("    \"" + name + "\": " + number));
    return "  \"" + key + "\": {\n" + String.join(",\n", lines) + "\n  }";
  }

  /** In words, what fell below a floor or rose above a ceiling, and in which texts. */
  List<String> broken(Map<String, TextScore> byText) {
    TextScore total = QualityTable.sum(byText);
    List<String> broken = new ArrayList<>();
    least.forEach(
        (type, floor) -> {
          double measured = total.of(type).f1();
          if (measured < floor.doubleValue()) {
            broken.add(
                String.format(
                    Locale.ROOT, "F1 of %ss fell to %.3f; the floor is %s", type, measured, floor));
          }
        });
    for (Danger danger : Danger.values()) {
      BigDecimal ceiling = most.getOrDefault(danger.words(), BigDecimal.ZERO);
      if (total.of(danger) > ceiling.intValue()) {
        broken.add(danger.words() + ": " + total.of(danger) + " times, at most " + ceiling);
      }
    }
    if (!broken.isEmpty()) {
      right.forEach(
          (name, before) -> {
            TextScore score = byText.getOrDefault(name, new TextScore());
            int now = score.all().right();
            if (now < before.intValue()) {
              broken.add("in " + name + " " + now + " findings are right; there were " + before);
            }
          });
    }
    return broken;
  }
}
