package org.tamga.corroboration.independence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tamga.corroboration.independence.Corroboration.Claimant;
import org.tamga.corroboration.origin.Credits;
import org.tamga.corroboration.passage.MemoryPostings;
import org.tamga.corroboration.passage.Words;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Reading;
import org.tamga.text.TextReader;

class IndependenceTest {
  private static final String WIRE =
      """
      Quarry wall falls in Dunholt

      A wall of the quarry at Dunholt fell on Monday and buried 17 workers, the mines office said.

      The inspector Arla Venning had warned of cracks in April and asked for props of steel.

      Rescuers from Selwick dug with their hands until a crane came from the harbour of Orme.
      """;

  private final List<Source> sources = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Words> words = new ArrayList<>();
  private final EchoSearch search =
      new EchoSearch(new MemoryPostings(), new MemoryPostings(), documents());

  private void add(@Nullable String publisher, @Nullable String published, String content) {
    Metadata known = new Metadata(null, null, publisher, published, null, null);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    ReadableText text =
        TextReader.read(bytes, "a.txt", known) instanceof Reading.Read read
            ? read.text()
            : new ReadableText("text/plain", "", List.of(), List.of(), known);
    int number = sources.size();
    sources.add(
        new Source(
            "id" + number, "file" + number, publisher, published, null, Credits.of(text, known)));
    words.add(Words.of(text));
    links.addAll(search.add(number, words.get(number), sources.get(number)));
  }

  private List<EchoGroup> groups() {
    return Grouping.of(sources, links);
  }

  @Test
  void aReprintHasItsOriginNamed() {
    add("Hill Post", "2031-05-03", WIRE.replace("Quarry wall falls", "Disaster"));
    add("Dunholt Wire", "2031-05-02", WIRE);
    EchoGroup group = groups().getFirst();
    assertEquals(List.of(0, 1), group.documents());
    assertEquals(EchoKind.COPY, group.kind());
    assertEquals("id1", group.origin().document());
    assertTrue(group.origin().why().getFirst().contains("2031-05-02"), group.toString());
  }

  @Test
  void withoutDatesNobodyIsTheOrigin() {
    add(null, null, WIRE);
    add(null, null, WIRE.replace("on Monday", "yesterday"));
    assertNull(groups().getFirst().origin().document());
    add(null, "2031-05", WIRE.replace("Quarry", "Stone"));
    assertNull(groups().getFirst().origin().document());
  }

  @Test
  void aCreditThatTheDatesContradictLeavesTheOriginOpen() {
    add("Dunholt Wire", "2031-05-09", WIRE);
    add(
        "Hill Post",
        "2031-05-02",
        """
        A wall of the quarry at Dunholt buried 17 workers, the Dunholt Wire reported.

        The inspector Arla Venning warned of cracks in April, according to the Dunholt Wire.
        """);
    EchoGroup group = groups().getFirst();
    assertNull(group.origin().document());
    assertTrue(group.origin().why().getFirst().contains("before"), group.origin().toString());
  }

  @Test
  void aSourceOutsideTheArchiveIsNamed() {
    String credited = WIRE.replace("the mines office said", "Northern Press Agency reported");
    add("Hill Post", "2031-05-03", credited);
    add("Vale Post", "2031-05-03", credited.replace("buried", "has buried"));
    assertEquals("northern press agency", groups().getFirst().origin().named());
  }

  @Test
  void aSurveyDoesNotMakeOneSourceOfTwo() {
    String other =
        """
        Bridge of Tarn reopened

        The bridge of Tarn was opened again on Tuesday by Mirela Costin, who leads the ferry guild.

        It had been closed for 40 days because a barge from Lower Pell struck its third pillar.
        """;
    add("Dunholt Wire", "2031-05-02", WIRE);
    add("Tarn Letter", "2031-05-03", other);
    String survey =
        """
        The week

        It rained.

        A wall of the quarry at Dunholt fell on Monday and buried 17 workers, the mines office said.

        Then the sun came.

        It had been closed for 40 days because a barge from Lower Pell struck its third pillar.

        Nothing else is to be told of these days, and whoever says so has not been there, or was
        there and slept, as the writer of these lines did for most of Wednesday.
        """;
    add("Sunday Reader", "2031-05-07", survey);
    assertEquals(1, groups().size());
    assertEquals(2, groups().getFirst().documents().size());
  }

