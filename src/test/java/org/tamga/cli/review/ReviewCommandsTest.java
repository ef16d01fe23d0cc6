package org.tamga.cli.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.cli.Console;
import org.tamga.cli.ExitStatus;

/** What people type to decide, and what they see. */
class ReviewCommandsTest {
  private static final String REPORT =
      "Harbour closed\n\nThe harbour will stay closed, Mira Tolsen said on Monday. “We lost forty"
          + " boats,” she told the council.\n";

  private final Path folder;
  private final Console console = new Console();
  private String out = "";
  private String err = "";

  ReviewCommandsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int run(String input, String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of("--archive", folder.resolve("archive").toString()));
    if (List.of("add", "decide", "review", "destroy").contains(command)) {
      line.addAll(List.of("--keys", folder.resolve("keys").toString()));
    }
    line.addAll(List.of(arguments));
    int status =
        console.run(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            line.toArray(String[]::new));
    out = console.out();
    err = console.err();
    return status;
  }

  private void add(String text) throws IOException {
    Path file = folder.resolve("report.txt");
    Files.writeString(file, text);
    assertEquals(ExitStatus.GOOD, run("", "add", file.toString()), err);
  }

  private String idOf(String type) {
    run("", "export", "--format", "jsonl");
    String line =
        out.lines().filter(l -> l.startsWith("{\"type\":\"" + type)).findFirst().orElseThrow();
    return line.replaceAll(".*?\"id\":\"sha256:([0-9a-f]{64}).*", "$1");
  }

  @Test
  void scriptsDecide() throws IOException {
    add(REPORT);
    String id = idOf("statement");
    assertEquals(
        ExitStatus.GOOD,
        run("", "decide", "correct", id, "--set", "polarity=denied", "--reason", "x", "--json"));
    assertTrue(out.contains("\"polarity\":\"denied\""), out);
    assertTrue(out.contains("\"status\":\"corrected\""), out);
    assertTrue(out.contains("\"set\":{\"polarity\":\"denied\"},\"signer\":\"tamga/"), out);
    assertTrue(out.contains("\"proposal\":{\"speaker\""), out);
    assertEquals(ExitStatus.GOOD, run("", "export", "--format", "jsonl"));
    String exported = out;
    assertTrue(exported.contains("\"status\":\"corrected\""), exported);
    assertEquals(ExitStatus.GOOD, run("", "dump"));
    String dump = out;
    assertEquals(ExitStatus.GOOD, run("", "rebuild"));
    assertEquals(ExitStatus.GOOD, run("", "dump"));
    assertEquals(dump, out);
    assertEquals(ExitStatus.GOOD, run("", "export", "--format", "jsonl"));
    assertEquals(exported, out);
    assertEquals(ExitStatus.GOOD, run("", "verify"));
  }

  /** A step whose version does not count would leave old annotations in place for good. */
  @Test
  void theRecordIsMadeAgainWheneverAnyStepChanges() throws IOException {
    add(
        REPORT
            + "\nThe council urged the ministry to pay. More than 40 boats were lost in 2017.\n");
    String steps = "";
    try (Stream<Path> files = Files.walk(folder.resolve("archive/derived/text"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
        steps = Files.readString(file).replaceAll("(?s).*\"steps\":\"([^\"]*)\".*", "$1");
      }
    }
    assertTrue(steps.contains("text "), steps);
    run("", "export", "--format", "jsonl");
    Matcher made = Pattern.compile("\"step\":\"([^\"]+)\",\"version\":\"([^\"]+)\"").matcher(out);
    Set<String> found = new TreeSet<>();
    while (made.find()) {
      found.add(made.group(1));
      assertTrue(steps.contains(made.group(1) + " " + made.group(2)), steps);
    }
    assertTrue(found.size() >= 4, found.toString());
  }

  @Test
  void mistakesAreExplained() throws IOException {
    add(REPORT);
    String id = idOf("statement");
    assertEquals(ExitStatus.WRONG_USAGE, run("", "decide", "accept", id));
    assertEquals(ExitStatus.WRONG_USAGE, run("", "decide", "bless", id, "--reason", "x"));
    assertEquals(ExitStatus.WRONG_USAGE, run("", "decide", "accept", id, "--reason", " "));
    assertEquals(
        ExitStatus.WRONG_USAGE,
        run("", "decide", "accept", id, "--reason", "x", "--set", "cue=said"));
    assertEquals(ExitStatus.WRONG_USAGE, run("", "decide", "add", id, "--reason", "x"));
    assertEquals(ExitStatus.WRONG_USAGE, run("", "review", "--type", "rumour"));
    assertEquals(
        ExitStatus.FINDINGS,
        run("", "decide", "accept", id, "--reason", "x", "--key", "somebody else"));
    assertEquals(ExitStatus.FINDINGS, run("", "decide", "reject", "000000000", "--reason", "x"));
    assertTrue(err.startsWith("error: ") && err.contains("\nhint: "), err);
  }

  @Test
  void aReviewAsksUntilAllIsDecided() throws IOException {
    add(REPORT);
    assertEquals(
        ExitStatus.GOOD,
        run(
            "r\nnobody said it\nu\na as it stands\nx\nc\nspeaker=Nobody\n\ns\n",
            "review",
            "--type",
            "statement"));
    assertTrue(out.contains(">>The harbour will stay closed<<, Mira Tolsen said"), out);
    assertTrue(out.contains("Sealed: rejected "), out);
    assertTrue(out.contains("Sealed: withdrawn "), out);
    assertTrue(out.contains("Sealed: accepted "), out);
    assertTrue(out.contains("That cannot be: 'Nobody' is not in the text"), out);
    assertEquals(ExitStatus.GOOD, run("", "review", "--type", "statement"));
    assertFalse(out.contains("The harbour will stay closed<<"), "decided already: " + out);
    assertEquals(ExitStatus.GOOD, run("q\n", "review", "--all", "--type", "statement"));
    assertTrue(out.contains("The harbour will stay closed<<"), out);
    assertTrue(out.contains("as it stands"), out);
  }

  @Test
  void whatWasSealedStaysWhenTheAnswersBreakOff() throws IOException {
    add(REPORT);
    InputStream breaking =
        new InputStream() {
          private final byte[] typed = "a\n".getBytes(StandardCharsets.UTF_8);
          private int at;

          @Override
          public int read() throws IOException {
            throw new IOException("not asked byte by byte");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            if (at == typed.length) {
              throw new IOException("the terminal is gone");
            }
            into[offset] = typed[at++];
            return 1;
          }
        };
    console.run(
        breaking,
        "review",
        "--archive",
        folder.resolve("archive").toString(),
        "--keys",
        folder.resolve("keys").toString());
    assertTrue(console.out().contains("Sealed: accepted"));
    run("", "export", "--format", "jsonl");
    assertTrue(out.contains("\"status\":\"accepted\""), out);
  }

  @Test
  void nothingInADocumentSteersTheTerminal() throws IOException {
    add("The harbour \u001b[2J will \u202e stay closed, Mira\u0007 Tolsen said on Monday.\n");
    assertEquals(ExitStatus.GOOD, run("a\u001b[31m\na \u001b[31mred\ns\n", "review"));
    assertFalse(out.contains("\u001b") || out.contains("\u202e") || out.contains("\u0007"), out);
    run("", "review", "--all");
    assertFalse(out.contains("\u001b") || err.contains("\u001b"), out + err);
  }
}
