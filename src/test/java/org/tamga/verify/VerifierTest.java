package org.tamga.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.EventKind;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.Policy;
import org.tamga.tlog.SignatureType;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.TreeHash;
import org.tamga.vault.Digest;
import org.tamga.vault.FolderVault;
import org.tamga.verify.TestKeys.TestKey;

/** What each kind of damage and deceit is called, by both checkers alike. */
class VerifierTest {
  private static final String CHECKPOINT = "log/checkpoint";

  @TempDir Path folder = Path.of("");

  private TestArchive varied() throws IOException {
    return TestArchive.createVaried(folder.resolve("archive"));
  }

  /** Checks an archive in both ways and gives the codes of the findings. */
  private Set<String> codes(TestArchive made, Trust trust, String... options) throws Exception {
    Report report = Verifier.verify(made.folder(), trust);
    Set<String> codes =
        report.findings().stream().map(f -> f.code().name()).collect(Collectors.toSet());
    PythonVerifier.assume();
    PythonVerifier.Run run = PythonVerifier.verify(made.folder(), options);
    assertEquals(report.isGood() ? 0 : 1, run.status(), () -> run.lines() + "/" + report.lines());
    List<String> theirs = new ArrayList<>();
    for (String line : run.lines()) {
      if (line.startsWith("{\"finding\"") || line.startsWith("{\"note\"")) {
        theirs.add(line.replaceFirst(", \"words\".*", ""));
      }
    }
    List<String> ours = new ArrayList<>();
    for (String line : report.jsonLines()) {
      if (line.startsWith("{\"finding\"") || line.startsWith("{\"note\"")) {
        ours.add(line.replaceFirst(",\"words\".*", "").replaceAll("([:,])\"", "$1 \""));
      }
    }
    assertEquals(
        theirs.stream().map(VerifierTest::plain).toList(),
        ours.stream().map(VerifierTest::plain).toList());
    String last = run.lines().getLast();
    assertTrue(last.contains("\"" + report.result().word() + "\""), last);
    assertTrue(last.contains("\"words\": \"" + report.sentence() + "\""), last);
    return new TreeSet<>(codes);
  }

  private static String plain(String line) {
    return line.replace(" ", "");
  }

  private Set<String> codes(TestArchive made) throws Exception {
    return codes(made, Trust.NONE);
  }

  private Trust policy(String text) throws IOException {
    Files.writeString(folder.resolve("policy"), text);
    return new Trust(Policy.parse(text), null);
  }

  private Set<String> codesUnder(String policy, TestArchive made) throws Exception {
    return codes(made, policy(policy), "--policy", folder.resolve("policy").toString());
  }

  private Set<String> codesAgainst(Path kept, TestArchive made) throws Exception {
    Trust trust = new Trust(null, Trust.readKept(Files.readAllBytes(kept)));
    return codes(made, trust, "--checkpoint", kept.toString());
  }

  private static Path letter(TestArchive made, int which) {
    byte[] bytes = TestArchive.LETTERS.get(which).getBytes(StandardCharsets.UTF_8);
    return made.file("vault/" + FolderVault.pathOf(Digest.of(bytes)));
  }

  private static void replace(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(from), from);
    Files.writeString(file, text.replace(from, to));
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void withoutPolicyAGoodArchiveIsOnlyConsistent() throws Exception {
    TestArchive made = varied();
    assertEquals(Set.of(), codes(made));
    Report report = Verifier.verify(made.folder(), Trust.NONE);
    assertEquals(Report.Result.CONSISTENT, report.result());
    assertEquals(10, report.events());
    assertEquals(
        List.of("WITHHELD 5", "DESTROYED 6"),
        report.notes().stream().map(note -> note.code() + " " + note.index()).toList());
  }

  @Test
  void withItsPolicyItIsSound() throws Exception {
    TestArchive made = varied();
    assertEquals(Set.of(), codesUnder(made.policy(), made));
    assertEquals("sound", Verifier.verify(made.folder(), policy(made.policy())).sentence());
  }

