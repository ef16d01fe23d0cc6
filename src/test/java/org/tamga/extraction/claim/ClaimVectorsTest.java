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
import org.tamga.annotation.Figure;
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
  void aLetterSaysWhoWeAndYouAre() {
    var text =
        """
        To the Directors of the Saltmarsh Bank

        Dear Directors,

        We ask you to publish the loan. Please do not pay the company before it answers.

        Yours sincerely,
        Mira Tolsen
        Dana Orlan
        """;
    var demands = of(READINGS.annotate(text, Metadata.NONE), Demand.class);
    assertEquals(2, demands.size());
    for (var demand : demands) {
      assertEquals("Directors of the Saltmarsh Bank", demand.to().getFirst().name());
    }
    assertEquals(
        List.of("Mira Tolsen", "Dana Orlan"),
        demands.getFirst().by().stream().map(mention -> mention.name()).toList());
    assertTrue(demands.getLast().negative(), "do not pay");
  }

  @Test
  void thoseWhoCallThemselvesWeAreNamed() {
    var text =
        "Open letter to Governor Lorne Harun\n\n"
            + "We, the bakers of Belut, call on you to open the mill.";
    var demand = of(READINGS.annotate(text, Metadata.NONE), Demand.class).getFirst();
    assertEquals("bakers of Belut", demand.by().getFirst().name());
    assertEquals("Governor Lorne Harun", demand.to().getFirst().name());
  }

  @Test
  void aCircularGivesOrders() {
    var text =
        "To: all wardens\n\nFrom: Secretary D. Orlan\n\nGuards must not write down the names.";
    var demand = of(READINGS.annotate(text, Metadata.NONE), Demand.class).getFirst();
    assertTrue(demand.order(), "an order");
    assertEquals("Secretary D. Orlan", demand.by().getFirst().name());
  }

  @Test
  void youOutsideALetterIsNobody() {
    var text = "The baker smiled. We ask you to wait, the sign says.";
    for (var demand : of(READINGS.annotate(text, Metadata.NONE), Demand.class)) {
      assertTrue(demand.to().isEmpty(), demand.to().toString());
    }
  }

  @Test
  void whoGivesANumberIsNamed() {
    var given =
        List.of(
            "The harbour office counted 40 boats.=harbour office",
            "According to the clinic, 40 sailors were hurt.=clinic",
            "The mayor put the number of injured at 40.=mayor",
            "The Selani Union's earlier estimate of 40 deaths stands.=Selani Union",
            "The 4,000 that his office had cited is too high.=his office");
    for (var line : given) {
      var parts = line.split("=", 2);
      var figure = of(READINGS.annotate(parts[0], Metadata.NONE), Figure.class).getFirst();
      assertEquals(parts[1], figure.by() == null ? null : figure.by().name(), line);
    }
    for (var open : List.of("Nobody counted 40 boats.", "There are 40 boats in the harbour.")) {
      var figure = of(READINGS.annotate(open, Metadata.NONE), Figure.class).getFirst();
      assertTrue(figure.by() == null, open);
    }
  }

  @Test
  void whenANumberHeldIsTold() {
    var text = "As of 26 January 2021, the office counts 58,300 displaced people.";
    var figure = of(READINGS.annotate(text, Metadata.NONE), Figure.class).getFirst();
    assertEquals("2021-01-26", figure.asOf());
  }

  @Test
  void whenASideWasTakenIsTold() {
    var text = "On 3 May 2021 the union condemned the raids.";
    var position = of(READINGS.annotate(text, Metadata.NONE), Position.class).getFirst();
    assertEquals("2021-05-03", position.date());
  }

  @Test
  void whoToldOfItAndWhoseItWasAreNeverOne() {
    var text = "Orla Tolsen spoke of Mira Orlan. She had asked her to call her before May.";
    for (var demand : of(READINGS.annotate(text, Metadata.NONE), Demand.class)) {
      for (var by : demand.by()) {
        assertTrue(demand.to().stream().noneMatch(to -> to.name().equals(by.name())), by.name());
      }
    }
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
