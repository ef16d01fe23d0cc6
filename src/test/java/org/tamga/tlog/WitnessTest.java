package org.tamga.tlog;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tamga.tlog.SignedNote.NoteSignature;

class WitnessTest {
  private static final Path VECTORS = Path.of("src/test/resources/vectors/witness");
  private static final TestLog LOG = TestLog.of(256);

  private static void hold(Witness witness, int size) throws IOException {
    assertEquals(200, witness.submit(LOG.request(0, size).bytes()).status());
  }

  /**
   * Each file is a request. Its name begins with the status that answers it: from a witness that
   * holds nothing, or, where {@code after-5} follows, from one that holds the file {@code held-5}.
   */
  @TestFactory
  Stream<DynamicTest> vectors() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(VECTORS)) {
      files = all.filter(file -> name(file).matches("[0-9]{3}-.*")).sorted().toList();
    }
    assertFalse(files.isEmpty());
    return files.stream().map(file -> DynamicTest.dynamicTest(name(file), () -> judge(file)));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static void judge(Path file) throws IOException {
    TestWitness test = new TestWitness("witness.example/north");
    VerifierKey key = VerifierKey.parse(Files.readString(VECTORS.resolve("log.vkey")).strip());
    boolean held = name(file).contains("-after-5-");
    SignedNote five = SignedNote.parse(Files.readAllBytes(VECTORS.resolve("held-5")));
    if (held) {
      test.remember(key.name(), five);
    }
    byte[] body = Files.readAllBytes(file);
    Verdict verdict = test.watching(key).submit(body);
    assertEquals(Integer.parseInt(name(file).substring(0, 3)), verdict.status(), verdict.body());
    SignedNote now = test.recall(key.name());
    if (verdict instanceof Verdict.Cosigned) {
      WitnessRequest request = WitnessRequest.parse(body);
      assertArrayEquals(body, request.bytes());
      assertEquals(request.note().text(), requireNonNull(now).text());
    } else {
      assertEquals(held ? five : null, now, "a refusal changes nothing");
    }
    if (verdict instanceof Verdict.OtherSize) {
      assertEquals(held ? "5\n" : "0\n", verdict.body());
      assertEquals("text/x.tlog.size", verdict.mediaType());
    }
    if (verdict instanceof Verdict.Inconsistent) {
      assertEquals(1, test.evidence.size());
    }
  }

  @Test
  void aCosignatureHoldsAndStatesTheTime() throws Exception {
    TestWitness test = new TestWitness("witness.example/north");
    Witness witness = test.watching(LOG.key());
    Verdict verdict = witness.submit(LOG.request(0, 5).bytes());
    List<NoteSignature> lines = assertInstanceOf(Verdict.Cosigned.class, verdict).signatures();
    assertEquals(2, lines.size());
    for (int i = 0; i < 2; i++) {
      assertTrue(LOG.checkpoint(5).isSignedBy(test.keys().get(i), lines.get(i)));
      assertFalse(LOG.checkpoint(6).isSignedBy(test.keys().get(i), lines.get(i)));
      long time = java.nio.ByteBuffer.wrap(lines.get(i).bytes()).getLong();
      assertEquals(TestWitness.NOON.getEpochSecond(), time);
    }
  }

  @Test
  void whatIsHandedOutHasTheLogsSignatureAndTheCosignaturesThatWereGiven() throws Exception {
    Witness witness = new TestWitness("witness.example/north").watching(LOG.key());
    String hash = Witness.originHash(TestLog.ORIGIN);
    assertTrue(witness.latest(hash).isEmpty(), "nothing cosigned yet");
    assertTrue(witness.latest(Witness.originHash("example.org/other")).isEmpty());
    SignedNote stranger = TestLog.of("example.org/somebody-else", 9).note(5);
    List<NoteSignature> both =
        List.of(stranger.signatures().getFirst(), LOG.note(5).signatures().getFirst());
    WitnessRequest request =
        new WitnessRequest(0, List.of(), new SignedNote(LOG.note(5).text(), both));
    Verdict verdict = witness.submit(request.bytes());
    List<NoteSignature> expected = new ArrayList<>(LOG.note(5).signatures());
    expected.addAll(assertInstanceOf(Verdict.Cosigned.class, verdict).signatures());
    assertEquals(new SignedNote(LOG.note(5).text(), expected), witness.latest(hash).orElseThrow());
  }

  @Test
  void aForkIsEvidenceEvenWhereTheAnswerIsAnotherSize() throws Exception {
    TestWitness test = new TestWitness("witness.example/north");
    Witness witness = test.watching(LOG.key());
    hold(witness, 5);
    TestLog fork = LOG.forkAfter(3, "no boat");
    assertEquals(409, witness.submit(fork.request(0, 5).bytes()).status());
    assertTrue(test.evidence.getLast().isFork());
    assertEquals(422, witness.submit(fork.request(5, 5).bytes()).status());
    assertTrue(test.evidence.getLast().isFork());
    assertEquals(422, witness.submit(fork.request(5, 9).bytes()).status());
    assertFalse(test.evidence.getLast().isFork(), "anybody could send a wrong proof");
    assertEquals(409, witness.submit(LOG.request(0, 4).bytes()).status());
    assertEquals(3, test.evidence.size(), "an older state is no contradiction");
  }

  @Test
  void logsDoNotGetInEachOthersWay() throws Exception {
    TestLog other = TestLog.of("example.org/well-log", 20);
    Witness witness = new TestWitness("witness.example/north").watching(LOG.key(), other.key());
    hold(witness, 9);
    assertEquals(200, witness.submit(other.request(0, 4).bytes()).status());
    assertEquals(200, witness.submit(LOG.request(9, 12).bytes()).status());
    assertEquals(200, witness.submit(other.request(4, 20).bytes()).status());
  }

  @Test
  void aNameThatCannotBeCosignedIsRefusedAtTheStart() {
    TestLog longName = TestLog.of("example.org/" + "x".repeat(244), 1);
    TestWitness test = new TestWitness("witness.example/north");
    assertThrows(MalformedLogException.class, () -> test.watching(longName.key()));
  }

  /** A memory that stores and then says that it did not, as a disk does that fails late. */
  @Test
  void whatWasStoredDespiteAFaultCounts() throws Exception {
    TestWitness test = new TestWitness("witness.example/north");
    boolean[] failing = {true};
    WitnessMemory late =
        new WitnessMemory() {
          @Override
          public @Nullable SignedNote recall(String origin) {
            return test.recall(origin);
          }

          @Override
          public void remember(String origin, SignedNote note) throws IOException {
            test.remember(origin, note);
            if (failing[0]) {
              throw new IOException("the disk says no");
            }
          }

          @Override
          public void keep(Contradiction contradiction) {
            test.keep(contradiction);
          }
        };
    Witness witness = test.watching(late, LOG.key());
    assertThrows(IOException.class, () -> witness.submit(LOG.request(0, 5).bytes()));
    failing[0] = false;
    assertEquals("5\n", witness.submit(LOG.request(0, 5).bytes()).body());
    assertEquals(200, witness.submit(LOG.request(5, 5).bytes()).status());
  }

  @Test
  void fiftyAtOnceNeverGetCosignaturesForTwoHistoriesOfOneSize() throws Exception {
    long seed = Long.getLong("tamga.seed", System.nanoTime());
    System.out.println("WitnessTest: -Dtamga.seed=" + seed);
    Random random = new Random(seed);
    TestWitness test = new TestWitness("witness.example/north");
    Witness witness = test.watching(LOG.key());
    List<TestLog> histories = List.of(LOG, LOG.forkAfter(3, "no boat"), LOG.forkAfter(6, "rafts"));
    Map<Integer, String> cosigned = new HashMap<>();
    int held = 0;
    int given = 0;
    for (int round = 0; round < 4; round++) {
      List<WitnessRequest> requests = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        TestLog history = histories.get(random.nextInt(histories.size()));
        requests.add(history.request(held, held + random.nextInt(4)));
      }
      List<Verdict> verdicts = allAtOnce(witness, requests);
      for (int i = 0; i < requests.size(); i++) {
        if (verdicts.get(i) instanceof Verdict.Cosigned) {
          Checkpoint checkpoint = requests.get(i).checkpoint();
          String root = checkpoint.root().toString();
          String before = cosigned.putIfAbsent((int) checkpoint.size(), root);
          assertTrue(before == null || before.equals(root), "two histories, seed " + seed);
          held = Math.max(held, (int) checkpoint.size());
          given++;
        }
      }
    }
    assertTrue(given > 0, "seed " + seed);
    long size = Checkpoint.parse(requireNonNull(test.recall(TestLog.ORIGIN)).text()).size();
    assertEquals(held, size, "the largest state cosigned is the one held, seed " + seed);
  }

  private static List<Verdict> allAtOnce(Witness witness, List<WitnessRequest> requests)
      throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    List<Verdict> verdicts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
      List<Future<Verdict>> coming = new ArrayList<>();
      for (WitnessRequest request : requests) {
        coming.add(
            threads.submit(
                () -> {
                  gate.await();
                  return witness.submit(request.bytes());
                }));
      }
      gate.countDown();
      for (Future<Verdict> one : coming) {
        verdicts.add(one.get());
      }
    }
    return verdicts;
  }
}
