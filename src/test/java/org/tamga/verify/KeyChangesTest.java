package org.tamga.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tamga.custody.Archive;
import org.tamga.custody.Archive.Draft;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.CustodyEvent;
import org.tamga.custody.CustodyEvent.Decided;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyClosed;
import org.tamga.custody.CustodyEvent.KeyRevoked;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.custody.CustodyEvent.Repaired;
import org.tamga.custody.LogSigner;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.SignatureType;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.tlog.VerifierKey;
import org.tamga.vault.Digest;
import org.tamga.vault.SystemDisk;
import org.tamga.verify.TestKeys.TestKey;
import org.tamga.verify.TestKeys.TestLogSigner;
import org.tamga.verify.TestKeys.TestPerson;

/** What both verifiers say of keys that were handed over, lost, revoked or misused. */
class KeyChangesTest extends BothVerifiers {
  private static final String TIME = "2026-11-21T12:00:00.123Z";
  private static final TestKey NORTH =
      TestKeys.make("witness.example/north", SignatureType.ED25519_COSIGNATURE);

  private final TestPerson second = TestPerson.make("keeper.example/reed");
  private TestArchive made = new TestArchive(Path.of(""), TestLogSigner.make("x"), second);
  private TestLogSigner fresh = TestLogSigner.make("x");

  /** Several keys that sign together. */
  private record Ring(List<TestKey> all) implements LogSigner {
    @Override
    public List<VerifierKey> keys() {
      return all.stream().map(TestKey::key).toList();
    }

    @Override
    public List<NoteSignature> sign(Checkpoint checkpoint, long timeSeconds) {
      return all.stream().map(key -> key.sign(checkpoint, timeSeconds)).toList();
    }
  }

  @BeforeEach
  void makeAnArchive() throws IOException {
    made = TestArchive.create(folder.resolve("archive"));
    fresh = TestLogSigner.make(TestArchive.ORIGIN);
    made.acquire(TestArchive.LETTERS.subList(0, 1));
  }

  private Ring both() {
    return new Ring(
        List.of(
            made.signer().classical(),
            made.signer().quantum(),
            fresh.classical(),
            fresh.quantum()));
  }

  private void log(LogSigner signer, Draft... drafts) throws IOException {
    var around =
        new Archive.Surroundings(signer, Clock.systemUTC(), new SecureRandom(), "tamga test");
    try (Archive archive = Archive.open(new SystemDisk(), made.folder(), around)) {
      archive.log(List.of(drafts));
    }
  }

  private static Draft added(VerifierKey key, KeyRole role) {
    return new Draft(new KeyAdded(key, role, TIME), null, null);
  }

  private Draft closed(TestKey key, @Nullable TestKey successor, @Nullable String checkpoint) {
    var event =
        new KeyClosed(
            key.key(), successor == null ? null : successor.key(), checkpoint, TIME, "its time");
    return new Draft(event, null, made.keeper());
  }

  private static Draft revoked(TestKey key, long from, @Nullable TestKey next, TestPerson by) {
    VerifierKey successor = next == null ? null : next.key();
    return new Draft(new KeyRevoked(key.key(), from, successor, null, TIME, "stolen"), null, by);
  }

  private static Draft decided(TestPerson by) {
    Digest first = Digest.of(TestArchive.LETTERS.getFirst().getBytes(StandardCharsets.UTF_8));
    CustodyEvent event = new Decided(first, "a1", "accepted", TIME, "read it", null);
    return new Draft(event, null, by);
  }

  private void addFreshKeys() throws IOException {
    log(
        both(),
        added(fresh.classical().key(), KeyRole.LOG),
        added(fresh.quantum().key(), KeyRole.LOG));
  }

  private String checkpoint() throws IOException {
    return Files.readString(made.file(CHECKPOINT));
  }

  private void handOver() throws IOException {
    addFreshKeys();
    String state = checkpoint();
    log(
        both(),
        closed(made.signer().classical(), fresh.classical(), state),
        closed(made.signer().quantum(), fresh.quantum(), state));
  }

  private List<String> notes() throws Exception {
    return Verifier.verify(made.folder(), Trust.NONE).notes().stream()
        .map(note -> note.code() + " " + note.index())
        .toList();
  }

