package org.tamga.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.crash.FaultDisk.Fault;
import org.tamga.custody.Archive;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.custody.CustodyEvent.Removal;
import org.tamga.custody.CustodyEvent.Repaired;
import org.tamga.custody.EventKind;
import org.tamga.custody.FileName;
import org.tamga.custody.Particulars;
import org.tamga.custody.copy.Repair;
import org.tamga.custody.copy.Replication;
import org.tamga.keyring.Keyring;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;
import org.tamga.vault.FolderVault;
import org.tamga.vault.SystemDisk;
import org.tamga.vault.Vault.Staged;
import org.tamga.verify.NotAnArchiveException;
import org.tamga.verify.Report;
import org.tamga.verify.Trust;
import org.tamga.verify.Verifier;

/**
 * Stops copying and mending at every operation of the disk, in every way.
 *
 * <p>After each stop the copy is what it was or what it is to become, as the checker sees it; the
 * next run ends the work. {@code -Dtamga.faults=all} tries every operation, otherwise a spread.
 */
class CopyFaultTest {
  private static final Path HOME = Path.of("/tamga-in-memory/archive");
  private static final Path COPY = Path.of("/tamga-in-memory/copy");
  private static final boolean ALL = "all".equals(System.getProperty("tamga.faults"));
  private static final int SPREAD = 31;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Keyring KEYRING = keys();

