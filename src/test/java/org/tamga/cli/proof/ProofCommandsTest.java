package org.tamga.cli.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.cli.Console;
import org.tamga.cli.ExitStatus;
import org.tamga.custody.EventKind;
import org.tamga.custody.Handling;
import org.tamga.custody.Particulars;
import org.tamga.record.TestArchive;
import org.tamga.timestamp.OpensslAuthority;
import org.tamga.vault.Digest;
import org.tamga.verify.VerifyCommand;

/** What a person types who has the log stamped, and who hands a proof over. */
class ProofCommandsTest {
  private static final String LETTER = "The ferry of Selm was held at the quay on Monday.\n";

  private final TestArchive archive;
  private final Path folder;
  private final Console console = new Console();
  private String out = "";
  private String err = "";

  ProofCommandsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    archive = TestArchive.in(folder);
  }

  private int run(String... arguments) {
    return runOn(archive.folder(), arguments);
  }

  /** Seals a text with the command, so that nobody holds the archive's lock afterwards. */
  private void seal(Path other, String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    String keys = folder.resolve("others-keys").toString();
    assertEquals(ExitStatus.GOOD, runOn(other, "add", "--keys", keys, file.toString()), err);
  }

  private int runOn(Path folder, String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(1, List.of("--archive", folder.toString()));
    int status = console.run(line.toArray(String[]::new));
    out = console.out();
    err = console.err();
    return status;
  }

  /** The stranger's check of a folder; what it prints. */
  private static List<String> strangers(int status, Path folder) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(data, true, StandardCharsets.UTF_8);
    assertEquals(
        status, new VerifyCommand(stream, stream).run(List.of(folder.toString())), "" + data);
    return data.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** The openssl command that a note names, run with this root. */
  private static String openssl(Path folder, List<String> lines, Path root) throws IOException {
    String note =
        lines.stream().filter(line -> line.contains("TIMESTAMP_NOT_CHECKED")).findFirst().get();
    String command = note.substring(note.indexOf("openssl ") + "openssl ".length());
    return OpensslAuthority.openssl(
        folder, command.replace("CERTIFICATES", root.toAbsolutePath().toString()));
  }

  @Test
  void aStampIsStoredCheckedAndHoldsForOpenssl() throws IOException {
    OpensslAuthority.assume();
    Path other = folder.resolve("other");
    seal(other, "letter.txt", LETTER);
    try (OpensslAuthority authority = OpensslAuthority.in(folder.resolve("authority"))) {
      String trusted = authority.root().toString();
      assertEquals(
          ExitStatus.GOOD,
          runOn(other, "timestamp", "--authority", authority.address(), "--trust", trusted),
          err);
      assertTrue(Pattern.matches("\\S+/timestamps/5-[0-9a-f]{16}-1\\.tsr\n", out), out);
      assertTrue(err.contains("by CN=Time-of-Selm."), err);
      seal(other, "later.txt", "The ferry went on Tuesday.\n");
      assertEquals(ExitStatus.GOOD, runOn(other, "timestamp", "--check", "--trust", trusted), err);
      assertTrue(out.startsWith("good: timestamps/5-") && out.contains("5 events existed"), out);
      List<String> lines = strangers(0, other);
      assertEquals(2, lines.size(), "" + lines);
      assertTrue(openssl(other, lines, authority.root()).contains("OK"));
      assertEquals(ExitStatus.FINDINGS, runOn(other, "timestamp", "--check"));
      assertTrue(out.startsWith("finding: TIMESTAMP_UNTRUSTED"), out);
      assertEquals(
          ExitStatus.FINDINGS, runOn(other, "timestamp", "--authority", authority.address()));
      assertTrue(err.contains("TIMESTAMP_UNTRUSTED") && err.contains("nothing was stored"), err);
    }
  }

  @Test
  void aStampOfAStateThatTheLogNeverHadIsFound() throws IOException {
    archive.add("letter.txt", LETTER);
    Path stamps = Files.createDirectories(archive.folder().resolve("timestamps"));
    Files.write(stamps.resolve("9-0123456789abcdef-1.tsr"), new byte[] {1});
    Files.write(stamps.resolve("lonely.pem"), new byte[] {1});
    List<String> lines = strangers(1, archive.folder());
    assertEquals(3, lines.size(), "" + lines);
    assertTrue(lines.getFirst().startsWith("finding: TIMESTAMP_UNEXPECTED timestamps/9-"));
    assertEquals(ExitStatus.FINDINGS, run("timestamp", "--check"));
    assertTrue(out.startsWith("finding: TIMESTAMP_UNEXPECTED"), out);
  }

  @Test
  void aStampIsNotStoredWhileSomebodyElseWrites() throws IOException {
    OpensslAuthority.assume();
    try (OpensslAuthority authority = OpensslAuthority.in(folder.resolve("authority"))) {
      String trusted = authority.root().toString();
      String[] ask = {"timestamp", "--authority", authority.address(), "--trust", trusted};
      assertEquals(ExitStatus.FINDINGS, run(ask));
      assertTrue(err.contains("another program is writing"), err);
      assertFalse(Files.exists(archive.folder().resolve("timestamps")));
    }
  }

  @Test
  void wrongUsageIsExplained() throws IOException {
    archive.add("letter.txt", LETTER);
    assertEquals(ExitStatus.WRONG_USAGE, run("timestamp"));
    assertEquals(
        ExitStatus.WRONG_USAGE, run("timestamp", "--check", "--authority", "http://127.0.0.1/"));
    assertEquals(ExitStatus.WRONG_USAGE, run("timestamp", "--authority", "file:///tmp/x"));
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    assertEquals(ExitStatus.WRONG_USAGE, run("timestamp", "--check", "--trust", empty.toString()));
    String none = folder.resolve("none.pem").toString();
    assertEquals(ExitStatus.WRONG_USAGE, run("timestamp", "--check", "--trust", none));
    assertEquals(ExitStatus.FINDINGS, run("timestamp", "--authority", "http://127.0.0.1:1/"));
    assertTrue(err.contains("hint: "), err);
    assertEquals(
        ExitStatus.WRONG_USAGE, run("prove", "abcdef", "--out", none, "--disclose", "colour"));
  }

  @Test
  void aProofIsHandedOverAndChecked() throws IOException {
    Digest letter = archive.add("letter.txt", LETTER);
    archive.add("other.txt", "The mill of Pell is closed.\n");
    Path proof = folder.resolve("proof");
    assertEquals(ExitStatus.GOOD, run("prove", letter.toString(), "--out", proof.toString()), err);
    assertEquals(proof + "\n", out);
    assertTrue(err.startsWith("Shown of 1 document: 1 event, 3 fields: digest, received, size."));
    assertTrue(err.contains("no time stamp"), err);
    assertTrue(strangers(0, proof).getLast().startsWith("consistent"));
    assertEquals(ExitStatus.FINDINGS, run("prove", letter.toString(), "--out", proof.toString()));
    assertTrue(err.contains("exists"), err);
    Path inside = archive.folder().resolve("proof");
    assertEquals(ExitStatus.FINDINGS, run("prove", letter.toString(), "--out", inside.toString()));
  }

  @Test
  void aStampedProofHasTheStamp() throws IOException {
    OpensslAuthority.assume();
    Path other = folder.resolve("other");
    seal(other, "letter.txt", LETTER);
    String letter = Digest.of(LETTER.getBytes(StandardCharsets.UTF_8)).toString();
    Path proof = folder.resolve("proof");
    try (OpensslAuthority authority = OpensslAuthority.in(folder.resolve("authority"))) {
      String trusted = authority.root().toString();
      String[] ask = {"timestamp", "--authority", authority.address(), "--trust", trusted};
      assertEquals(ExitStatus.GOOD, runOn(other, ask), err);
      assertEquals(ExitStatus.GOOD, runOn(other, ask), err);
      assertTrue(out.contains("-2.tsr"), out);
    }
    assertEquals(ExitStatus.GOOD, runOn(other, "prove", letter, "--out", proof.toString()), err);
    List<String> lines = strangers(0, proof);
    assertEquals(3, lines.size(), "" + lines);
    assertTrue(openssl(proof, lines, proof.resolve("timestamps/1.pem")).contains("OK"));
    String how = Files.readString(proof.resolve("HOW-TO-CHECK.txt"));
    assertTrue(how.contains("-in timestamps/2.tsr -CAfile timestamps/2.pem"), how);
    assertTrue(how.lines().count() < 66, "one page");
  }

  @Test
  void whatMayNotLeaveIsRefusedAndNothingIsWritten() throws IOException {
    for (Handling.Access access : List.of(Handling.Access.RESTRICTED, Handling.Access.PROTECTED)) {
      Digest kept =
          archive.add(
              access + ".txt",
              "Kept " + access,
              Particulars.NONE,
              new Handling(access, null, null, false));
      assertRefused(kept);
    }
    Digest later =
        archive.add(
            "later.txt",
            "Kept until later",
            Particulars.NONE,
            new Handling(
                Handling.Access.OPEN, null, java.time.LocalDate.parse("2999-01-01"), false));
    assertRefused(later);
    Digest withheld = archive.add("withheld.txt", "Kept for now");
    archive.remove(EventKind.WITHHELD, withheld);
    assertRefused(withheld);
    Digest open = archive.add("open.txt", LETTER);
    Path proof = folder.resolve("proof");
    assertEquals(
        ExitStatus.FINDINGS,
        run("prove", open.toString(), withheld.toString(), "--out", proof.toString()));
    assertFalse(Files.exists(proof));
    archive.remove(EventKind.DESTROYED, open);
    assertRefused(open);
  }

  private void assertRefused(Digest document) {
    Path proof = folder.resolve("refused");
    assertEquals(
        ExitStatus.FINDINGS, run("prove", document.toString(), "--out", proof.toString()), out);
    assertTrue(err.startsWith("error: "), err);
    assertFalse(Files.exists(proof));
  }

  private static final Particulars TOLD =
      Particulars.NONE
          .with("source", "Informant-K")
          .with("collector", "Collector-C")
          .with("machine", "Machine-M")
          .with("reason", "Reason-R")
          .with("publisher", "Publisher-P")
          .with("published", "2026-10-01");

  @Test
  void aBundleTellsNothingElse() throws IOException {
    Digest letter = archive.add("from-k/Lettername.txt", LETTER, TOLD, null);
    Digest other = archive.add("Othername.txt", "Othertext of Pell.\n", TOLD, null);
    String[] secrets = {
      "Informant-K",
      "Collector-C",
      "Machine-M",
      "Reason-R",
      "from-k",
      "Othername",
      "Othertext",
      other.hex(),
      "tamga test",
      "0011"
    };
    Path usual = folder.resolve("usual");
    assertEquals(ExitStatus.GOOD, run("prove", letter.toString(), "--out", usual.toString()), err);
    assertLacks(usual, secrets);
    assertLacks(usual, "Lettername", "Publisher-P");
    assertTrue(holds(usual, "2026-10-01"));
    assertLacksPersonsKeys(usual);
    Path named = folder.resolve("named");
    assertEquals(
        ExitStatus.GOOD,
        run("prove", letter.toString(), "--out", named.toString(), "--disclose", "name"),
        err);
    assertTrue(holds(named, "Lettername.txt"));
    assertLacks(named, secrets);
    assertLacks(named, "Publisher-P");
  }

  @Test
  void aProtectedSourceStaysSoEvenWhenAskedFor() throws IOException {
    Digest letter =
        archive.add(
            "from-k/Lettername.txt",
            LETTER,
            TOLD,
            new Handling(Handling.Access.OPEN, "agreed by Informant-K", null, true));
    Path proof = folder.resolve("proof");
    String all = "name,path,source,collector,machine,reason,handling,program,run,publisher";
    assertEquals(
        ExitStatus.GOOD,
        run("prove", letter.toString(), "--out", proof.toString(), "--disclose", all),
        err);
    assertTrue(err.contains("Not shown, to protect a source: collector, handling, machine, name"));
    assertLacks(
        proof, "Informant-K", "Collector-C", "Machine-M", "Reason-R", "from-k", "Lettername");
    assertTrue(holds(proof, "Publisher-P"));
  }

  private void assertLacksPersonsKeys(Path bundle) throws IOException {
    try (Stream<Path> keys = Files.list(archive.folder().resolve("keys"))) {
      for (Path key : keys.filter(one -> one.getFileName().toString().startsWith("p")).toList()) {
        assertLacks(bundle, Files.readString(key).strip());
      }
    }
  }

  private static void assertLacks(Path bundle, String... words) throws IOException {
    for (String word : words) {
      assertFalse(holds(bundle, word), word + " stands in " + bundle);
    }
  }

  /** Whether these bytes stand in any file, or in a name; also within Base64 of any kind. */
  private static boolean holds(Path bundle, String word) throws IOException {
    try (Stream<Path> files = Files.walk(bundle)) {
      for (Path file : files.toList()) {
        String text =
            bundle.relativize(file)
                + (Files.isDirectory(file)
                    ? ""
                    : Files.readString(file, StandardCharsets.ISO_8859_1));
        if (text.contains(word)) {
          return true;
        }
        for (int shift = 0; shift < 3; shift++) {
          byte[] shifted = (" ".repeat(shift) + word).getBytes(StandardCharsets.UTF_8);
          String coded = java.util.Base64.getEncoder().withoutPadding().encodeToString(shifted);
          String sure = coded.substring(shift == 0 ? 0 : shift + 1, coded.length() - 1);
          if (sure.length() > 5 && text.contains(sure)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  @Test
  void aDamagedArchiveGivesNoProof() throws IOException {
    Digest letter = archive.add("letter.txt", LETTER);
    Path object =
        archive
            .folder()
            .resolve("vault/" + letter.hex().substring(0, 2) + "/" + letter.hex().substring(2));
    byte[] bytes = Files.readAllBytes(object);
    bytes[3] ^= 1;
    assertEquals(ExitStatus.GOOD, run("list"));
    Files.write(object, bytes);
    Path proof = folder.resolve("proof");
    assertEquals(ExitStatus.FINDINGS, run("prove", letter.toString(), "--out", proof.toString()));
    assertFalse(Files.exists(proof.resolve("SHA256SUMS")), Arrays.toString(bytes));
    assertTrue(err.contains("are not those that were sealed"), err);
  }
}