  /** The same menu on every page, whatever stands in it, neither binds nor costs. */
  @Test
  void aTemplateOnVeryManyPagesTiesNobody() {
    SeededPages pages = new SeededPages(3);
    for (String menu :
        List.of(
            "please choose a page from the list and send us a word about what you miss here. "
                .repeat(6),
            "Write to Torben Aske, 14 Harbour Street, Orme, or to Lise Morn of the Orme Circle in"
                + " Penholt, who answers between 10 and 16, but not on the 24th of December. "
                + "About Us. Our People. The Orme Circle. All Our Pages. Sign Up. ")) {
      sources.clear();
      links.clear();
      words.clear();
      MemoryPostings prints = new MemoryPostings();
      EchoSearch fresh = new EchoSearch(prints, new MemoryPostings(), documents());
      int before = 400;
      for (int page = 0; page < before; page++) {
        String contents = pages.paragraph(page);
        words.add(Words.of(SeededPages.text(List.of(menu, contents))));
        sources.add(SeededPages.source(page));
        links.addAll(fresh.add(page, words.get(page), sources.get(page)));
      }
      List<Link> telling = Grouping.withoutForms(links, prints);
      assertEquals(List.of(), Grouping.of(sources, telling), menu);
      assertTrue(links.size() <= 30 * before, links.size() + " links");
      assertTrue(telling.size() < before / 4, telling.size() + " links told of");
    }
  }

  private EchoSearch.Documents documents() {
    return new EchoSearch.Documents() {
      @Override
      public Words words(int document) {
        return words.get(document);
      }

      @Override
      public Source source(int document) {
        return sources.get(document);
      }
    };
  }

  @Test
  void documentsOfOneGroupAndOfOneSpeakerAreOneSource() {
    add("Dunholt Wire", "2031-05-02", WIRE);
    add("Hill Post", "2031-05-03", WIRE.replace("on Monday", "yesterday"));
    add("Own Eyes", "2031-05-04", "I stood by the fence and heard the stone come down.\n");
    add("Mines Office", "2031-05-02", "Of the men below we know nothing, says this office.\n");
    add("Orme Radio", "2031-05-04", "Seventeen, the office told us. We have asked twice.\n");
    Corroboration count =
        Corroboration.of(
            List.of(
                new Claimant(0, null),
                new Claimant(1, null),
                new Claimant(2, null),
                new Claimant(3, null),
                new Claimant(4, "Mines Office")),
            sources,
            groups(),
            links);
    assertEquals(5, count.documents());
    assertEquals(3, count.most());
    assertEquals(3, count.least());
    assertEquals(List.of(0, 1), count.parties().getFirst().documents());
    assertTrue(count.parties().get(2).why().contains("Mines Office"), count.toString());
  }

  @Test
  void whatIsUnknownMakesTheCountARange() {
    Source one = source("one");
    Source other = source("other");
    Judgement open =
        new Judgement(
            Verdict.UNKNOWN, EchoKind.REWRITE, 0.4, Judgement.Side.NOT_SHOWN, List.of("it may be"));
    Corroboration count =
        Corroboration.of(
            List.of(new Claimant(0, null), new Claimant(1, null)),
            List.of(one, other),
            List.of(),
            List.of(new Link(0, 1, open, List.of(), 0)));
    assertEquals(1, count.least());
    assertEquals(2, count.most());
    assertNotNull(count.why());
  }

  private static Source source(String id) {
    Credits none = new Credits(Set.of(), Set.of(), Set.of(), false, false);
    return new Source(id, id, null, null, null, none);
  }
}
