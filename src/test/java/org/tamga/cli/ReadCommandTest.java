package org.tamga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command prints, where, and how it ends. */
final class ReadCommandTest {
  private final Path folder;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final ByteArrayOutputStream talk = new ByteArrayOutputStream();

  ReadCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int run(String... arguments) {
    ReadCommand command =
        new ReadCommand(
            new PrintStream(data, false, StandardCharsets.UTF_8),
            new PrintStream(talk, true, StandardCharsets.UTF_8));
    return new CommandLine(command).execute(arguments);
  }

  private String data() {
    return data.toString(StandardCharsets.UTF_8);
  }

  @Test
  void printsTheTextOfAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "Der Rat tagt.\n\nTeilen");
    assertEquals(ExitStatus.GOOD, run(file.toString()));
    assertEquals("Der Rat tagt.\n\nTeilen\n", data());
  }

  @Test
  void printsMainBlocksAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "Der Rat tagt.\n\nTeilen");
    assertEquals(ExitStatus.GOOD, run("--main", file.toString()));
    assertEquals("Der Rat tagt.\n", data());
  }

  @Test
  void printsOneObjectALineWithoutNulls() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/a.txt"), "Rat.");
    Files.writeString(
        folder.resolve("b.html"),
        "<html><head><title>Rat tagt in Lunden</title></head><body><h1>Rat tagt in Lunden</h1>"
            + "<p>Der Rat von Lunden tagt am Montag und spricht über das Tal.</p></body></html>");
    assertEquals(ExitStatus.GOOD, run("--main", "--json", folder.toString()));
    assertEquals(
        """
        {"file":"b.html","mediaType":"text/html","title":"Rat tagt in Lunden","language":"de",\
        "text":"Der Rat von Lunden tagt am Montag und spricht über das Tal."}
        {"file":"sub/a.txt","mediaType":"text/plain","text":"Rat."}
        """,
        data());
  }

  @Test
  void saysWhatItCouldNotReadAndGoesOn() throws IOException {
    Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7");
    Files.writeString(folder.resolve("b.txt"), "Rat.");
    assertEquals(ExitStatus.SOME_INPUTS_FAILED, run("--json", folder.toString()));
    assertTrue(data().contains("\"mediaType\":\"application/pdf\",\"reason\":"), data());
    assertTrue(data().contains("\"text\":\"Rat.\""), data());
    assertTrue(talk.toString(StandardCharsets.UTF_8).contains("not read: a.pdf"));
  }

  @Test
  void aMissingFileIsAnError() {
    assertEquals(ExitStatus.SOME_INPUTS_FAILED, run(folder.resolve("none.txt").toString()));
    assertTrue(talk.toString(StandardCharsets.UTF_8).startsWith("error: "));
  }
}