  @Test
  void theDescriptionIsSealed() throws Exception {
    TestArchive made = varied();
    Path file = made.file("archive.json");
    String good = Files.readString(file);
    Files.writeString(file, good.replace("d9ea", "d9eb"));
    assertEquals(
        Set.of("ARCHIVE_ALTERED", "CHECKPOINT_ORIGIN", "KEY_ROLE", "SIGNATURE_INVALID"),
        codes(made));
    Files.writeString(file, good.replace(",", ", "));
    assertEquals(Set.of("ARCHIVE_ALTERED", "ARCHIVE_MALFORMED"), codes(made));
    Files.delete(file);
    assertEquals(Set.of("ARCHIVE_MISSING"), codes(made));
    Files.writeString(file, good.replace("\"format\":1", "\"format\":2"));
    assertThrows(NotAnArchiveException.class, () -> Verifier.verify(made.folder(), Trust.NONE));
    assertEquals(2, PythonVerifier.verify(made.folder()).status());
  }

  @Test
  void aFolderWithoutAnArchiveIsNone() throws Exception {
    assertThrows(NotAnArchiveException.class, () -> Verifier.verify(folder, Trust.NONE));
    PythonVerifier.assume();
    assertEquals(2, PythonVerifier.verify(folder).status());
    assertEquals(2, PythonVerifier.verify(folder.resolve("nowhere")).status());
  }

  @Test
  void documentsAreHashedAgain() throws Exception {
    TestArchive made = varied();
    Files.writeString(letter(made, 0), "The harbour office let the families in.\n");
    assertEquals(Set.of("OBJECT_ALTERED"), codes(made));
    Files.delete(letter(made, 0));
    assertEquals(Set.of("OBJECT_MISSING"), codes(made));
  }

  @Test
  void aWithheldDocumentMayBeAbsent() throws Exception {
    TestArchive made = varied();
    Files.delete(letter(made, 1));
    assertEquals(Set.of(), codes(made));
    made.remove(EventKind.RELEASED, 5);
    assertEquals(Set.of("OBJECT_MISSING"), codes(made));
  }

  @Test
  void whatWasDestroyedMustBeGone() throws Exception {
    TestArchive made = TestArchive.create(folder.resolve("archive"));
    made.acquire(TestArchive.LETTERS);
    copy(made.folder(), folder.resolve("before"));
    made.remove(EventKind.DESTROYED, 6);
    Path line = made.file("disclosures/000.jsonl");
    List<String> now = new ArrayList<>(Files.readAllLines(line));
    now.set(6, Files.readAllLines(folder.resolve("before/disclosures/000.jsonl")).get(6));
    Files.writeString(line, String.join("\n", now) + "\n");
    Files.writeString(letter(made, 2), TestArchive.LETTERS.get(2));
    assertEquals(Set.of("DESTRUCTION_UNFINISHED"), codes(made));
    now.set(5, "{\"erased\":\"destroyed\",\"index\":5}");
    Files.writeString(line, String.join("\n", now) + "\n");
    assertEquals(
        Set.of("DESTRUCTION_UNFINISHED", "DISCLOSURE_ERASED", "OBJECT_UNEXPECTED"), codes(made));
  }

  @Test
  void theSameBytesTwiceStayUntilBothAcquisitionsAreDestroyed() throws Exception {
    TestArchive made = TestArchive.create(folder.resolve("archive"));
    made.acquire(List.of(TestArchive.LETTERS.getFirst(), TestArchive.LETTERS.getFirst()));
    made.remove(EventKind.DESTROYED, 4);
    assertEquals(Set.of(), codes(made));
    Files.delete(letter(made, 0));
    assertEquals(Set.of("OBJECT_MISSING"), codes(made));
    made.remove(EventKind.DESTROYED, 5);
    assertEquals(Set.of(), codes(made));
  }

