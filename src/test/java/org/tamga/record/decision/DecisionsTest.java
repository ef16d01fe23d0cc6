package org.tamga.record.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.annotation.Anchor.Status;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Statement;
import org.tamga.custody.Archive.Draft;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.CustodyEvent.KeyRevoked;
import org.tamga.custody.EventKind;
import org.tamga.custody.Handling;
import org.tamga.custody.Particulars;
import org.tamga.custody.PersonSigner;
import org.tamga.export.Export;
import org.tamga.export.Sharing;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.Decision;
import org.tamga.record.Projection;
import org.tamga.record.ProjectionListener;
import org.tamga.record.Steps;
import org.tamga.record.TestArchive;
import org.tamga.record.TestSteps;
import org.tamga.vault.Digest;
import org.tamga.verify.Trust;
import org.tamga.verify.Verifier;

/** What people decide is signed, applied, kept and never moved to other words. */
class DecisionsTest {
  private static final String TEXT =
      """
      Mara said: "The mill at Orlan was closed by the guards." Orla Venn heard it.
      Iven said: "We were there in 2017."
      """;

  private final Path folder;
  private final TestArchive archive;
  private final PersonSigner keeper;
  private final Digest document;

  DecisionsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    archive = TestArchive.in(folder);
    keeper = archive.keeper();
    document = archive.add("mill.txt", TEXT);
    new Projection(TestSteps.version("1")).catchUp(archive.view(), ProjectionListener.SILENT);
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private void catchUp(Steps steps) throws IOException {
    new Projection(steps).catchUp(archive.view(), ProjectionListener.SILENT);
  }

  private void decide(PersonSigner person, TestArchive.Deciders work) throws IOException {
    archive.decide(person, work);
    catchUp(TestSteps.version("1"));
  }

