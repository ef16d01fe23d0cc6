package org.tamga.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.TestArchive;
import org.tamga.tlog.Policy;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.tlog.TestWitness;
import org.tamga.tlog.VerifierKey;
import org.tamga.verify.FindingCode;
import org.tamga.verify.Report;
import org.tamga.verify.Trust;
import org.tamga.verify.Verifier;

/** An archive and three witnesses, of which the policy asks for two. */
class CosigningTest {
  private static final List<String> NAMES = List.of("north", "south", "west");

  @TempDir private Path folder = Path.of("");

  private final List<ServedWitness> witnesses = new ArrayList<>();
  private String policy = "";

  @BeforeEach
  void start() throws IOException {
    VerifierKey[] logKeys;
    try (TestArchive made = TestArchive.create(folder)) {
      made.add("The ferry to Port Sorrel did not leave on Monday.\n");
      logKeys = made.keyring().logSigner().keys().toArray(VerifierKey[]::new);
    }
    StringBuilder lines = new StringBuilder("log " + logKeys[0] + "\n");
    for (String name : NAMES) {
      Path state = folder.resolve("state-" + name);
      witnesses.add(ServedWitness.start("witness.example/" + name, state, logKeys));
      lines.append(line(name, witnesses.getLast().keys(), witnesses.getLast().address()));
    }
    policy = lines + "group two 2 north south west\nquorum two\n";
  }

  /** One of the two keys: those of the witnesses in the south are post-quantum. */
  private static String line(String name, TestWitness keys, String url) {
    VerifierKey key = keys.keys().get(name.equals("south") ? 1 : 0);
    return "witness " + name + " " + key + " " + url + "\n";
  }

  @AfterEach
  void stop() throws IOException {
    for (ServedWitness witness : witnesses) {
      witness.close();
    }
  }

  private static List<Outcome> cosign(Path folder, String policy) throws IOException {
    List<VerifierKey> logKeys;
    try (TestArchive archive = TestArchive.open(folder)) {
      logKeys = archive.keyring().logSigner().keys();
    }
    try (WitnessClient client = new WitnessClient(Duration.ofSeconds(2))) {
      return Cosigning.cosign(
          () -> TestArchive.open(folder).archive(), logKeys, Policy.parse(policy), client);
    }
  }

  private List<Outcome> cosign() throws IOException {
    return cosign(folder, policy);
  }

  private void add(String text) throws IOException {
    try (TestArchive archive = TestArchive.open(folder)) {
      archive.add(text);
    }
  }

  private Report verify() throws Exception {
    return Verifier.verify(folder.resolve("archive"), new Trust(Policy.parse(policy), null));
  }

  private static Trouble troubleOf(Outcome outcome) {
    return ((Outcome.Failed) outcome).trouble();
  }

  private static List<String> troubles(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(
            outcome ->
                switch (outcome) {
                  case Outcome.Cosigned done -> done.witness();
                  case Outcome.Failed failed -> failed.witness() + " " + failed.trouble();
                })
        .toList();
  }

  private void replaceUrl(String name, String url) {
    policy = policy.replaceAll("(witness " + name + " \\S+) \\S+", "$1 " + url);
  }

  @Test
  void threeWitnessesCosignWhatGrows() throws Exception {
    assertEquals(Report.Result.DAMAGED, verify().result(), "nobody has signed yet");
    assertEquals(NAMES, troubles(cosign()));
    assertEquals(Report.Result.SOUND, verify().result());
    assertEquals(
        Report.Result.CONSISTENT,
        Verifier.verify(folder.resolve("archive"), Trust.NONE).result(),
        "the witnesses' keys are in the log, so no line is by an unknown key");
    add("The ferry left on Tuesday.\n");
    assertEquals(
        FindingCode.POLICY_QUORUM,
        verify().findings().getFirst().code(),
        "a new batch has not been cosigned");
    assertEquals(NAMES, troubles(cosign()));
    assertEquals(NAMES, troubles(cosign()), "the same state again");
    Report report = verify();
    assertEquals(List.of(), report.findings());
    assertEquals(4 + 1 + 3 + 1, report.events(), "three keys were logged, once");
  }

