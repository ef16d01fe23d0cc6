package org.tamga.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.annotation.Statement;
import org.tamga.custody.Archive.Draft;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.CustodyEvent.Linked;
import org.tamga.custody.CustodyEvent.Relation;
import org.tamga.custody.EventKind;
import org.tamga.custody.Particulars;
import org.tamga.text.Reading;
import org.tamga.vault.Digest;

class ProjectionTest {
  static final String LETTER =
      "Letter from Vessen\n\nMara said: \"The mill was closed in 2019.\"\n🌊 Toren said: \"No.\"\n";

  private final Path folder;

  private final Projection projection = new Projection(TestSteps.version("1"));

  ProjectionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatComesInCanBeAskedFor() throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      Particulars told = Particulars.NONE.with("publisher", "Vessen Post").with("source", "M.");
      Digest letter = archive.add("post/letter.txt", LETTER, told, null);
      Digest scan = archive.add("post/scan.bin", "%BINARY");
      List<ProjectionListener.Outcome> outcomes = new ArrayList<>();

      projection.catchUp(archive.view(), outcomes::add);

      assertEquals(Map.of("statement", 2, "date", 1), outcomes.get(0).counts());
      assertEquals("no reader for this", outcomes.get(1).notRead());
      try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
        assertEquals(List.of(letter, scan), record.ids());
        RecordDocument document = record.find(letter.hex().substring(0, 8));
        assertEquals("post/letter.txt", document.file());
        assertEquals("Letter from Vessen", document.known().title());
        assertEquals("Vessen Post", document.known().publisher());
        assertEquals("no reader for this", record.find(scan.toString()).notRead());
        Statement second = (Statement) record.annotations(letter).get(1);
        assertEquals("No.", second.target().exact());
        assertEquals("Toren", Objects.requireNonNull(second.speaker()).name());
        assertTrue(
            record.reading(letter) instanceof Reading.Read read
                && read.text().content().equals(LETTER)
                && read.text().blocks().size() == 3);
        assertEquals("acquired", record.history(letter).getFirst().kind());
        assertEquals(2, record.totals().documents());
      }
    }
  }

  @Test
  void anIdThatIsShortOrUnknownIsExplained() throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      archive.add("letter.txt", LETTER);
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
        assertThrows(ArchiveException.class, () -> record.find("ab"));
        assertThrows(ArchiveException.class, () -> record.find("000000000000"));
        assertThrows(ArchiveException.class, () -> record.find("' OR 1=1 --"));
      }
    }
  }

  @Test
  void catchingUpAgainDoesNothing() throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      archive.add("letter.txt", LETTER);
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      Map<String, String> before = files(archive);
      projection.catchUp(
          archive.view(),
          outcome -> {
            throw new AssertionError("nothing is new");
          });
      assertEquals(before, files(archive));
    }
  }

  @Test
  void laterKnowledgeFillsGapsAndFirstSaidWins() throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      Digest letter = archive.add("a.txt", LETTER, Particulars.NONE.with("author", "Mara"), null);
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      archive.add(
          "b.txt",
          LETTER,
          Particulars.NONE.with("author", "Toren").with("published", "2020-02"),
          null);
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
        RecordDocument document = record.document(letter).orElseThrow();
        assertEquals("Mara", document.known().author());
        assertEquals("2020-02", document.known().published());
        assertEquals("Toren", document.acquisitions().get(1).particulars().get("author"));
        assertEquals("2020-02", ((Statement) record.annotations(letter).getFirst()).date());
      }
      assertRebuildGivesTheSame(archive);
    }
  }

  @Test
  void aReaderThatOverflowsCostsItsDocumentOnly() throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      archive.add("deep.txt", "%OVERFLOW");
      Digest letter = archive.add("letter.txt", LETTER);
      List<ProjectionListener.Outcome> outcomes = new ArrayList<>();
      projection.catchUp(archive.view(), outcomes::add);
      assertEquals("the reader failed: StackOverflowError", outcomes.get(0).notRead());
      assertEquals(letter, outcomes.get(1).document());
      assertNull(outcomes.get(1).notRead());
    }
  }

  @Test
  void withheldAndReleased() throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      Digest letter = archive.add("letter.txt", LETTER);
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      archive.remove(EventKind.WITHHELD, letter);
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
        assertTrue(record.document(letter).orElseThrow().withheld());
      }
      archive.remove(EventKind.RELEASED, letter);
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
        assertFalse(record.document(letter).orElseThrow().withheld());
        assertEquals(
            List.of("acquired", "withheld", "released"),
            record.history(letter).stream().map(HistoryEvent::kind).toList());
      }
      assertRebuildGivesTheSame(archive);
    }
  }

  @Test
  void whatIsDestroyedLeavesNoByteBehind() throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      Digest other = archive.add("other.txt", "Other\n\nIven said: \"We were there.\"\n");
      Digest letter = archive.add("secret-name.txt", LETTER);
      archive.add("copy.txt", LETTER);
      archive.decide(letter, "sha256:" + "0".repeat(64), "rejected");
      archive.log(
          List.of(
              new Draft(
                  new Linked(other, Relation.VERSION_OF, letter, "2026-03-01T10:00:00Z"),
                  null,
                  null)));
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      assertTrue(holds(archive, "The mill was closed"));

      archive.remove(EventKind.DESTROYED, letter);
      projection.catchUp(archive.view(), ProjectionListener.SILENT);

      for (String trace : List.of("mill was closed", "secret-name", "Toren", "Letter from")) {
        assertFalse(holds(archive, trace), trace);
      }
      for (String name : files(archive).keySet()) {
        assertFalse(name.contains(letter.hex().substring(2)), name);
      }
      try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
        assertEquals(List.of(other), record.ids());
      }
      assertRebuildGivesTheSame(archive);
    }
  }

  @Test
  void aDocumentDestroyedOnceAndHandedInTwiceStays() throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      Digest letter = archive.add("first.txt", LETTER, Particulars.NONE.with("author", "A"), null);
      archive.add("second.txt", LETTER);
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      archive.remove(EventKind.DESTROYED, 4);
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
        RecordDocument document = record.document(letter).orElseThrow();
        assertEquals("second.txt", document.file());
        assertNull(document.known().author());
      }
      assertFalse(holds(archive, "first.txt"));
      assertRebuildGivesTheSame(archive);
    }
  }

  @Test
  void decisionsAreKeptAlsoWhereTheyCameBeforeTheDocument() throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      Digest later = Digest.of(LETTER.getBytes(StandardCharsets.UTF_8));
      archive.decide(later, "sha256:" + "1".repeat(64), "accepted");
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      archive.add("letter.txt", LETTER);
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
        assertEquals("accepted", record.decisions(later).getFirst().decision());
      }
    }
  }

  @Test
  void anOlderVersionOrADamagedRecordIsMadeAgain() throws IOException {
    try (TestArchive archive = TestArchive.in(folder)) {
      archive.add("letter.txt", LETTER);
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      String before = dump(archive);
      Path database = archive.folder().resolve("derived/record.sqlite");

      Files.writeString(database, "this is no database, though it is long enough to be one");
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      assertEquals(before, dump(archive));

      byte[] bytes = Files.readAllBytes(database);
      java.util.Arrays.fill(bytes, 4096, bytes.length, (byte) 7);
      Files.write(database, bytes);
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      assertEquals(before, dump(archive));

      new Projection(TestSteps.version("2")).catchUp(archive.view(), ProjectionListener.SILENT);
      assertNotEquals(before, dump(archive));
      projection.catchUp(archive.view(), ProjectionListener.SILENT);
      assertEquals(before, dump(archive));
    }
  }

  static void assertRebuildGivesTheSame(TestArchive archive) throws IOException {
    Map<String, String> files = files(archive);
    String dump = dump(archive);
    new Projection(TestSteps.version("1")).rebuild(archive.view(), ProjectionListener.SILENT);
    assertEquals(files, files(archive));
    assertEquals(dump, dump(archive));
  }

  static String dump(TestArchive archive) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      record.dump(line -> all.append(line).append('\n'));
    }
    return all.toString();
  }

  /** All derived files but the database, by name. */
  static Map<String, String> files(TestArchive archive) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path derived = archive.folder().resolve("derived");
    try (Stream<Path> walk = Files.walk(derived)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = derived.relativize(file).toString();
        if (!name.startsWith("record.sqlite")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }

  private static boolean holds(TestArchive archive, String words) throws IOException {
    byte[] wanted = words.getBytes(StandardCharsets.UTF_8);
    String needle = new String(wanted, StandardCharsets.ISO_8859_1);
    try (Stream<Path> walk = Files.walk(archive.folder().resolve("derived"))) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(needle)) {
          return true;
        }
      }
    }
    return false;
  }
}
