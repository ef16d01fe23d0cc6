package org.tamga.corroboration.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tamga.corroboration.Press;
import org.tamga.corroboration.document.AnnotatedDocument;
import org.tamga.corroboration.grouping.Ties;

/** Which reports are taken for reports of one event. */
class EventFinderTest {
  private static final Press PRESS = new Press();

  private static final String SIGNERS =
      "the Harbour Union, the Crew Association, the Tolmar Bar Association and the Quay Council";

  /** It has the date and the names of all who signed. */
  private static final AnnotatedDocument GAZETTE =
      PRESS.read(
          "gazette.txt",
          "Harbour Gazette",
          "2031-04-02",
          "The Harbour Union, the Crew Association, the Tolmar Bar Association and the Quay Council"
              + " are calling on Governor Anso Reld, in a joint letter released on March 28, 2031,"
              + " to reopen the northern ferry.\n\n"
              + "The letter urges Reld to release the detained crews and to publish the harbour"
              + " accounts.\n\n"
              + "The letter also calls on the governor not to sell the old quay.");

  /** It has neither, and demands of its own. */
  private static final AnnotatedDocument COURIER =
      PRESS.read(
          "courier.txt",
          null,
          null,
          "Four harbour groups have urged Governor Anso Reld to release the detained crews and"
              + " publish the harbour accounts.\n\n"
              + "In a letter to the governor, the groups said the crews had done nothing wrong.\n\n"
              + "The groups' letter calls on Reld to meet the families of the crews.");

  private static AnnotatedDocument letter(String file, String date, String published) {
    return PRESS.read(
        file,
        "Pilot Post",
        published,
        "On "
            + date
            + ", "
            + SIGNERS
            + " sent a joint letter to Governor Anso Reld. The letter"
            + " urges Reld to release the detained crews and to publish the harbour accounts.");
  }

  private static List<LinkedEvent> find(AnnotatedDocument... sources) {
    return find(Arrays.asList(sources), Ties.NONE);
  }

  private static List<LinkedEvent> find(List<AnnotatedDocument> sources, Ties ties) {
    EventFinder finder = new EventFinder();
    sources.forEach(finder::add);
    return finder.find(ties);
  }

  private static List<String> files(LinkedEvent event) {
    return event.reports().stream().map(EventReport::file).toList();
  }

  @Test
  void twoReportsOfOneLetterAreOneEventWithWhatEachAlone() {
    List<LinkedEvent> events = find(COURIER, GAZETTE);
    assertEquals(1, events.size(), events.toString());
    LinkedEvent event = events.getFirst();
    assertEquals(List.of("gazette.txt", "courier.txt"), files(event));
    assertEquals("joint letter", event.kind());
    assertEquals("2031-03-28", event.date());
    Map<String, Set<String>> demands =
        event.demands().stream()
            .collect(
                Collectors.toMap(
                    one -> one.said().getFirst().demanded().demand().target().exact(),
                    one ->
                        one.said().stream()
                            .map(said -> said.report().file())
                            .collect(Collectors.toSet())));
    assertEquals(Set.of("gazette.txt"), demands.get("reopen the northern ferry"));
    assertEquals(Set.of("gazette.txt"), demands.get("not to sell the old quay"));
    assertEquals(Set.of("courier.txt"), demands.get("meet the families of the crews"));
    assertEquals(Set.of("gazette.txt", "courier.txt"), demands.get("publish the harbour accounts"));
    assertFalse(event.why().isEmpty());
  }

  @Test
  void twoLettersOfTheSamePeopleAreTwo() {
    List<LinkedEvent> events = find(GAZETTE, letter("june.txt", "June 2, 2031", "2031-06-10"));
    assertEquals(2, events.size(), events.toString());
    assertTrue(
        events.stream().allMatch(event -> event.hints().size() == 1),
        "each tells that the other is like it");
  }

  @Test
  void datesThatDifferALittleAreShownAndNotSettled() {
    List<LinkedEvent> events = find(GAZETTE, letter("post.txt", "March 29, 2031", "2031-04-03"));
    assertEquals(1, events.size(), events.toString());
    LinkedEvent event = events.getFirst();
    assertNull(event.date(), "neither date is chosen");
    LinkedEvent.Difference difference = event.differences().getFirst();
    assertEquals("date", difference.what());
    assertEquals(
        List.of("2031-03-28", "2031-03-29"),
        difference.values().stream().map(LinkedEvent.Version::value).toList());
  }

  @Test
  void aReportThatFitsTwoLettersJoinsNone() {
    List<LinkedEvent> events =
        find(GAZETTE, COURIER, letter("june.txt", "June 2, 2031", "2031-06-10"));
    LinkedEvent alone =
        events.stream().filter(event -> files(event).contains("courier.txt")).findFirst().get();
    assertEquals(1, alone.reports().size(), events.toString());
    assertEquals(2, alone.hints().size());
  }

  @Test
  void anUndatedReportThatCameOutBeforeIsOfSomethingElse() {
    AnnotatedDocument early =
        PRESS.read("early.txt", "Esker Courier", "2031-01-05", COURIER.text().content());
    assertEquals(2, find(GAZETTE, early).size());
  }

  @Test
  void aLetterToSomebodyElseIsAnotherLetter() {
    AnnotatedDocument other =
        PRESS.read(
            "other.txt",
            "Pilot Post",
            "2031-04-03",
            "On March 28, 2031, the Reed Growers and the Salt Guild sent a joint letter to Minister"
                + " Pela Ondo. The letter urges Ondo to drain the marsh.");
    assertEquals(2, find(GAZETTE, other).size());
  }

  @Test
  void peopleJoinAndSplitAgainstTheRules() {
    String one = find(GAZETTE).getFirst().id();
    String other = find(COURIER).getFirst().id();
    Ties split = new Ties(List.of(), Map.of(one, Set.of(other), other, Set.of(one)), List.of());
    assertEquals(2, find(List.of(GAZETTE, COURIER), split).size());
    AnnotatedDocument june = letter("june.txt", "June 2, 2031", "2031-06-10");
    String third = find(june).getFirst().id();
    Ties joined = new Ties(List.of(Set.of(one, third)), Map.of(), List.of(List.of(third)));
    LinkedEvent event = find(List.of(GAZETTE, june), joined).getFirst();
    assertEquals(2, event.reports().size());
    assertEquals(third, event.origin());
    assertNull(event.date());
  }

  @Test
  void theOrderInWhichDocumentsComeInDoesNotMatter() {
    List<AnnotatedDocument> sources =
        new ArrayList<>(
            List.of(
                GAZETTE,
                COURIER,
                letter("june.txt", "June 2, 2031", "2031-06-10"),
                letter("post.txt", "March 29, 2031", "2031-04-03"),
                letter("same.txt", "March 28, 2031", "2031-04-04")));
    List<LinkedEvent> expected = find(sources, Ties.NONE);
    long seed = Long.getLong("tamga.seed", System.nanoTime());
    System.out.println("EventFinderTest: -Dtamga.seed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(sources, random);
      EventFinder finder = new EventFinder();
      for (AnnotatedDocument source : sources) {
        finder.add(source);
        // What was asked between two documents changes nothing.
        assertFalse(finder.find(Ties.NONE).isEmpty());
      }
      assertEquals(expected, finder.find(Ties.NONE));
    }
  }
}
