package org.tamga.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Disclosures;
import org.tamga.custody.Entry;
import org.tamga.custody.EventKind;
import org.tamga.custody.Journal;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.EntryBundle;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.TreeHash;

/** What each kind of damage is called, by both checkers alike. */
class VerifierTest extends BothVerifiers {
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
  void aDestructionThatAJournalWillFinishIsNoDamage() throws Exception {
    TestArchive made = TestArchive.create(folder.resolve("archive"));
    made.acquire(TestArchive.LETTERS);
    Path said = made.file("disclosures/000.jsonl");
    String before = Files.readString(said);
    made.remove(EventKind.DESTROYED, 6);
    String destroying = Files.readAllLines(said).getLast();
    // The program died after sealing: nothing is gone yet, and the journal is still there.
    Files.writeString(said, before + destroying + "\n");
    Files.writeString(letter(made, 2), TestArchive.LETTERS.get(2));
    assertEquals(Set.of("DESTRUCTION_UNFINISHED"), codes(made));
    byte[] bundle = Files.readAllBytes(made.file("log/tile/entries/000.p/8"));
    Entry entry = Entry.parse(EntryBundle.parse(bundle, 8).getLast());
    var shown = (Disclosures.Shown) Disclosures.parse(destroying);
    var pending = List.of(new Journal.Pending(entry, shown));
    Files.write(made.file(Journal.FILE), new Journal(7, List.of(), pending).bytes());
    assertEquals(Set.of(), codes(made));
    assertEquals(
        List.of("DESTROYED", "UNFINISHED"),
        Verifier.verify(made.folder(), Trust.NONE).notes().stream()
            .map(note -> note.code().name())
            .toList());
    Files.writeString(letter(made, 2), "The bridge at Ilmenfurt is open.\n");
    assertEquals(Set.of("OBJECT_ALTERED"), codes(made));
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