  private static String policyOf(TestKey key) {
    return "log " + key.key() + "\nquorum none\n";
  }

  private static String witnessed(TestKey key) {
    return "log %s\nwitness north %s\nquorum north\n".formatted(key.key(), NORTH.key());
  }

  private void cosign() throws IOException {
    SignedNote note = SignedNote.parse(Files.readAllBytes(made.file(CHECKPOINT)));
    NoteSignature line = NORTH.sign(Checkpoint.parse(note.text()), 1_700_000_000);
    List<NoteSignature> lines = new ArrayList<>(note.signatures());
    lines.add(line);
    Files.write(made.file(CHECKPOINT), new SignedNote(note.text(), lines).bytes());
  }

  @Test
  void whoHoldsOnlyTheOldKeyFollowsARotation() throws Exception {
    Path kept = folder.resolve("kept");
    Files.copy(made.file(CHECKPOINT), kept);
    addFreshKeys();
    // The state of the hand-over carries all four signatures: whoever knows the old keys, a
    // witness too, takes it as any other.
    assertEquals(
        4, SignedNote.parse(checkpoint().getBytes(StandardCharsets.UTF_8)).signatures().size());
    assertEquals(Set.of(), codesUnder(policyOf(made.signer().classical()), made));
    String state = checkpoint();
    log(
        both(),
        closed(made.signer().classical(), fresh.classical(), state),
        closed(made.signer().quantum(), fresh.quantum(), state));
    assertEquals(Set.of(), codes(made));
    assertEquals(List.of("KEY_CLOSED 7", "KEY_CLOSED 8"), notes());
    for (TestKey key :
        List.of(made.signer().classical(), made.signer().quantum(), fresh.classical())) {
      assertEquals(Set.of(), codesUnder(policyOf(key), made));
    }
    assertEquals(Set.of(), codesAgainst(kept, made));
    TestKey stranger = TestKeys.make(TestArchive.ORIGIN, SignatureType.ED25519);
    assertEquals(Set.of("POLICY_LOG_KEY"), codesUnder(policyOf(stranger), made));
    log(new Ring(List.of(fresh.classical(), fresh.quantum())), decided(made.keeper()));
    assertEquals(Set.of(), codesUnder(policyOf(made.signer().classical()), made));
  }

