package org.tamga.corroboration.genealogy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tamga.annotation.Voice;
import org.tamga.corroboration.Press;
import org.tamga.corroboration.document.AnnotatedDocument;
import org.tamga.corroboration.grouping.Ties;

/** Which figures are taken for figures of one population and measure. */
class GenealogyFinderTest {
  private static final Press PRESS = new Press();

  private static final AnnotatedDocument GAZETTE =
      read(
          "gazette.txt",
          "2031-04-02",
          "About 250 Tolmars were detained in Esker, the Harbour Union said.\n\nMira Tolsen said"
              + " that the number of those detained, previously thought to be around 300, could be"
              + " as high as 500 now.");

  private static AnnotatedDocument read(String file, @Nullable String published, String text) {
    return PRESS.read(file, "Harbour Gazette", published, text);
  }

  private static List<Genealogy> find(AnnotatedDocument... sources) {
    return find(Arrays.asList(sources), Ties.NONE);
  }

  private static List<Genealogy> find(List<AnnotatedDocument> sources, Ties ties) {
    GenealogyFinder finder = new GenealogyFinder();
    sources.forEach(finder::add);
    return finder.find(ties);
  }

  private static List<String> words(Genealogy genealogy) {
    return genealogy.points().stream().map(one -> one.figure().target().exact()).toList();
  }

  private static Genealogy with(List<Genealogy> all, String exact) {
    return all.stream().filter(one -> words(one).contains(exact)).findFirst().orElseThrow();
  }

  @Test
  void thoseDetainedAreWhomTheSameDocumentSaysThatWereDetained() {
    List<Genealogy> found = find(GAZETTE);
    assertEquals(1, found.size(), found.toString());
    Genealogy genealogy = found.getFirst();
    assertEquals(List.of("About 250 Tolmars", "around 300", "as high as 500"), words(genealogy));
    assertEquals("detained", genealogy.measure());
    assertEquals("Tolmars", genealogy.population());
    assertEquals(List.of("Esker"), genealogy.places());
  }

  @Test
  void boundsSpeakersAndDatesStayAsTheTextHasThem() {
    Genealogy genealogy = find(GAZETTE).getFirst();
    FigurePoint most = genealogy.points().getLast();
    assertNull(most.figure().low(), "“as high as” sets no low bound");
    assertEquals(BigDecimal.valueOf(500), most.figure().high());
    assertEquals("Mira Tolsen", most.figure().by() == null ? "" : most.figure().by().name());
    assertEquals(Voice.ATTRIBUTED, most.figure().voice());
    assertEquals("2031-04-02", most.date());
    assertEquals(FigurePoint.DateIs.PUBLISHED, most.dateIs());
    assertEquals("up to 500", Bounds.words(most.figure()));
  }

  @Test
  void whatIsThoughtNowTakesThePlaceOfWhatWasThought() {
    Genealogy genealogy = find(GAZETTE).getFirst();
    Map<String, String> superseded =
        genealogy.relations().stream()
            .filter(one -> one.kind() == Relation.Kind.SUPERSEDES)
            .collect(
                Collectors.toMap(
                    one -> exact(genealogy, one.of()), one -> exact(genealogy, one.to())));
    assertEquals(Map.of("as high as 500", "around 300"), superseded);
  }

  private static String exact(Genealogy genealogy, String id) {
    return genealogy.points().stream()
        .filter(point -> point.id().equals(id))
        .findFirst()
        .orElseThrow()
        .figure()
        .target()
        .exact();
  }

  @Test
  void theSameNumberOfOthersOrInAnotherRespectIsAnother() {
    AnnotatedDocument others =
        read("others.txt", "2031-04-03", "About 250 Eskers were detained in Esker.");
    AnnotatedDocument measure =
        read("measure.txt", "2031-04-03", "About 250 Tolmars were deported to Reld.");
    AnnotatedDocument place =
        read("place.txt", "2031-04-03", "About 250 Tolmars were detained in Ondo.");
    List<Genealogy> found = find(GAZETTE, others, measure, place);
    assertEquals(List.of("About 250 Eskers"), words(with(found, "About 250 Eskers")));
    assertEquals(4, found.size(), found.toString());
    assertTrue(
        with(found, "around 300").hints().stream()
            .anyMatch(hint -> hint.why().contains("another place")),
        "those in another place are a hint");
  }

