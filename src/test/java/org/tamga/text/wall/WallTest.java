package org.tamga.text.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A parser that is made to misbehave is refused by the wall. Each deed is first done without the
 * wall, on harmless targets: so it is the wall, and nothing else, that refuses.
 */
class WallTest {
  /** How many documents are read while workers are killed; 200 by hand. */
  private static final int KILL_DOCUMENTS = Integer.getInteger("tamga.worker.kills", 12);

  private static Path folder;
  private static Path parsers;
  private static Wall wall;
  private static Wall without;

  @BeforeAll
  static void build(@TempDir Path temporary) throws Exception {
    TestWall.assumePossible();
    folder = temporary;
    parsers = TestWall.parsers(folder);
    wall = TestWall.walled(parsers, TestWall.tight());
    Path unwalled = Files.createTempDirectory(folder, "tmp");
    without = TestWall.unwalled(parsers, TestWall.tight(), unwalled);
  }

  @AfterAll
  static void close() {
    if (wall != null) {
      wall.close();
      without.close();
    }
  }

  private static boolean doesIt(Wall through, String order) {
    return TestWall.order(through, order).lines().anyMatch(Misbehaving.DID_IT::equals);
  }

  private static void assertTheWallRefuses(String order) throws Exception {
    assertTrue(doesIt(without, order), order);
    String answer = TestWall.order(wall, order);
    assertTrue(answer.startsWith("refused: "), order + ": " + answer);
  }

  @Test
  void noSocketIsOpened() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertTheWallRefuses("connect " + server.getLocalPort());
    }
  }

  @Test
  void nothingOutsideIsReadOrWritten() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the key");
    assertTheWallRefuses("read " + secret);
    Path target = folder.resolve("written.txt");
    assertTrue(TestWall.order(wall, "write " + target).startsWith("refused: "));
    assertFalse(Files.exists(target));
    assertTrue(TestWall.order(wall, "write /parsers/more.jar").startsWith("refused: "));
    assertTrue(TestWall.order(wall, "write /jdk/more").startsWith("refused: "));
    String names = TestWall.order(wall, "list /").lines().findFirst().orElseThrow();
    assertTrue(names.matches("dev jdk lib (lib64 )?parsers tmp"), names);
    assertTheWallRefuses("write " + target);
  }

  @Test
  void noProcessIsStarted() throws Exception {
    assertTheWallRefuses("start /bin/true");
    assertTrue(TestWall.order(wall, "start /jdk/bin/java").startsWith("refused: "));
  }

  /** Limits hold with walls and without: here the same deed succeeds in a smaller measure. */
  private static void assertTheLimitStops(String small, String large, String reason)
      throws Exception {
    assertTrue(doesIt(wall, small), small);
    String answer = TestWall.order(wall, large);
    assertTrue(answer.startsWith(reason), large + ": " + answer);
    assertTrue(doesIt(wall, small), "replaced");
  }

  @Test
  void memoryIsLimited() throws Exception {
    assertTheLimitStops("heap 8", "heap 8192", "stopped by the limit MEMORY");
    assertTheLimitStops("native 8", "native 8192", "stopped by the limit MEMORY");
  }

  @Test
  void timeIsLimited() throws Exception {
    assertTheLimitStops("loop 10", "loop 600000", "stopped by the limit TIME");
  }

  @Test
  void whatComesBackIsLimited() throws Exception {
    long tenGibibytes = 10L << 30;
    assertTheLimitStops(
        "text 1000", "text " + tenGibibytes, "stopped by the limit TEXT_CHARACTERS");
    assertTheLimitStops("member 1000", "member " + tenGibibytes, "stopped by the limit RATIO");
    assertTheLimitStops("members 3", "members 1000", "stopped by the limit MEMBERS");
    assertTheLimitStops("loop 1", "garbage " + tenGibibytes, "its parser wrote nonsense");
  }

  @Test
  void aCrashCostsOneDocument() throws Exception {
    assertTheLimitStops("loop 1", "exit 7", "its parser crashed");
    assertTrue(TestWall.order(wall, "overflow 100000000").startsWith("it is nested too deep"));
    assertTrue(doesIt(wall, "overflow 10"));
  }

  @Test
  void noWorkerServesTwoSources() throws Exception {
    Source ada = new Source("ada");
    Source ben = new Source("ben");
    assertTrue(TestWall.order(wall, ada, "remember harbour").startsWith("before: []"));
    assertTrue(TestWall.order(wall, ada, "remember lighthouse").startsWith("before: [harbour]"));
    assertTrue(TestWall.order(wall, ben, "remember pier").startsWith("before: []"));
    assertEquals(2, wall.processes().size());
    long oldest = wall.processes().getFirst().pid();
    assertTrue(TestWall.order(wall, new Source("cem"), "remember mole").contains("before: []"));
    List<Long> now = wall.processes().stream().map(Process::pid).toList();
    assertEquals(2, now.size(), "two workers at most");
    assertFalse(now.contains(oldest), "the one that was idle longest is gone");
  }

  @Test
  void everyDocumentIsAccountedForWhileWorkersAreKilled() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    AtomicBoolean done = new AtomicBoolean();
    List<String> outcomes = new ArrayList<>();
    assertTrue(doesIt(wall, "loop 1"), "the wall stands");
    Thread killer = Thread.ofPlatform().start(() -> kill(random, done));
    try {
      for (int i = 0; i < KILL_DOCUMENTS; i++) {
        outcomes.add(TestWall.order(wall, "loop 150"));
      }
    } finally {
      done.set(true);
      killer.join();
    }
    assertEquals(KILL_DOCUMENTS, outcomes.size());
    long read = outcomes.stream().filter(Misbehaving.DID_IT::equals).count();
    long crashed =
        outcomes.stream()
            .filter(one -> one.equals("its parser crashed") || one.contains("did not start"))
            .count();
    assertEquals(KILL_DOCUMENTS, read + crashed, "seed " + seed + ": " + outcomes);
    assertNotEquals(0, crashed, "seed " + seed + ": nothing was killed");
    System.out.println("of " + KILL_DOCUMENTS + " documents " + read + " were read");
  }

  private static void kill(Random random, AtomicBoolean done) {
    try {
      while (!done.get()) {
        Thread.sleep(random.nextInt(900));
        wall.processes().forEach(Process::destroyForcibly);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void withoutBubblewrapNothingPassesAndTheReasonSaysWhatToInstall() throws Exception {
    assertTrue(
        WorkerCommand.walled(
                Path.of(System.getProperty("java.home")),
                parsers,
                TestWall.tight(),
                TestWall.environmentWithoutTools())
            .isEmpty());
    try (Wall none = Wall.none("install bubblewrap")) {
      assertEquals("install bubblewrap", TestWall.order(none, "loop 1"));
    }
  }

  @Test
  void aWallThatTheSystemForbidsIsSaidOnceAndNotTriedAgain() throws Exception {
    WorkerCommand forbidden = new WorkerCommand(List.of("/bin/false"), true);
    try (Wall none = Wall.of(forbidden, TestWall.tight())) {
      assertTrue(TestWall.order(none, "loop 1").contains("does not let bubblewrap build one"));
      assertTrue(TestWall.order(none, "loop 1").contains("or use --no-wall"));
      assertEquals(0, none.processes().size());
    }
  }
}
