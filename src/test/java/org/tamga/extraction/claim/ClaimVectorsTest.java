package org.tamga.extraction.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Position;
import org.tamga.extraction.Readings;
import org.tamga.extraction.TextVectors;
import org.tamga.text.Metadata;

class ClaimVectorsTest {
  private static final Readings READINGS = new Readings();

  @TestFactory
  Stream<DynamicTest> demandsAreFound() {
    return vectors("claim/demands-are-found.txt", Demand.TYPE);
  }

  @TestFactory
  Stream<DynamicTest> guessesAndQuestionsDemandNothing() {
    return vectors("claim/no-demands.txt", Demand.TYPE);
  }

  @TestFactory
  Stream<DynamicTest> positionsAreFound() {
    return vectors("claim/positions-are-found.txt", Position.TYPE);
  }

  @TestFactory
  Stream<DynamicTest> denialsTakeNoSide() {
    return vectors("claim/no-positions.txt", Position.TYPE);
  }

  @TestFactory
  Stream<DynamicTest> eventsAreFound() {
    return vectors("claim/events-are-found.txt", "event");
  }

  @TestFactory
  Stream<DynamicTest> plansAreNoEvents() {
    return vectors("claim/no-events.txt", "event");
  }

  @TestFactory
  Stream<DynamicTest> allegationsAreFound() {
    return vectors("claim/allegations-are-found.txt", "allegation");
  }

  @TestFactory
  Stream<DynamicTest> denialsAndGamesAllegeNothing() {
    return vectors("claim/no-allegations.txt", "allegation");
  }

  @TestFactory
  Stream<DynamicTest> figuresAreFound() {
    return vectors("figure/figures-are-found.txt", "figure");
  }

  @TestFactory
  Stream<DynamicTest> otherNumbersCountNothing() {
    return vectors("figure/no-figures.txt", "figure");
  }

  private static Stream<DynamicTest> vectors(String file, String type) {
    return TextVectors.read("/org/tamga/extraction/" + file)
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.text(),
                    () -> assertEquals(vector.expected(), READINGS.found(vector.text(), type))));
  }

  @Test
  void whoDemandsInsideAQuotationIsItsSpeaker() {
    var text = "“We urge the council to open the archive,” said Dana Orlan.";
    var demands = of(READINGS.annotate(text, Metadata.NONE), Demand.class);
    assertEquals("Dana Orlan", demands.getFirst().by().getFirst().name());
    assertTrue(demands.getFirst().within() != null, "a demand says in which statement it stands");
  }

  @Test
  void weOutsideAQuotationIsThePublisher() {
    var known = new Metadata(null, null, "Harbour Watch", null, "en", null);
    var demands = of(READINGS.annotate("We urge the council to act.", known), Demand.class);
    assertEquals("Harbour Watch", demands.getFirst().by().getFirst().name());
  }

  @Test
  void aPronounInsideAQuotationIsNeverItsSpeaker() {
    var text =
        "Dana Orlan, a lawyer, said: “Mr. Tarn has failed the town. He must release the files.”";
    for (var demand : of(READINGS.annotate(text, Metadata.NONE), Demand.class)) {
      for (var to : demand.to()) {
        assertTrue(!to.name().contains("Orlan"), to.name());
      }
    }
  }

  @Test
  void aHeadlineDemandsNothingThatTheTextRepeats() {
    var text = "Groups urge Harun to free clerks\n\nFive groups urged Harun to free the clerks.";
    assertEquals(1, of(READINGS.annotate(text, Metadata.NONE), Demand.class).size());
  }

  @Test
  void anyTextIsReadAndEveryQuoteStandsInIt() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var pieces =
        List.of(
            "urged",
            "the council",
            "to",
            "not",
            "“",
            "”",
            "should",
            "must",
            "and",
            ",",
            ".",
            "1-3",
            "million",
            "Harun",
            "is calling",
            "for",
            "of",
            "(",
            ")",
            "[",
            "]",
            "they",
            "who",
            "that",
            "voted against",
            "issued",
            "a joint statement",
            "\n",
            "\uD83D\uDE00",
            "hundreds",
            "—",
            "more than",
            "18 in favour",
            "7 against",
            "leaked",
            "documents",
            "$",
            "%",
            "’s",
            "?");
    for (int round = 0; round < 400; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(pieces.get(random.nextInt(pieces.size()))).append(' ');
      }
      for (var annotation : READINGS.annotate(text.toString(), Metadata.NONE)) {
        var span = annotation.target().span();
        int from = text.toString().offsetByCodePoints(0, span.start());
        int to = text.toString().offsetByCodePoints(0, span.end());
        assertEquals(annotation.target().exact(), text.substring(from, to), "seed " + seed);
      }
    }
  }

  @Test
  void aLongSentenceTakesNoSquaredTime() {
    var text = "The council urged Harun to free the clerks and to open the gate, ".repeat(600);
    assertTimeout(Duration.ofSeconds(60), () -> READINGS.annotate(text + "today.", Metadata.NONE));
  }

  private static <T extends Annotation> List<T> of(List<Annotation> found, Class<T> kind) {
    var of = new ArrayList<T>();
    for (var annotation : found) {
      if (kind.isInstance(annotation)) {
        of.add(kind.cast(annotation));
      }
    }
    return of;
  }
}