  @Test
  void strangeFilesAreFound() throws Exception {
    TestArchive made = varied();
    Files.writeString(made.file("vault/ab"), "x");
    assertEquals(Set.of("OBJECT_UNEXPECTED"), codes(made));
    Files.writeString(made.file("keys/notes.txt"), "x");
    Files.writeString(made.file("disclosures/001.jsonl"), "x");
    Files.writeString(made.file("log/tile/0/000"), "x");
    Files.writeString(made.file("log/tile/0/0000"), "x");
    Files.writeString(made.file("log/notes.txt"), "x");
    Files.createSymbolicLink(made.file("vault/link"), made.file("archive.json"));
    Files.writeString(made.file("disclosures/000.jsonl.new"), "half a li");
    Files.createDirectories(made.file("vault/incoming"));
    Files.writeString(made.file("vault/incoming/0123"), "half");
    Files.writeString(made.file("notes of the keeper.txt"), "no evidence, nobody's business");
    assertEquals(
        Set.of(
            "DISCLOSURE_UNEXPECTED",
            "FILE_UNEXPECTED",
            "KEY_UNEXPECTED",
            "OBJECT_UNEXPECTED",
            "TILE_UNEXPECTED"),
        codes(made));
  }

  @Test
  void keysAreThoseOfTheLog() throws Exception {
    TestArchive made = varied();
    Path key = made.file("keys/person-" + made.keeper().key().keyId() + ".vkey");
    Files.writeString(key, made.signer().classical().key() + "\n");
    assertEquals(Set.of("KEY_ALTERED"), codes(made));
    Files.delete(key);
    assertEquals(Set.of("KEY_MISSING"), codes(made));
  }

  @Test
  void damageInTheLogIsCalledByItsPlace() throws Exception {
    TestArchive made = varied();
    Path bundle = made.file("log/tile/entries/000.p/10");
    byte[] good = Files.readAllBytes(bundle);
    byte[] bad = good.clone();
    bad[good.length - 100] ^= 1;
    Files.write(bundle, bad);
    // Event 9 says that event 6 was destroyed; without it, what 6 says is erased for no reason.
    assertEquals(Set.of("DISCLOSURE_ERASED", "ENTRY_ALTERED"), codes(made));
    assertEquals(9, Verifier.verify(made.folder(), Trust.NONE).findings().getLast().index());
    Files.write(bundle, java.util.Arrays.copyOf(good, good.length - 1));
    assertTrue(codes(made).contains("TILE_MALFORMED"));
    Files.delete(bundle);
    assertTrue(codes(made).contains("TILE_MISSING"));
    Files.write(bundle, good);
    Path tile = made.file("log/tile/0/000.p/10");
    byte[] hashes = Files.readAllBytes(tile);
    hashes[3] ^= 1;
    Files.write(tile, hashes);
    assertEquals(Set.of("TILE_ALTERED"), codes(made));
    Files.write(tile, new byte[1 << 16]);
    assertEquals(Set.of("TILE_ALTERED"), codes(made));
    Files.delete(tile);
    assertEquals(Set.of("TILE_MISSING"), codes(made));
  }

  @Test
  void disclosuresAreThoseThatWereSealed() throws Exception {
    TestArchive made = varied();
    Path file = made.file("disclosures/000.jsonl");
    String good = Files.readString(file);
    replace(file, "tamga test", "tamga Test");
    assertEquals(Set.of("DISCLOSURE_ALTERED", "OBJECT_UNEXPECTED"), codes(made));
    Files.writeString(file, good.replace("\"index\":4", "\"index\":04"));
    assertEquals(Set.of("DISCLOSURE_MALFORMED", "OBJECT_UNEXPECTED"), codes(made));
    Files.writeString(file, good.stripTrailing());
    assertEquals(Set.of("DISCLOSURE_MALFORMED", "DISCLOSURE_MISSING"), codes(made));
    Files.writeString(file, good + good.lines().toList().getLast() + "\n");
    assertEquals(Set.of("DISCLOSURE_UNEXPECTED"), codes(made));
    Files.delete(file);
    assertTrue(codes(made).contains("DISCLOSURE_MISSING"));
  }

