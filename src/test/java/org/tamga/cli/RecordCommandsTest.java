package org.tamga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.EventKind;
import org.tamga.custody.Handling;
import org.tamga.custody.Particulars;
import org.tamga.record.TestArchive;
import org.tamga.vault.Digest;

/** What a person types and sees once documents are in. */
class RecordCommandsTest {
  private static final String LETTER =
      "Letter from Vessen\n\nThe mill of Orlan was closed in May 2019, Mara Tevin said.\n";

  private final TestArchive archive;
  private final Path folder;
  private final Console console = new Console();
  private String out = "";
  private String err = "";

  RecordCommandsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    archive = TestArchive.in(folder);
  }

  private int run(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of("--archive", archive.folder().toString()));
    line.addAll(List.of(arguments));
    int status = console.run(line.toArray(String[]::new));
    out = console.out();
    err = console.err();
    return status;
  }

  @Test
  void listShowTextSearchExport() throws IOException {
    Digest letter =
        archive.add(
            "post/letter.txt", LETTER, Particulars.NONE.with("publisher", "Vessen Post"), null);
    assertEquals(ExitStatus.GOOD, run("list"));
    assertTrue(out.startsWith(letter.hex().substring(0, 12) + "  post/letter.txt"), out);
    assertEquals(ExitStatus.GOOD, run("list", "--json"));
    assertTrue(out.contains("\"publisher\":\"Vessen Post\""), out);
    assertEquals(ExitStatus.GOOD, run("show", letter.toString()));
    assertTrue(out.contains("acquired"), out);
    assertEquals(ExitStatus.GOOD, run("show", letter.hex().substring(0, 6), "--json"));
    assertTrue(out.contains("\"type\":\"custody\""), out);
    assertEquals(ExitStatus.GOOD, run("text", letter.hex().substring(0, 10)));
    String text = out;
    assertTrue(text.contains("The mill of Orlan was closed"), text);
    assertEquals(ExitStatus.GOOD, run("list", "--json"));
    assertTrue(
        out.contains("\"text\":\"" + Digest.of(text.getBytes(StandardCharsets.UTF_8)) + "\""), out);
    assertEquals(ExitStatus.GOOD, run("search", "mill", "closed"));
    assertTrue(out.contains("The [mill] of Orlan was [closed]"), out);
    assertEquals("1 document\n", err);
    assertEquals(ExitStatus.GOOD, run("search", "--json", "mill"));
    assertTrue(out.startsWith("{\"document\":\"" + letter), out);
    Path file = folder.resolve("out/record.jsonl");
    assertEquals(ExitStatus.GOOD, run("export", "--format", "jsonl", "--out", file.toString()));
    assertTrue(Files.readString(file).contains("\"file\":\"post/letter.txt\""));
    assertEquals("", out);
  }

  @Test
  void anExportSaysHowMuchItLeftOut() throws IOException {
    Digest letter = archive.add("letter.txt", LETTER);
    archive.add(
        "other.txt",
        "Other text.",
        Particulars.NONE,
        new Handling(Handling.Access.RESTRICTED, null, null, false));
    archive.remove(EventKind.WITHHELD, letter);
    assertEquals(ExitStatus.GOOD, run("export", "--format", "csv"));
    assertFalse(out.contains("letter.txt"), out);
    assertTrue(err.contains("Left out 1 withheld."), err);
    assertTrue(err.contains("Left out 1 restricted."), err);
    assertEquals(ExitStatus.GOOD, run("list"));
    assertTrue(out.contains("WITHHELD"), out);
    assertEquals(ExitStatus.GOOD, run("search", "mill"));
    assertTrue(out.contains("WITHHELD"), out);
  }

  @Test
  void rebuildingChangesNothing() throws IOException {
    archive.add("letter.txt", LETTER);
    archive.add("page.html", "<html><body><h1>Vessen</h1><p>Closed.</p></body></html>");
    assertEquals(ExitStatus.GOOD, run("dump"));
    String before = out;
    assertTrue(before.contains("index text mill sha256:"), before);
    assertEquals(ExitStatus.GOOD, run("rebuild", "--json"));
    assertEquals("{\"documents\":2,\"read\":2,\"notRead\":0}\n", out);
    assertEquals(ExitStatus.GOOD, run("dump"));
    assertEquals(before, out);
  }

  @Test
  void mistakesAreExplained() throws IOException {
    Digest letter = archive.add("letter.txt", LETTER);
    assertEquals(ExitStatus.FINDINGS, run("show", "000000"));
    assertTrue(err.startsWith("error: ") && err.contains("\nhint: "), err);
    assertEquals(ExitStatus.WRONG_USAGE, run("export", "--format", "xml"));
    assertEquals(ExitStatus.WRONG_USAGE, run("export", "--format", "csv", "--access", "protected"));
    assertEquals(
        ExitStatus.WRONG_USAGE,
        run("export", "--format", "csv", "--out", archive.folder().resolve("x.csv").toString()));
    assertEquals(ExitStatus.WRONG_USAGE, run("search", " "));
    archive.add("scan.bin", "\0\1\2\3");
    assertEquals(ExitStatus.GOOD, run("text", letter.toString()));
    assertEquals(
        ExitStatus.FINDINGS,
        run("text", Digest.of("\0\1\2\3".getBytes(StandardCharsets.UTF_8)).toString()));
    assertTrue(err.contains("hint: "), err);
    assertEquals(
        ExitStatus.NOT_AN_ARCHIVE, Tamga.run("list", "--archive", folder.resolve("no").toString()));
  }

  @Test
  void nothingInADocumentSteersTheTerminal() throws IOException {
    archive.add("evil\u001b[2J.txt", "Mill \u001b[31m here \u202e.\n");
    assertEquals(ExitStatus.GOOD, run("list"));
    assertFalse(out.contains("\u001b"), out);
    assertEquals(ExitStatus.GOOD, run("search", "mill"));
    assertFalse(out.contains("\u001b") || out.contains("\u202e"), out);
  }
}