  @Test
  void numbersThatCannotBothHoldStandSideBySide() {
    AnnotatedDocument other =
        read("other.txt", "2031-04-05", "Exactly 900 Tolmars were detained in Esker.");
    AnnotatedDocument late =
        read("late.txt", "2032-04-05", "Exactly 40 Tolmars were detained in Esker.");
    Genealogy genealogy = find(GAZETTE, other, late).getFirst();
    assertEquals(5, genealogy.points().size(), genealogy.toString());
    Set<Relation.Kind> kinds =
        genealogy.relations().stream().map(Relation::kind).collect(Collectors.toSet());
    assertTrue(kinds.contains(Relation.Kind.CONTRADICTS), genealogy.relations().toString());
    assertTrue(kinds.contains(Relation.Kind.DIFFERS), "a year lies between");
    for (Relation relation : genealogy.relations()) {
      boolean isOfLate = exact(genealogy, relation.of()).contains("40 Tolmars");
      assertTrue(
          !isOfLate || relation.kind() != Relation.Kind.CONTRADICTS,
          "what is told of another year contradicts nothing");
    }
  }

  @Test
  void whoGivesASpeakersNumberCitesTheOneWhoPublishedIt() {
    AnnotatedDocument union =
        PRESS.read(
            "union.txt",
            "Harbour Union",
            "2031-04-01",
            "About 250 Tolmars were detained in Esker.");
    Genealogy genealogy = find(GAZETTE, union).getFirst();
    Relation cites =
        genealogy.relations().stream()
            .filter(one -> one.kind() == Relation.Kind.CITES)
            .findFirst()
            .orElseThrow();
    FigurePoint cited =
        genealogy.points().stream().filter(one -> one.id().equals(cites.to())).findFirst().get();
    assertEquals("union.txt", cited.file());
  }

  @Test
  void twoOccasionsInOneTownAreTwo() {
    AnnotatedDocument pier =
        read(
            "pier.txt",
            "2031-06-02",
            "At least 12 people were killed in Esker when the old pier"
                + " collapsed into the harbour.");
    AnnotatedDocument again =
        read(
            "again.txt",
            "2031-06-03",
            "Some 14 people were killed in Esker when the old pier"
                + " collapsed into the harbour.");
    AnnotatedDocument fire =
        read("fire.txt", "2031-06-09", "Some 14 people were killed in Esker when a mill burned.");
    AnnotatedDocument year =
        read(
            "year.txt",
            "2032-06-02",
            "At least 12 people were killed in Esker when the old pier"
                + " collapsed into the harbour.");
    List<Genealogy> found = find(pier, again, fire, year);
    assertEquals(3, found.size(), found.toString());
    assertEquals(2, with(found, "At least 12 people").points().size());
  }

  @Test
  void aBroadNounNeedsThePlace() {
    AnnotatedDocument one =
        read("one.txt", "2031-04-02", "About 250 workers were detained in Esker.");
    AnnotatedDocument two = read("two.txt", "2031-04-02", "About 260 workers were detained.");
    AnnotatedDocument three =
        read("three.txt", "2031-04-02", "About 270 workers were detained in Esker.");
    List<Genealogy> found = find(one, two, three);
    assertEquals(2, found.size(), found.toString());
    assertEquals(1, with(found, "About 260 workers").points().size());
  }

  @Test
  void theOrderInWhichDocumentsComeInDoesNotMatter() {
    List<AnnotatedDocument> sources = new ArrayList<>(List.of(GAZETTE));
    for (int i = 0; i < 6; i++) {
      sources.add(
          read(
              "d" + i,
              i == 3 ? null : "2031-0" + (i + 1),
              (i * 150 + 100) + " Tolmars were detained in " + (i % 3 == 0 ? "Esker." : "Ondo.")));
    }
    sources.add(read("open", null, "More than 80 Tolmars were detained."));
    List<Genealogy> expected = find(sources, Ties.NONE);
    long seed = Long.getLong("tamga.seed", System.nanoTime());
    System.out.println("GenealogyFinderTest: -Dtamga.seed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(sources, random);
      assertEquals(expected, find(sources, Ties.NONE));
    }
  }
}