  @Test
  void oneWitnessStoppedIsStillSound() throws Exception {
    assertEquals(NAMES, troubles(cosign()));
    witnesses.get(1).close();
    add("The ferry left on Tuesday.\n");
    assertEquals(List.of("north", "south WITNESS_UNREACHABLE", "west"), troubles(cosign()));
    assertEquals(Report.Result.SOUND, verify().result());
  }

  @Test
  void twoWitnessesStoppedAreNamedByVerify() throws Exception {
    witnesses.get(0).close();
    witnesses.get(2).close();
    assertEquals(
        List.of("north WITNESS_UNREACHABLE", "south", "west WITNESS_UNREACHABLE"),
        troubles(cosign()));
    Report report = verify();
    assertEquals(FindingCode.POLICY_QUORUM, report.findings().getFirst().code());
    assertTrue(report.findings().getFirst().words().endsWith("have not: north, west"));
    assertEquals(1, report.findings().size());
  }

  @Test
  void aWitnessThatComesBackAddsItsCosignatureToTheOthers() throws Exception {
    String good = policy;
    replaceUrl("west", "http://127.0.0.1:1/");
    assertEquals(List.of("north", "south", "west WITNESS_UNREACHABLE"), troubles(cosign()));
    policy = good;
    witnesses.get(0).close();
    assertEquals(List.of("north WITNESS_UNREACHABLE", "south", "west"), troubles(cosign()));
    try (TestArchive archive = TestArchive.open(folder)) {
      assertEquals(
          Set.copyOf(NAMES), Cosigning.signers(archive.archive().view(), Policy.parse(policy)));
    }
  }

  @Test
  void aLogThatWasRolledBackIsToldSo() throws Exception {
    assertEquals(NAMES, troubles(cosign()));
    Path older = folder.resolve("older");
    copy(folder, older);
    add("The ferry left on Tuesday.\n");
    assertEquals(NAMES, troubles(cosign()));
    for (Outcome outcome : cosign(older, policy)) {
      assertEquals(Trouble.WITNESS_AHEAD, troubleOf(outcome));
      assertTrue(troubleOf(outcome).speaksAgainst());
      String words = ((Outcome.Failed) outcome).words();
      assertTrue(words.contains("cosigned 9 events of this log, which has 8 here"), words);
    }
  }