  @Test
  void checkpointsHaveOneFormAndAllTheirSignatures() throws Exception {
    TestArchive made = varied();
    Path file = made.file(CHECKPOINT);
    String good = Files.readString(file);
    Files.delete(file);
    assertEquals(Set.of("CHECKPOINT_MISSING"), codes(made));
    List<String> lines = good.lines().toList();
    Files.writeString(file, String.join("\n", lines.subList(0, 5)) + "\n");
    assertEquals(Set.of("SIGNATURE_MISSING"), codes(made));
    Files.writeString(file, good + lines.get(4) + "\n");
    assertEquals(Set.of("SIGNATURE_REPEATED"), codes(made));
    Files.writeString(file, good.replace("\n\n", "\nan extension\n\n"));
    assertEquals(Set.of("CHECKPOINT_ORIGIN", "SIGNATURE_INVALID"), codes(made));
    Files.writeString(file, good.replace(lines.get(4), stray(lines.get(4))));
    assertEquals(Set.of("CHECKPOINT_MALFORMED"), codes(made));
    TestKey stranger = TestKeys.make("stranger.example", SignatureType.ED25519_COSIGNATURE);
    Checkpoint checkpoint =
        Checkpoint.parse(SignedNote.parse(good.getBytes(StandardCharsets.UTF_8)).text());
    Files.writeString(file, good + stranger.sign(checkpoint, 7));
    assertEquals(Set.of("SIGNATURE_UNKNOWN"), codes(made));
  }

  /** The same Base64 with stray low bits, which a lenient reader would take for the same. */
  private static String stray(String line) {
    int last = line.length() - 2;
    assertEquals('=', line.charAt(line.length() - 1));
    return line.substring(0, last) + (char) (line.charAt(last) + 1) + "=";
  }

  @Test
  void anArchiveRewrittenWithOtherKeysIsFoundUnderAPolicy() throws Exception {
    TestArchive made = varied();
    String policy = made.policy();
    TestArchive rewritten = TestArchive.createVaried(folder.resolve("rewritten"));
    assertEquals(Set.of(), codes(rewritten));
    assertEquals(Set.of("POLICY_LOG_KEY"), codesUnder(policy, rewritten));
    assertEquals(Set.of("CHECKPOINT_FORKED"), codesAgainst(made.file(CHECKPOINT), rewritten));
  }

  @Test
  void aTruncatedArchiveIsFoundByAKeptCheckpoint() throws Exception {
    TestArchive made = TestArchive.create(folder.resolve("archive"));
    made.acquire(TestArchive.LETTERS.subList(0, 2));
    Path older = folder.resolve("older");
    copy(made.folder(), older);
    made.acquire(TestArchive.LETTERS.subList(2, 3));
    Path kept = folder.resolve("kept");
    Files.copy(made.file(CHECKPOINT), kept);
    assertEquals(Set.of(), codesAgainst(older.resolve(CHECKPOINT), made));
    assertEquals(Set.of(), codesAgainst(kept, made));
    TestArchive truncated = new TestArchive(older, made.signer(), made.keeper());
    // A policy cannot see it: the older state was signed too. docs/spec/verify.md says so.
    assertEquals(Set.of(), codesUnder(made.policy(), truncated));
    assertEquals(Set.of("CHECKPOINT_ROLLED_BACK"), codesAgainst(kept, truncated));
    List<String> lines = Files.readAllLines(kept).subList(0, 3);
    Files.writeString(kept, String.join("\n", lines) + "\n");
    assertEquals(Set.of("CHECKPOINT_ROLLED_BACK"), codesAgainst(kept, truncated));
    truncated.acquire(List.of("Another letter altogether.\n"));
    assertEquals(Set.of("CHECKPOINT_FORKED"), codesAgainst(kept, truncated));
  }