  /** What a hand-over holds is sealed like everything else, and both checkers call damage alike. */
  @Test
  void noByteOfAHandoverCanChange() throws Exception {
    handOver();
    Path file = made.file("disclosures/000.jsonl");
    byte[] good = Files.readAllBytes(file);
    int start =
        new String(good, StandardCharsets.UTF_8).indexOf("{\"fields\"", good.length * 3 / 5);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 8; i++) {
      byte[] bad = good.clone();
      int at = start + random.nextInt(good.length - start);
      bad[at] ^= (byte) (1 << random.nextInt(7));
      Files.write(file, bad);
      assertNotEquals(Set.of(), codes(made), "seed " + seed + ", byte " + at);
    }
  }

  @Test
  void nothingIsLoggedWithoutAllKeysInUse() throws Exception {
    addFreshKeys();
    byte[] before = Files.readAllBytes(made.file(CHECKPOINT));
    assertThrows(ArchiveException.class, () -> log(made.signer(), decided(made.keeper())));
    assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(made.file(CHECKPOINT))));
    assertEquals(Set.of(), codes(made));
  }

  @Test
  void aHandoverMustHoldAStateThatBothKeysSigned() throws Exception {
    String before = checkpoint();
    addFreshKeys();
    for (String state : List.of(before, "nothing\n", checkpoint().replace("\n7\n", "\n6\n"))) {
      Path copy = folder.resolve("copy" + state.length() + state.hashCode());
      copy(made.folder(), copy);
      TestArchive other = new TestArchive(copy, made.signer(), made.keeper());
      TestArchive whole = made;
      made = other;
      log(
          both(),
          closed(made.signer().classical(), fresh.classical(), state),
          closed(made.signer().quantum(), fresh.quantum(), state));
      assertEquals(Set.of("KEY_HANDOVER"), codes(made));
      assertEquals(
          Set.of("KEY_HANDOVER", "POLICY_RECOVERY"),
          codesUnder(policyOf(made.signer().quantum()), made));
      made = whole;
    }
  }

  @Test
  void aLostKeyIsReplacedByAPersonAndWitnesses() throws Exception {
    TestKey old = made.signer().classical();
    log(
        fresh,
        added(fresh.classical().key(), KeyRole.LOG),
        added(fresh.quantum().key(), KeyRole.LOG),
        closed(made.signer().classical(), fresh.classical(), null),
        closed(made.signer().quantum(), fresh.quantum(), null));
    assertEquals(Set.of(), codes(made));
    assertEquals(List.of("KEY_RECOVERED 7", "KEY_RECOVERED 8"), notes());
    assertEquals(Set.of("POLICY_RECOVERY"), codesUnder(policyOf(old), made));
    assertEquals(Set.of(), codesUnder(policyOf(fresh.quantum()), made));
    assertEquals(Set.of("POLICY_QUORUM", "POLICY_RECOVERY"), codesUnder(witnessed(old), made));
    cosign();
    assertEquals(Set.of(), codesUnder(witnessed(old), made));
    assertEquals(
        Report.Result.SOUND, Verifier.verify(made.folder(), policy(witnessed(old))).result());
  }

  @Test
  void whatARevokedPersonSignedSinceCountsForNothing() throws Exception {
    log(made.signer(), decided(made.keeper()), added(second.key(), KeyRole.PERSON));
    Path kept = folder.resolve("kept");
    Files.copy(made.file(CHECKPOINT), kept);
    log(made.signer(), decided(made.keeper()));
    log(made.signer(), revoked(made.keeper().own(), 7, null, second));
    assertEquals(Set.of("SIGNATURE_REVOKED"), codes(made));
    assertEquals(List.of(7L), indexes());
    assertEquals(List.of("KEY_REVOKED 8", "REVOKED_ORDER 8"), notes());
    assertEquals(Set.of("SIGNATURE_REVOKED"), codesAgainst(kept, made));
    Trust trust = new Trust(null, Trust.readKept(Files.readAllBytes(kept)));
    assertTrue(
        Verifier.verify(made.folder(), trust).notes().stream()
            .noneMatch(note -> note.code() == FindingCode.REVOKED_ORDER));
    log(made.signer(), decided(made.keeper()), decided(second));
    assertEquals(List.of(7L, 9L), indexes());
    assertEquals(Set.of("SIGNATURE_REVOKED"), codes(made));
  }

  @Test
  void aClosedPersonSignsNoMore() throws Exception {
    log(
        made.signer(),
        added(second.key(), KeyRole.PERSON),
        closed(made.keeper().own(), second.own(), null));
    assertEquals(Set.of(), codes(made));
    assertEquals(List.of("KEY_CLOSED 6"), notes());
    log(made.signer(), decided(made.keeper()));
    assertEquals(Set.of("SIGNATURE_CLOSED"), codes(made));
    log(made.signer(), revoked(made.keeper().own(), 7, null, second));
    assertEquals(Set.of("SIGNATURE_CLOSED", "SIGNATURE_REVOKED"), codes(made));
  }

  /** The keeper's only key is stolen: it can still make room for another. */
  @Test
  void aStolenKeyMayCloseItself() throws Exception {
    log(
        made.signer(),
        decided(made.keeper()),
        added(second.key(), KeyRole.PERSON),
        closed(made.keeper().own(), second.own(), null),
        revoked(made.keeper().own(), 5, second.own(), second));
    assertEquals(Set.of("SIGNATURE_REVOKED"), codes(made));
    assertEquals(List.of(5L), indexes());
  }

  @Test
  void aThiefOfTheLogsKeyNamesNoSuccessorOfIt() throws Exception {
    TestKey old = made.signer().classical();
    Ring ring = new Ring(List.of(old, made.signer().quantum(), fresh.classical()));
    log(
        ring,
        added(fresh.classical().key(), KeyRole.LOG),
        revoked(old, 5, fresh.classical(), made.keeper()));
    assertEquals(Set.of(), codes(made));
    assertEquals(List.of("KEY_REVOKED 6"), notes());
    assertEquals(Set.of("POLICY_RECOVERY"), codesUnder(policyOf(old), made));
    assertEquals(Set.of(), codesUnder(policyOf(made.signer().quantum()), made));
    String good = checkpoint();
    Checkpoint state =
        Checkpoint.parse(SignedNote.parse(good.getBytes(StandardCharsets.UTF_8)).text());
    Files.writeString(made.file(CHECKPOINT), good + old.sign(state, 0));
    assertEquals(Set.of("SIGNATURE_REVOKED"), codes(made));
    assertEquals(Set.of("SIGNATURE_REVOKED", "POLICY_RECOVERY"), codesUnder(policyOf(old), made));
  }

  @Test
  void aHandoverAfterTheRevocationsIndexIsNone() throws Exception {
    handOver();
    Ring ring = new Ring(List.of(fresh.classical(), fresh.quantum()));
    Path copy = folder.resolve("copy");
    copy(made.folder(), copy);
    log(ring, revoked(made.signer().classical(), 6, null, made.keeper()));
    assertEquals(Set.of("POLICY_RECOVERY"), codesUnder(policyOf(made.signer().classical()), made));
    made = new TestArchive(copy, made.signer(), made.keeper());
    log(ring, revoked(made.signer().classical(), 7, null, made.keeper()));
    assertEquals(Set.of(), codesUnder(policyOf(made.signer().classical()), made));
    assertTrue(notes().contains("REVOKED_ORDER 9"), notes()::toString);
  }

  @Test
  void aClosedKeyOfTheLogSignsNoMore() throws Exception {
    handOver();
    String good = checkpoint();
    Checkpoint state =
        Checkpoint.parse(SignedNote.parse(good.getBytes(StandardCharsets.UTF_8)).text());
    Files.writeString(made.file(CHECKPOINT), good + made.signer().classical().sign(state, 0));
    assertEquals(Set.of("SIGNATURE_CLOSED"), codes(made));
  }

  @Test
  void keysAreClosedOnlyByThoseWhoMayAndForThoseThatCanFollow() throws Exception {
    TestKey stranger = TestKeys.make(TestArchive.ORIGIN, SignatureType.ED25519);
    log(made.signer(), revoked(made.keeper().own(), 5, null, made.keeper()));
    assertEquals(Set.of("KEY_REFERENCE"), codes(made));
    log(made.signer(), closed(stranger, null, null));
    log(made.signer(), closed(made.keeper().own(), stranger, null));
    log(made.signer(), closed(made.keeper().own(), made.signer().classical(), null));
    log(
        made.signer(),
        revoked(made.signer().classical(), 99, made.signer().quantum(), made.keeper()),
        added(made.signer().classical().key(), KeyRole.LOG));
    assertEquals(Set.of("KEY_REFERENCE"), codes(made));
    assertEquals(List.of(5L, 6L, 7L, 8L, 9L, 10L), indexes());
    assertEquals(Set.of(), Set.copyOf(notes()));
  }

  private List<Long> indexes() throws Exception {
    Report report = Verifier.verify(made.folder(), Trust.NONE);
    return report.findings().stream().map(Finding::index).toList();
  }

  @Test
  void aRepairIsUnderstoodByBoth() throws Exception {
    log(
        made.signer(),
        new Draft(new Repaired(List.of(4L), List.of("keys/x"), TIME, "tamga test"), null, null));
    assertEquals(Set.of(), codes(made));
  }

  @Test
  void stampsAreNamedByBothAndStrangeOnesFound() throws Exception {
    Path stamps = Files.createDirectory(made.file("timestamps"));
    String root = made.view().checkpoint().root().toString().substring(0, 16);
    Files.writeString(stamps.resolve("5-" + root + "-1.tsr"), "a stamp");
    Files.writeString(stamps.resolve("5-" + root + "-1.pem"), "a chain");
    assertEquals(Set.of(), codes(made));
    assertEquals(1, notes().size());
    Files.writeString(stamps.resolve("9-" + root + "-1.tsr"), "a stamp");
    Files.writeString(stamps.resolve("alone.pem"), "a chain");
    assertEquals(Set.of("TIMESTAMP_UNEXPECTED"), codes(made));
  }

  @Test
  void aCopyThatHasNotArrivedIsNotJudgedByTheSecondChecker() throws Exception {
    Files.copy(made.file(CHECKPOINT), made.file("disclosures/arriving"));
    PythonVerifier.assume();
    assertEquals(2, PythonVerifier.verify(made.folder()).status());
  }
}
