package org.tamga.extraction.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tamga.extraction.TextVectors;

class DateFinderTest {
  private static final String FOLDER = "/org/tamga/extraction/date/";
  private final DateFinder finder = DateFinder.english();

  @TestFactory
  Stream<DynamicTest> datesAreResolved() {
    return vectors("dates-are-resolved.txt");
  }

  @TestFactory
  Stream<DynamicTest> partialDatesStayPartial() {
    return vectors("partial-dates-stay-partial.txt");
  }

  @TestFactory
  Stream<DynamicTest> writtenFormsAreRead() {
    return vectors("written-forms-are-read.txt");
  }

  @TestFactory
  Stream<DynamicTest> otherWordsAreNoDates() {
    return vectors("other-words-are-no-dates.txt");
  }

  private Stream<DynamicTest> vectors(String file) {
    return TextVectors.read(FOLDER + file)
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.text(),
                    () -> {
                      var reference = PartialDate.parse(vector.given());
                      var found =
                          finder.find(vector.text(), reference).stream()
                              .map(
                                  date ->
                                      vector.text().substring(date.start(), date.end())
                                          + " = "
                                          + date.value())
                              .collect(Collectors.joining(" ; "));
                      assertEquals(vector.expected(), found);
                    }));
  }

  @Test
  void anyTextIsReadAndEveryDateLiesInIt() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var pieces =
        new String[] {
          "May",
          "31",
          "2019",
          "-",
          ",",
          "the",
          "of",
          "last",
          "week",
          "ago",
          "two",
          "1990s",
          "March",
          "Sept",
          ".",
          "today",
          "’",
          "s",
          "and",
          "between",
          "to",
          "\n",
          "\uD83D\uDE00",
          "\u0000",
          "20th",
          "century",
          "in",
          "99999999999999999999",
          "2020-13-45",
          "30/2/2020",
          "Wednesday"
        };
    for (int round = 0; round < 2_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
      }
      var reference = round % 2 == 0 ? PartialDate.parse("2020-02-29") : null;
      int last = 0;
      for (var date : finder.find(text.toString(), reference)) {
        assertTrue(date.start() >= last && date.end() <= text.length(), "seed " + seed);
        assertFalse(date.value().contains("null"), "seed " + seed + ": " + text);
        last = date.end();
      }
    }
  }

  @Test
  void timeGrowsInStepWithTheText() {
    var text = "On May 3 to 5 and the end of last week in 2019 ".repeat(20_000);
    Assertions.assertTimeout(Duration.ofSeconds(10), () -> finder.find(text, null));
  }
}