  @Test
  void whatRemainsOfCutOffEventsIsFound() throws Exception {
    TestArchive made = TestArchive.create(folder.resolve("archive"));
    made.acquire(TestArchive.LETTERS.subList(0, 2));
    byte[] older = Files.readAllBytes(made.file(CHECKPOINT));
    made.acquire(TestArchive.LETTERS.subList(2, 3));
    Files.write(made.file(CHECKPOINT), older);
    assertEquals(
        Set.of("DISCLOSURE_UNEXPECTED", "OBJECT_UNEXPECTED", "TILE_UNEXPECTED"),
        codesUnder(made.policy(), made));
  }

  @Test
  void aQuorumNamesTheWitnessesThatAreMissing() throws Exception {
    TestArchive made = varied();
    TestKey north = TestKeys.make("north.example", SignatureType.ED25519_COSIGNATURE);
    TestKey south = TestKeys.make("south.example", SignatureType.ML_DSA_44_COSIGNATURE);
    String policy =
        "log %s\nwitness north %s\nwitness south %s\ngroup both all north south\nquorum both\n"
            .formatted(made.signer().quantum().key(), north.key(), south.key());
    assertEquals(Set.of("POLICY_QUORUM"), codesUnder(policy, made));
    String good = Files.readString(made.file(CHECKPOINT));
    Checkpoint checkpoint =
        Checkpoint.parse(SignedNote.parse(good.getBytes(StandardCharsets.UTF_8)).text());
    Files.writeString(made.file(CHECKPOINT), good + south.sign(checkpoint, 1_700_000_000));
    assertEquals(Set.of("POLICY_QUORUM"), codesUnder(policy, made));
    String words = Verifier.verify(made.folder(), policy(policy)).findings().getFirst().words();
    assertTrue(words.endsWith("north"), words);
    Files.writeString(
        made.file(CHECKPOINT),
        good + south.sign(checkpoint, 1_700_000_000) + north.sign(checkpoint, 1_700_000_001));
    assertEquals(Set.of(), codesUnder(policy, made));
    assertEquals(Set.of("SIGNATURE_UNKNOWN"), codes(made));
  }

  @Test
  void anAbsurdSizeDoesNotKeepTheCheckerBusy() throws Exception {
    TestArchive made = varied();
    Checkpoint absurd =
        new Checkpoint(TestArchive.ORIGIN, 999_999_999_999_999_999L, TreeHash.ofEmptyTree());
    SignedNote note = new SignedNote(absurd.text(), made.signer().sign(absurd, 7));
    Files.write(made.file(CHECKPOINT), note.bytes());
    assertTrue(codes(made).contains("TILE_MISSING"));
  }

  @Test
  void nothingInAReportActsOnATerminal() throws Exception {
    TestArchive made = varied();
    Files.writeString(made.file("vault/\u001b[2J\u202e"), "x");
    Report report = Verifier.verify(made.folder(), Trust.NONE);
    assertTrue(report.lines().getFirst().contains("vault/\\u001b[2J\\u202e"));
    for (String line : report.jsonLines()) {
      CanonicalJson.write(org.tamga.custody.Json.text(line));
    }
  }

  @Test
  void theCommandSpeaksInExitStatuses() throws Exception {
    TestArchive made = varied();
    Files.writeString(folder.resolve("policy"), made.policy());
    assertEquals(0, command(made.folder().toString()));
    assertEquals(
        0, command("--policy", folder.resolve("policy").toString(), made.folder().toString()));
    assertEquals(2, command(folder.toString()));
    assertEquals(64, command());
    assertEquals(64, command(made.folder().toString(), "--polcy", "x"));
    assertEquals(64, command(made.folder().toString(), "--policy", "nowhere"));
    Files.writeString(folder.resolve("policy"), "log nonsense\n");
    assertEquals(
        64, command(made.folder().toString(), "--policy", folder.resolve("policy").toString()));
    Files.delete(made.file("archive.json"));
    assertEquals(1, command(made.folder().toString(), "--json"));
  }

  private static int command(String... arguments) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new VerifyCommand(nowhere, nowhere).run(List.of(arguments));
  }
}
