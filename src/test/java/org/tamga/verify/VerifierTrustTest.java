package org.tamga.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.SignatureType;
import org.tamga.tlog.SignedNote;
import org.tamga.verify.TestKeys.TestKey;

/** What each kind of deceit is called: by whom the log was signed, and what was cut off. */
class VerifierTrustTest extends BothVerifiers {
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
}