  private List<ReviewedAnnotation> reviewed() throws IOException {
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      return record.reviewed(document);
    }
  }

  private List<Orphan> orphans() throws IOException {
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      return record.orphans(document);
    }
  }

  /** The statement by Mara. */
  private ReviewedAnnotation first() throws IOException {
    return reviewed().getFirst();
  }

  private String id() throws IOException {
    return first().annotation().id();
  }

  private static Status status(ReviewedAnnotation one) {
    return one.annotation().anchor().status();
  }

  private static String speaker(@Nullable Annotation annotation) {
    Mention speaker = assertInstanceOf(Statement.class, annotation).speaker();
    return speaker == null ? "" : speaker.name();
  }

  private static SortedMap<String, String> set(String name, String value) {
    return new TreeMap<>(Map.of(name, value));
  }

  @Test
  void acceptCorrectRejectAddWithdraw() throws Exception {
    String id = id();
    decide(keeper, d -> d.accept(id, null, "read twice"));
    assertEquals(Status.ACCEPTED, status(first()));
    assertEquals("read twice", first().decisions().getFirst().reason());
    String signer = Objects.requireNonNull(first().decisions().getFirst().signer());
    assertTrue(signer.startsWith("tamga/test/keeper "));

    decide(keeper, d -> d.correct(id, null, set("speaker", "Orla Venn"), "she said it"));
    assertEquals(Status.CORRECTED, status(first()));
    assertEquals("Orla Venn", speaker(first().annotation()));
    assertEquals("Mara", speaker(first().proposal()));

    decide(keeper, d -> d.reject(id, null, "on second thought"));
    assertEquals(Status.REJECTED, status(first()));

    decide(keeper, d -> d.withdraw(id, null, "undecided"));
    assertEquals(Status.PROPOSED, status(first()));
    assertEquals("Mara", speaker(first().annotation()));
    assertEquals(4, first().decisions().size());

    int before = reviewed().size();
    decide(
        keeper,
        d ->
            d.add(
                document.hex().substring(0, 12),
                "event",
                "Orla Venn heard it",
                null,
                set("kind", "hearing"),
                "not seen"));
    assertEquals(before + 1, reviewed().size());
    ReviewedAnnotation added =
        reviewed().stream().filter(r -> r.annotation().type().equals("event")).findFirst().get();
    assertEquals(Status.ACCEPTED, status(added));
    assertEquals(Deciding.PERSON, added.annotation().anchor().made());
    assertTrue(Verifier.verify(archive.folder(), Trust.NONE).isGood());
  }

  @Test
  void whoDisagreesIsShownAndNobodyWins() throws IOException {
    PersonSigner other = archive.person(folder.resolve("other"), "tamga/second");
    String id = id();
    decide(keeper, d -> d.correct(id, null, set("speaker", "Orla Venn"), "hers"));
    decide(other, d -> d.accept(id, null, "as corrected"));
    assertEquals(Status.CORRECTED, status(first()));

    decide(other, d -> d.reject(id, null, "nobody said it"));
    assertTrue(first().isDisputed());
    assertEquals(Status.PROPOSED, status(first()));
    assertEquals("Mara", speaker(first().annotation()));
    assertEquals(3, first().decisions().size());

    decide(other, d -> d.accept(id, null, "what the program says"));
    assertTrue(first().isDisputed(), "one corrected it, the other accepted it as it was");

    decide(keeper, d -> d.withdraw(id, null, "right after all"));
    assertFalse(first().isDisputed());
    assertEquals(Status.ACCEPTED, status(first()));
    assertEquals("Mara", speaker(first().annotation()));
  }

  @Test
  void whatAStolenKeySignedCountsForNothing() throws IOException {
    PersonSigner thief = archive.person(folder.resolve("thief"), "tamga/stolen");
    String id = id();
    decide(thief, d -> d.accept(id, null, "mine, still"));
    long stolen = archive.view().size();
    decide(thief, d -> d.reject(id, null, "not mine any more"));
    assertEquals(Status.REJECTED, status(first()));
    archive.log(
        List.of(
            new Draft(
                new KeyRevoked(thief.key(), stolen, null, null, "2026-03-01T10:00:00Z", "stolen"),
                null,
                keeper)));
    catchUp(TestSteps.version("1"));
    assertEquals(Status.ACCEPTED, status(first()));
    assertEquals(
        List.of(false, true), first().decisions().stream().map(Decision::isRevoked).toList());
  }

  @Test
  void whatIsNotPossibleIsRefusedAndNothingIsLogged() throws IOException {
    String id = id();
    String date = reviewed().getLast().annotation().id();
    long size = archive.view().size();
    String doc = document.toString();
    List<TestArchive.Deciders> impossible =
        List.of(
            d -> d.accept("0123456789", null, "no such id"),
            d -> d.accept("xyz", null, "no id"),
            d -> d.correct(id, null, new TreeMap<>(), "nothing"),
            d -> d.correct(id, null, set("colour", "red"), "no such field"),
            d -> d.correct(id, null, set("id", "sha256:00"), "no field of a person's"),
            d -> d.correct(id, null, set("target", "other words"), "nor this"),
            d -> d.correct(id, null, set("polarity", "perhaps"), "no such word"),
            d -> d.correct(id, null, set("polarity", ""), "cannot be left out"),
            d -> d.correct(id, null, set("speaker", "Somebody Else"), "not in the text"),
            d -> d.correct(id, null, set("speaker", "A <B> <C>"), "no mention"),
            d -> d.correct(id, null, set("date", "yesterday"), "no date"),
            d -> d.correct(id, null, set("medium", "x".repeat(5000)), "too long"),
            d -> d.correct(id, null, set("medium", "\ud800"), "half a character"),
            d -> d.correct(id, null, set("speaker", "Mara"), "the same"),
            d -> d.correct(date, null, set("value", ""), "a date has a value"),
            d -> d.accept(id, null, "x".repeat(5000)),
            d -> d.withdraw(id, null, "nothing was decided"),
            d -> d.add(doc, "rumour", "Orla Venn", null, set("kind", "x"), "no type"),
            d -> d.add(doc, "event", "no such words", null, set("kind", "x"), "not there"),
            d -> d.add(doc, "event", "a", null, set("kind", "x"), "there often"),
            d -> d.add(doc, "event", "Orla Venn", null, new TreeMap<>(), "no kind"),
            d -> d.add(doc, "statement", "Orla Venn", null, set("speech", "direct"), "denied?"),
            d -> d.add(doc, "event", null, new org.tamga.text.Span(5, 9999), set("kind", "x"), ""));
    for (TestArchive.Deciders one : impossible) {
      ArchiveException refused =
          assertThrows(ArchiveException.class, () -> archive.decide(keeper, one));
      assertFalse(refused.hint().isBlank());
      assertEquals(size, archive.view().size(), refused.getMessage());
    }
  }

  @Test
  void anAnswerAboutSomethingThatChangedMeanwhileIsRefused() throws IOException {
    ReviewedAnnotation seen = first();
    String id = id();
    decide(keeper, d -> d.correct(id, null, set("speaker", "Orla Venn"), "hers"));
    assertThrows(
        ArchiveException.class,
        () -> archive.decide(keeper, d -> d.accept(id, seen.annotation(), "as I saw it")));
  }

  @Test
  void aNewerProgramNeverChangesWhatWasAccepted() throws IOException {
    String id = id();
    decide(keeper, d -> d.accept(id, null, "read"));
    catchUp(TestSteps.changed("2", RandomDecisionsTest::nameless));
    assertEquals(Status.ACCEPTED, status(first()));
    assertEquals("Mara", speaker(first().annotation()));
    assertEquals("", speaker(first().proposal()));

    catchUp(TestSteps.changed("3", all -> List.of()));
    assertEquals(1, reviewed().size(), "the program proposes it no more, a person accepted it");
    assertEquals("Mara", speaker(first().annotation()));
    assertEquals(Status.ACCEPTED, status(first()));
    assertEquals(List.of(), orphans());
  }

  @Test
  void whenTheTextMovesDecisionsMoveWithTheirWords() throws IOException {
    String id = id();
    decide(keeper, d -> d.correct(id, null, set("speaker", "Orla Venn"), "hers"));
    catchUp(TestSteps.version("2", text -> "A headline of the year 2018\n\n" + text));
    ReviewedAnnotation moved =
        reviewed().stream().filter(one -> !one.decisions().isEmpty()).findFirst().get();
    assertFalse(moved.annotation().id().equals(id));
    assertEquals(Status.CORRECTED, status(moved));
    assertEquals("Orla Venn", speaker(moved.annotation()));
    assertEquals(TEXT.indexOf("The mill") + 29, moved.annotation().target().span().start());
    assertEquals(List.of(), orphans());
  }

  @Test
  void whatCannotBeFoundAgainIsOrphanedAndComesBack() throws IOException {
    String id = id();
    String date = reviewed().getLast().annotation().id();
    decide(keeper, d -> d.accept(id, null, "read"));
    decide(keeper, d -> d.accept(date, null, "read"));
    // The words are gone; the year stands alone elsewhere, in another sentence.
    catchUp(TestSteps.version("2", text -> "Nothing. Since 2017, nothing at all."));
    assertEquals(2, orphans().size());
    assertEquals(List.of(Status.PROPOSED), reviewed().stream().map(r -> status(r)).toList());
    // The same words twice, with the same surroundings: nobody can say which.
    catchUp(TestSteps.version("3", text -> text + text));
    assertTrue(orphans().stream().anyMatch(one -> one.id().equals(id)));
    // Not to be read at all.
    catchUp(TestSteps.version("4", text -> "%BINARY"));
    assertEquals(2, orphans().size());
    catchUp(TestSteps.version("5"));
    assertEquals(List.of(), orphans());
    assertEquals(Status.ACCEPTED, status(first()));
  }

  @Test
  void decisionsOfOtherProgramsAreShownAndDoNoHarm() throws IOException {
    String id = id();
    List<String> corrections = new ArrayList<>(List.of("", "{}", "[]", "{\"reading\":1}", "free"));
    corrections.add("{\"reading\":\"{\\\"type\\\":\\\"statement\\\"}\"}");
    corrections.add("[".repeat(50_000));
    SignedReading good = new SignedReading(first().annotation(), new TreeMap<>());
    corrections.add(good.write("sha256:" + "0".repeat(64)));
    corrections.add(good.write(document.toString()).replace("Mara", "Iven"));
    for (String correction : corrections) {
      archive.decide(keeper, document, id, "corrected", correction);
      archive.decide(keeper, document, "no id at all", "corrected", correction);
      archive.decide(keeper, document, id, "blessed", correction);
    }
    catchUp(TestSteps.version("1"));
    int shown =
        first().decisions().size() + orphans().stream().mapToInt(o -> o.decisions().size()).sum();
    assertEquals(3 * corrections.size(), shown);
    assertFalse(status(first()) == Status.ACCEPTED);
  }

  @Test
  void whatPeopleKnowBesidesTheTextStaysWithAProtectedSource() throws IOException {
    String text = "A doctor said: \"They came at night.\" Ada Penn heard it in 2016.";
    Handling secret = new Handling(Handling.Access.OPEN, null, null, true);
    Handling closed = new Handling(Handling.Access.PROTECTED, null, null, false);
    Digest open = archive.add("open.txt", text);
    Digest source = archive.add("source.txt", text + " So.", Particulars.NONE, secret);
    archive.add("closed.txt", text + " No.", Particulars.NONE, closed);
    catchUp(TestSteps.version("1"));
    for (Digest one : List.of(open, source)) {
      String said = said(one, 0);
      String year = said(one, 1);
      decide(keeper, d -> d.correct(said, null, set("speaker", "Rana Sol <doctor>"), "told me"));
      decide(keeper, d -> d.correct(year, null, set("value", "2016-03"), "told me"));
    }
    StringBuilder all = new StringBuilder();
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      new Export(record, new Sharing(LocalDate.of(2031, 1, 1), false)).jsonl(all);
    }
    List<String> lines = all.toString().lines().toList();
    assertTrue(lines.stream().anyMatch(l -> l.contains(open.hex()) && l.contains("Rana Sol")));
    assertTrue(lines.stream().anyMatch(l -> l.contains(source.hex()) && l.contains("2016-03")));
    for (String line : lines) {
      if (line.contains(source.hex())) {
        assertFalse(line.contains("Rana") || line.contains("told me"), line);
        assertFalse(line.contains("tamga/test/keeper"), line);
      }
      assertFalse(line.contains(" No."), line);
    }
  }

  private String said(Digest which, int place) throws IOException {
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      return record.reviewed(which).get(place).annotation().id();
    }
  }

  @Test
  void whatIsDestroyedTakesItsDecisionsWithIt() throws IOException {
    String id = id();
    decide(keeper, d -> d.correct(id, null, set("medium", "Radio Pell"), "I heard it there"));
    archive.remove(EventKind.WITHHELD, document);
    catchUp(TestSteps.version("1"));
    decide(keeper, d -> d.accept(id, null, "withheld, and still to be reviewed"));
    assertEquals(2, first().decisions().size());

    List<Long> all = new ArrayList<>();
    archive
        .view()
        .forEach(
            event -> {
              if (event.entry().kind() == EventKind.ACQUIRED
                  || event.entry().kind() == EventKind.DECIDED) {
                all.add(event.index());
              }
            });
    for (long index : all) {
      archive.remove(EventKind.DESTROYED, index);
    }
    catchUp(TestSteps.version("1"));
    assertEquals(List.of(), reviewed());
    assertThrows(
        ArchiveException.class, () -> archive.decide(keeper, d -> d.accept(id, null, "too late")));
    try (var files = java.nio.file.Files.walk(archive.folder())) {
      for (Path file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
        String bytes =
            new String(
                java.nio.file.Files.readAllBytes(file),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("Radio Pell") || bytes.contains("mill at Orlan"), "" + file);
      }
    }
  }
}
