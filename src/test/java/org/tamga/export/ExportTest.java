package org.tamga.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.EventKind;
import org.tamga.custody.Handling;
import org.tamga.custody.Handling.Access;
import org.tamga.custody.Particulars;
import org.tamga.export.Sharing.Obstacle;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.Projection;
import org.tamga.record.ProjectionListener;
import org.tamga.record.TestArchive;
import org.tamga.record.TestSteps;
import org.tamga.vault.Digest;

class ExportTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
  private static final Particulars TOLD =
      Particulars.NONE
          .with("source", "Informant-K")
          .with("collector", "Collector-C")
          .with("machine", "Machine-M")
          .with("publisher", "Vessen Post");

  private final TestArchive archive;
  private Export.@Nullable Outcome outcome;

  ExportTest(@TempDir Path folder) throws IOException {
    archive = TestArchive.in(folder);
  }

  private Digest add(String word, @Nullable Handling handling) throws IOException {
    return archive.add(
        "from-k/" + word + ".txt", word + "\nMara said: \"" + word + " said.\"", TOLD, handling);
  }

  private String export(boolean csv, boolean restrictedToo) throws IOException {
    new Projection(TestSteps.version("1")).catchUp(archive.view(), ProjectionListener.SILENT);
    StringBuilder out = new StringBuilder();
    try (ArchiveRecord record = ArchiveRecord.open(archive.view())) {
      Export export = new Export(record, new Sharing(TODAY, restrictedToo));
      outcome = csv ? export.csv(out) : export.jsonl(out);
    }
    return out.toString();
  }

  private Map<Obstacle, Long> leftOut() {
    return java.util.Objects.requireNonNull(outcome).leftOut();
  }

  @Test
  void eachDocumentIsFollowedByWhatItSays() throws IOException {
    Digest id = add("Openword", null);
    List<String> lines = export(false, false).lines().toList();
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).startsWith("{\"type\":\"document\",\"id\":\"" + id), lines.get(0));
    assertTrue(lines.get(0).contains("\"file\":\"from-k/Openword.txt\""), lines.get(0));
    assertTrue(
        lines
            .get(0)
            .contains(
                "\"acquisitions\":[{\"name\":\"Openword.txt\",\"source\":\"Informant-K\","
                    + "\"received\":\"2026-03-01T10:00:00.000Z\","
                    + "\"handling\":{\"access\":\"open\"}}]"),
        lines.get(0));
    assertTrue(lines.get(1).contains("\"exact\":\"Openword said.\""), lines.get(1));
    assertFalse(String.join("", lines).contains("Collector-C"));
  }

  @Test
  void whatMayNotLeaveStays() throws IOException {
    add("Openword", null);
    add("Restrictedword", new Handling(Access.RESTRICTED, null, null, false));
    add("Protectedword", new Handling(Access.PROTECTED, null, null, false));
    add("Embargoedword", new Handling(Access.OPEN, null, TODAY.plusDays(1), false));
    add("Endedword", new Handling(Access.OPEN, null, TODAY, false));
    add("Bothword", new Handling(Access.RESTRICTED, null, TODAY.plusDays(1), false));
    Digest withheld = add("Withheldword", null);
    archive.remove(EventKind.WITHHELD, withheld);
    Digest destroyed = add("Destroyedword", null);
    archive.remove(EventKind.DESTROYED, destroyed);
    for (boolean csv : new boolean[] {false, true}) {
      String usual = export(csv, false);
      assertHolds(usual, "Openword", "Endedword");
      assertLacks(
          usual,
          "Restrictedword",
          "Protectedword",
          "Embargoedword",
          "Bothword",
          "Withheldword",
          "Destroyedword");
      assertEquals(
          Map.of(
              Obstacle.WITHHELD, 1L,
              Obstacle.PROTECTED, 1L,
              Obstacle.EMBARGOED, 2L,
              Obstacle.RESTRICTED, 1L),
          leftOut());
      String more = export(csv, true);
      assertHolds(more, "Openword", "Restrictedword");
      assertLacks(more, "Protectedword", "Embargoedword", "Bothword", "Withheldword");
    }
  }

  @Test
  void theStrictestOfSeveralAcquisitionsCounts() throws IOException {
    String text = "Twiceword\nMara said: \"Twice.\"";
    archive.add("a.txt", text, TOLD, null);
    archive.add("b.txt", text, TOLD, new Handling(Access.PROTECTED, null, null, false));
    assertLacks(export(false, true), "Twice");
  }

  @Test
  void aProtectedSourceIsNamedNowhere() throws IOException {
    Handling handling = new Handling(Access.OPEN, "agreed by Informant-K", null, true);
    Digest id = archive.add("from-k/file-of-k.txt", "Word\nMara said: \"Yes.\"", TOLD, handling);
    archive.add("other-of-k.txt", "Word\nMara said: \"Yes.\"", TOLD, null);
    for (boolean csv : new boolean[] {false, true}) {
      String out = export(csv, false);
      assertHolds(out, id.toString(), "Yes.");
      assertLacks(
          out, "Informant-K", "Collector-C", "Machine-M", "file-of-k", "from-k", "other-of-k");
    }
    assertHolds(export(false, false), "\"file\":\"" + id + "\"", "\"sourceProtected\":\"yes\"");
  }

  @Test
  void whatCameInAContainerThatStaysStaysToo() throws IOException {
    Digest box = add("Boxword", new Handling(Access.PROTECTED, null, null, false));
    archive.add("in.txt", "Innerword", TOLD.with("container", box.toString()), null);
    archive.add("lost.txt", "Lostword", TOLD.with("container", "sha256:" + "0".repeat(64)), null);
    Digest kept = add("Keptboxword", new Handling(Access.OPEN, null, null, true));
    archive.add("inside-name.txt", "Memberword", TOLD.with("container", kept.toString()), null);
    String out = export(false, true);
    assertLacks(out, "Boxword", "Innerword", "Lostword", "inside-name", "Informant-K");
    assertHolds(out, "Memberword");
  }

  @Test
  void noCellOfATableIsAFormula() throws IOException {
    archive.add(
        "=cmd.txt",
        "=HYPERLINK(\"http://vessen.example\")\nMara said: \"@SUM(1)\"\nMara said: \" =1+1\"\n"
            + "Mara said: \"＝1\"\nMara said: \"safe, \nand on two lines\"",
        Particulars.NONE.with("publisher", "-2+3"),
        null);
    String table = export(true, false);
    assertHolds(table, "'=cmd.txt", "'=HYPERLINK", "'@SUM(1)", "' =1+1", "'＝1", "'-2+3");
    for (String line : table.split("\r\n", -1)) {
      for (String cell : line.split(",", -1)) {
        String bare = cell.startsWith("\"") ? cell.substring(1) : cell;
        assertFalse(bare.strip().matches("[=+@＝-].*"), cell);
      }
    }
  }

  private static void assertHolds(String out, String... words) {
    for (String word : words) {
      assertTrue(out.contains(word), word + " is missing in " + out);
    }
  }

  private static void assertLacks(String out, String... words) {
    for (String word : words) {
      assertFalse(out.contains(word), word + " stands in " + out);
    }
  }
}
