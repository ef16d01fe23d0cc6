package org.tamga.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Statement;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

/** The measure itself: each kind of mistake is counted as what it is. */
class ScorerTest {
  private static final String DOCUMENT = "sha256:" + "0".repeat(64);
  private static final String TEXT =
      "Sarn Holloway denied that the ferry had sunk. “It floats,” Holloway said, “and it sails.”"
          + " Mirelle Tock did not say that the crew was drunk.";
  private static final String DENIED = "that the ferry had sunk";
  private static final Map<String, Object> DENIAL =
      Map.of(
          "exact",
          DENIED,
          "speaker",
          "Sarn Holloway|Holloway",
          "speech",
          "indirect",
          "polarity",
          "denied",
          "modality",
          "asserted");
  private static final Map<String, Object> QUOTE =
      Map.of(
          "exact",
          "“It floats,”",
          "parts",
          List.of("“It floats,”", "“and it sails.”"),
          "speaker",
          "Sarn Holloway|Holloway",
          "speech",
          "direct",
          "polarity",
          "affirmed",
          "modality",
          "asserted");

  private static GoldText gold(
      List<Map<String, Object>> statements, List<Map<String, Object>> never) {
    WordPlaces words = new WordPlaces(TEXT);
    return new GoldText(
        "ferry",
        "news",
        Metadata.NONE,
        new ReadableText("text/plain", TEXT, List.of(), List.of(), Metadata.NONE),
        DOCUMENT,
        words,
        Map.of(
            "statements", statements.stream().map(item -> GoldItem.of(item, words)).toList(),
            "never", never.stream().map(item -> GoldItem.of(item, words)).toList()));
  }

  private static Annotation said(
      @Nullable String speaker, Statement.Polarity polarity, String... parts) {
    CitedText cited = new CitedText(TEXT);
    List<Span> spans =
        Stream.of(parts)
            .map(part -> new Span(TEXT.indexOf(part), TEXT.indexOf(part) + part.length()))
            .toList();
    @Nullable Mention mention = null;
    if (speaker != null) {
      int at = TEXT.indexOf(speaker);
      mention = Mention.of(cited, new Span(at, at + speaker.length()), speaker, null);
    }
    return new Statement(
        Anchor.proposed(DOCUMENT, Statement.TYPE, cited.quote(spans), new Anchor.Made("test", "1")),
        mention,
        Statement.Speech.INDIRECT,
        null,
        polarity,
        Statement.Modality.ASSERTED,
        null,
        null,
        null);
  }

  @Test
  void whatIsRightCountsAsRight() {
    TextScore score =
        Scorer.score(
            gold(List.of(DENIAL), List.of()),
            List.of(said("Holloway", Statement.Polarity.DENIED, DENIED)));
    assertEquals(new Tally(1, 1, 1, 1), score.of("statement"));
    assertEquals(1.0, score.of("statement").f1());
  }

  @Test
  void aDenialTakenForAnAssertionIsNamed() {
    TextScore score =
        Scorer.score(
            gold(List.of(DENIAL), List.of()),
            List.of(said("Holloway", Statement.Polarity.AFFIRMED, DENIED)));
    assertEquals(1, score.of(Danger.DENIAL_AS_ASSERTION));
    assertEquals(new Tally(1, 1, 1, 0), score.of("statement"));
  }

  @Test
  void aWrongNameIsWorseThanNone() {
    GoldText text = gold(List.of(DENIAL), List.of());
    TextScore wrong =
        Scorer.score(text, List.of(said("Mirelle Tock", Statement.Polarity.DENIED, DENIED)));
    TextScore absent = Scorer.score(text, List.of(said(null, Statement.Polarity.DENIED, DENIED)));
    assertEquals(1, wrong.of(Danger.WRONG_NAME));
    assertEquals(0, absent.of(Danger.WRONG_NAME));
    assertEquals(0, absent.of("statement").right());
  }

  @Test
  void aQuotationMayComeInPieces() {
    GoldText text = gold(List.of(QUOTE), List.of());
    TextScore pieces =
        Scorer.score(
            text,
            List.of(
                said("Holloway", Statement.Polarity.AFFIRMED, "“It floats,”"),
                said("Holloway", Statement.Polarity.AFFIRMED, "“and it sails.”")));
    TextScore whole =
        Scorer.score(
            text,
            List.of(
                said("Holloway", Statement.Polarity.AFFIRMED, "“It floats,”", "“and it sails.”")));
    assertEquals(new Tally(1, 1, 1, 1), pieces.of("statement"));
    assertEquals(pieces.of("statement"), whole.of("statement"));
  }

  @Test
  void wordsThatNobodySaidAreATrap() {
    Map<String, Object> trap =
        Map.of(
            "exact", "that the crew was drunk", "type", "statement", "why", "she did not say it");
    GoldText text = gold(List.of(), List.of(trap));
    TextScore named =
        Scorer.score(
            text,
            List.of(said("Mirelle Tock", Statement.Polarity.AFFIRMED, "that the crew was drunk")));
    assertEquals(1, named.of(Danger.TRAP));
    assertEquals(new Tally(1, 0, 0, 0), named.of("statement"));
  }

  @Test
  void optionalItemsCountNeitherWay() {
    Map<String, Object> optional =
        Map.of(
            "exact",
            DENIED,
            "optional",
            true,
            "speech",
            "indirect",
            "polarity",
            "denied",
            "modality",
            "asserted",
            "speaker",
            "Holloway");
    GoldText text = gold(List.of(optional), List.of());
    Annotation finding = said("Holloway", Statement.Polarity.DENIED, DENIED);
    assertEquals(Tally.NONE, Scorer.score(text, List.of(finding)).of("statement"));
    assertEquals(Tally.NONE, Scorer.score(text, List.of()).of("statement"));
  }

  @Test
  void goldThatDoesNotQuoteTheTextIsRefused() {
    Map<String, Object> misquoted = Map.of("exact", "the ferry has sunk");
    assertThrows(
        IllegalArgumentException.class, () -> GoldItem.of(misquoted, new WordPlaces(TEXT)));
  }

  @Test
  void namesAgreeByTheirTellingWords() {
    assertTrue(Names.same("Sarn Holloway", "Holloway"));
    assertTrue(Names.same("Tock|the crew", "crew"));
    assertFalse(Names.same("Sarn Holloway", "Mirelle Holloway"));
    assertFalse(Names.same("-", "Holloway"));
  }

  @Test
  void aBrokenFloorNamesTheTextThatFell() {
    GoldText text = gold(List.of(DENIAL), List.of());
    Map<String, TextScore> before =
        Map.of(
            "ferry",
            Scorer.score(text, List.of(said("Holloway", Statement.Polarity.DENIED, DENIED))));
    Map<String, TextScore> after = Map.of("ferry", Scorer.score(text, List.of()));
    assertEquals(List.of(), Floors.under(before).broken(before));
    assertEquals(
        List.of(
            "F1 of statements fell to 0.000; the floor is 1.00",
            "in ferry 0 findings are right; there were 1"),
        Floors.under(before).broken(after));
  }

  @Test
  void floorsAreReadAsTheyAreWritten() throws java.io.IOException {
    Floors floors =
        new Floors(
            Map.of("statement", new BigDecimal("0.61")),
            Map.of("wrong name", BigDecimal.ONE),
            Map.of("ferry", BigDecimal.TWO));
    assertEquals(floors, Floors.parse(floors.json()));
  }
}