  private static Keyring keys() {
    try {
      Path folder = Files.createTempDirectory("copy-fault-keys");
      return Keyring.create(new SystemDisk(), folder, "tamga/copy-fault", RANDOM);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private interface Work {
    void on(Disk disk) throws IOException;
  }

  /** How a folder may stand after a stop, and when it counts as done. */
  private record Scene(String name, MemoryDisk state, Path touched, Work work, boolean isNew) {}

  private static Archive.Surroundings surroundings() {
    return new Archive.Surroundings(KEYRING.logSigner(), Clock.systemUTC(), RANDOM, "tamga test");
  }

  private static String name() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void replicate(Disk disk) throws IOException {
    Replication.run(disk, HOME, COPY, false, CopyFaultTest::name);
  }

  private static void repair(Disk disk) throws IOException {
    Repair.run(disk, HOME, COPY, surroundings());
  }

  private static void add(Disk disk, int from, int count) throws IOException {
    add(disk, from, count, count);
  }

  private static void add(Disk disk, int from, int count, int kinds) throws IOException {
    try (Archive archive = Archive.open(disk, HOME, surroundings())) {
      List<Archive.Draft> drafts = new ArrayList<>();
      for (int i = from; i < from + count; i++) {
        byte[] bytes = letter(from + (i - from) % kinds);
        Staged staged = archive.stage(new ByteArrayInputStream(bytes));
        FileName name = FileName.of("letter.txt");
        String now = archive.surroundings().now();
        Acquired acquired =
            new Acquired(
                staged.digest(),
                staged.size(),
                name,
                name,
                now,
                "tamga test",
                "00",
                Particulars.NONE,
                null);
        drafts.add(new Archive.Draft(acquired, staged, null));
      }
      archive.log(drafts);
    }
  }

  private static byte[] letter(int number) {
    return ("A letter about road " + number + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void destroy(Disk disk, long index) throws IOException {
    try (Archive archive = Archive.open(disk, HOME, surroundings())) {
      Removal removal =
          new Removal(EventKind.DESTROYED, index, archive.surroundings().now(), "a reason");
      archive.log(List.of(new Archive.Draft(removal, null, KEYRING.keeper())));
    }
  }

  private static List<Scene> scenes() throws IOException {
    MemoryDisk alone = new MemoryDisk();
    Archive.create(alone, HOME, "tamga/copy-fault", KEYRING.keeper().key(), surroundings()).close();
    add(alone, 0, 4);
    MemoryDisk behind = alone.copy();
    replicate(behind);
    add(behind, 4, 3);
    destroy(behind, 5);
    MemoryDisk over = behind.copy();
    add(over, 7, 250, 3);
    MemoryDisk hurt = over.copy();
    replicate(hurt);
    for (Path file : hurt.list(HOME.resolve("keys"))) {
      hurt.delete(file);
    }
    hurt.delete(HOME.resolve("disclosures/000.jsonl"));
    hurt.delete(HOME.resolve("log/tile/entries/000"));
    for (int i : new int[] {0, 2, 9}) {
      Digest digest = Digest.of(letter(i));
      hurt.delete(HOME.resolve("vault").resolve(FolderVault.pathOf(digest)));
    }
    for (Path path : List.of(HOME, HOME.resolve("keys"), HOME.resolve("disclosures"))) {
      hurt.syncFolder(path);
    }
    return List.of(
        new Scene("a new copy", alone, COPY, CopyFaultTest::replicate, true),
        new Scene("a copy behind", behind, COPY, CopyFaultTest::replicate, false),
        new Scene("a copy behind a full tile", over, COPY, CopyFaultTest::replicate, false),
        new Scene("a damaged archive", hurt, HOME, CopyFaultTest::repair, false));
  }

  @Test
  void noStopLeavesACopyThatTellsAnythingElse(@TempDir Path folder) throws Exception {
    Set<String> triples = new TreeSet<>();
    int stops = 0;
    Map<String, Integer> each = new LinkedHashMap<>();
    for (Scene scene : scenes()) {
      FaultDisk counting = new FaultDisk(scene.state().copy(), Long.MAX_VALUE, Fault.BEFORE);
      scene.work().on(counting);
      for (long at = 0; at < counting.operations(); at += ALL ? 1 : SPREAD) {
        for (Fault fault : Fault.values()) {
          for (boolean powerLost : new boolean[] {false, true}) {
            String where = stop(scene, at, fault, powerLost, folder);
            triples.add(scene.name() + where + fault.word() + powerLost + at);
            stops++;
          }
        }
      }
      each.put(scene.name(), (int) counting.operations());
    }
    System.out.println(
        "CopyFaultTest: "
            + stops
            + " stops, "
            + triples.size()
            + " distinct (operation, fault, state) triples; operations: "
            + each);
  }

  private static String stop(Scene scene, long at, Fault fault, boolean powerLost, Path folder)
      throws Exception {
    MemoryDisk memory = scene.state().copy();
    FaultDisk faulty = new FaultDisk(memory, at, fault);
    try {
      scene.work().on(faulty);
    } catch (FaultDisk.Dead dead) {
      // Expected: the program is dead, and only the disk is left.
    }
    assertNotEquals("", faulty.where(), "operation " + at + " was not reached");
    String when =
        scene.name()
            + ": "
            + faulty.where()
            + ", "
            + fault
            + ", power lost "
            + powerLost
            + ", at "
            + at;
    memory.restart(powerLost);
    boolean damaged = scene.touched().equals(HOME);
    if (!damaged) {
      check(memory, scene.touched(), folder, scene.isNew(), when + ", before the next run");
    }
    scene.work().on(memory);
    check(memory, scene.touched(), folder, false, when + ", after the next run");
    if (damaged) {
      assertSaysWhatItDid(memory, when);
    } else {
      assertEquals(
          ArchiveView.open(memory, HOME).root(), ArchiveView.open(memory, COPY).root(), when);
    }
    return faulty.where();
  }

  /** What a stopped repair had put back is logged by the next one, if not by itself. */
  private static void assertSaysWhatItDid(MemoryDisk memory, String when) throws IOException {
    Set<Long> events = new TreeSet<>();
    Set<String> files = new TreeSet<>();
    ArchiveView.open(memory, HOME)
        .forEach(
            event -> {
              if (event.event().orElse(null) instanceof Repaired repaired) {
                events.addAll(repaired.events());
                files.addAll(repaired.files());
              }
            });
    // Event 5 was destroyed: its document must never come back.
    assertEquals(Set.of(4L, 6L, 14L), events, when);
    assertTrue(
        files.containsAll(Set.of("disclosures/000.jsonl", "log/tile/entries/000")), when + files);
  }

  private static void check(
      MemoryDisk memory, Path home, Path folder, boolean mayBeNone, String when) throws Exception {
    Path copy = Files.createTempDirectory(folder, "copy");
    memory.materialise(home, copy);
    try {
      Report report = Verifier.verify(copy, Trust.NONE);
      assertEquals(List.of(), report.findings(), when);
    } catch (NotAnArchiveException none) {
      assertTrue(mayBeNone, when + none);
    }
    try (Stream<Path> files = Files.walk(copy)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