  @Test
  void aForkIsToldSoAndKeptAsEvidence() throws Exception {
    assertEquals(NAMES, troubles(cosign()));
    Path other = folder.resolve("other");
    copy(folder, other);
    add("The ferry left on Tuesday.\n");
    assertEquals(NAMES, troubles(cosign()));
    try (TestArchive archive = TestArchive.open(other)) {
      archive.add("Nobody saw a ferry.\n");
    }
    for (Outcome outcome : cosign(other, policy)) {
      assertEquals(Trouble.WITNESS_FORKED, troubleOf(outcome));
      assertTrue(((Outcome.Failed) outcome).words().contains("/checkpoint"));
    }
    try (TestArchive archive = TestArchive.open(other)) {
      assertFalse(
          archive.archive().view().note().signatures().size() > 2, "nothing was put beneath it");
    }
    for (ServedWitness witness : witnesses) {
      assertTrue(witness.said().getFirst().contains("two histories: " + TestArchive.ORIGIN));
    }
    try (Stream<Path> kept = Files.walk(folder.resolve("state-north/evidence"))) {
      List<String> names =
          kept.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).sorted().toList();
      assertEquals(2, names.size(), names.toString());
      assertTrue(names.getFirst().startsWith("fork-"), names.toString());
    }
  }

  @Test
  void othersWriteToTheArchiveWhileWitnessesAreAsked() throws Exception {
    List<VerifierKey> logKeys;
    try (TestArchive archive = TestArchive.open(folder)) {
      logKeys = archive.keyring().logSigner().keys();
    }
    assertEquals(NAMES, troubles(cosign()));
    int[] opened = {0};
    try (WitnessClient client = new WitnessClient(Duration.ofSeconds(2))) {
      Cosigning.Opening meanwhile =
          () -> {
            if (opened[0]++ == 1) {
              add("It came back on Wednesday.\n");
            }
            return TestArchive.open(folder).archive();
          };
      ArchiveException refusal =
          assertThrows(
              ArchiveException.class,
              () -> Cosigning.cosign(meanwhile, logKeys, Policy.parse(policy), client));
      assertTrue(String.valueOf(refusal.getMessage()).contains("from 8 to 9 events"));
    }
    assertEquals(NAMES, troubles(cosign()), "the next run has the new state cosigned");
    assertEquals(Report.Result.SOUND, verify().result());
  }

  @Test
  void aWitnessThatHangsKeepsNobodyWaitingLong() throws Exception {
    try (Liar silent = Liar.silent();
        Liar dripping = Liar.dripping()) {
      replaceUrl("north", silent.address());
      replaceUrl("west", dripping.address());
      long before = System.nanoTime();
      assertEquals(
          List.of("north WITNESS_SILENT", "south", "west WITNESS_SILENT"), troubles(cosign()));
      assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 20);
    }
  }

  @Test
  void aWitnessThatLiesIsNotBelieved() throws Exception {
    TestWitness stranger = new TestWitness("witness.example/stranger");
    List<String> lies = new ArrayList<>();
    lies.add("");
    lies.add("thank you\n");
    lies.add("5\n");
    try (TestArchive archive = TestArchive.open(folder)) {
      var checkpoint = archive.archive().view().checkpoint();
      stranger.cosign(checkpoint, 1_700_000_000).forEach(line -> lies.add(line.toString()));
      for (NoteSignature line : witnesses.get(0).keys().cosign(checkpoint, 1_700_000_000)) {
        lies.add(line.toString());
      }
    }
    for (String lie : lies) {
      try (Liar liar = Liar.answering(200, lie)) {
        replaceUrl("north", liar.address());
        assertEquals(List.of("north WITNESS_INVALID", "south", "west"), troubles(cosign()), lie);
        assertEquals(Report.Result.SOUND, verify().result());
      }
    }
  }

  @Test
  void answersThatAreNoneAreNamed() throws Exception {
    replaceUrl("south", "ftp://example.org/");
    replaceUrl("west", "http://127.0.0.1:" + 1);
    for (String[] one :
        new String[][] {
          {"404", "", "WITNESS_REFUSED"},
          {"403", "no", "WITNESS_REFUSED"},
          {"500", "a fault", "WITNESS_REFUSED"},
          {"302", "elsewhere", "WITNESS_REFUSED"},
          {"409", "", "WITNESS_INVALID"},
          {"409", "-1\n", "WITNESS_INVALID"},
          {"409", "12", "WITNESS_INVALID"},
          {"409", "9999999999999999999\n", "WITNESS_INVALID"},
          {"409", "3\n", "WITNESS_REFUSED"},
          {"409", "99\n", "WITNESS_AHEAD"},
          {"422", "no", "WITNESS_FORKED"},
          {"200", "x".repeat(1 << 17), "WITNESS_INVALID"},
        }) {
      try (Liar liar = Liar.answering(Integer.parseInt(one[0]), one[1])) {
        replaceUrl("north", liar.address());
        assertEquals(
            List.of("north " + one[2], "south WITNESS_UNREACHABLE", "west WITNESS_UNREACHABLE"),
            troubles(cosign()),
            one[0]);
        assertTrue(liar.requests() <= 2, "asked at most twice");
      }
    }
  }

  @Test
  void nothingThatDoesNotHoldGetsBeneathACheckpoint() throws Exception {
    assertEquals(NAMES, troubles(cosign()));
    TestWitness stranger = new TestWitness("witness.example/stranger");
    try (TestArchive archive = TestArchive.open(folder)) {
      var checkpoint = archive.archive().view().checkpoint();
      List<NoteSignature> unknown = stranger.cosign(checkpoint, 1_700_000_000).subList(0, 1);
      assertThrows(
          IllegalArgumentException.class, () -> archive.archive().attach(unknown), "not logged");
      TestWitness north = witnesses.getFirst().keys();
      var older = new org.tamga.tlog.Checkpoint(checkpoint.origin(), 1, checkpoint.root());
      List<NoteSignature> wrong = north.cosign(older, 1_700_000_000).subList(0, 1);
      assertThrows(IllegalArgumentException.class, () -> archive.archive().attach(wrong), "wrong");
    }
    assertEquals(Report.Result.SOUND, verify().result());
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(f -> !f.startsWith(to) && !f.toString().contains("state-")).toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    }
  }
}
