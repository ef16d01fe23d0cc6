package org.tamga.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.crash.FaultDisk.Fault;
import org.tamga.custody.Archive;
import org.tamga.custody.Archive.Draft;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyClosed;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.custody.KeysInUse;
import org.tamga.keyring.CheapLock;
import org.tamga.keyring.Keyring;
import org.tamga.tlog.Policy;
import org.tamga.tlog.VerifierKey;
import org.tamga.vault.Disk;
import org.tamga.verify.Report;
import org.tamga.verify.Trust;
import org.tamga.verify.Verifier;

/**
 * Stops a change of keys at every operation of the disk: no key that is in use is ever lost, the
 * archive holds, and a second try finishes it. {@code -Dtamga.faults=all} tries every operation;
 * otherwise a spread of them, to keep the suite short.
 */
class KeyFaultTest {
  private static final Path HOME = Path.of("/tamga-in-memory/archive");
  private static final Path KEYS = Path.of("/tamga-in-memory/keys");
  private static final boolean ALL = "all".equals(System.getProperty("tamga.faults"));
  private static final String PASSPHRASE = "eleven geese cross the weir";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Something that changes keys, and does nothing where it was done before. */
  private interface Work {
    void on(Disk disk) throws IOException;
  }

  private static Keyring ring(Disk disk) throws IOException {
    return Keyring.open(disk, KEYS, what -> PASSPHRASE);
  }

  private static Archive open(Disk disk, Keyring ring) throws IOException {
    return Archive.open(
        disk,
        HOME,
        new Archive.Surroundings(ring.logSigner(), Clock.systemUTC(), RANDOM, "tamga test"));
  }

  private static KeysInUse inUse(Disk disk) throws IOException {
    return KeysInUse.of(ArchiveView.open(disk, HOME));
  }

  private static void log(Disk disk, Keyring ring, List<Draft> drafts) throws IOException {
    try (Archive archive = open(disk, ring)) {
      archive.log(drafts);
    }
  }

  private static void rotate(Disk disk) throws IOException {
    Keyring ring = ring(disk);
    open(disk, ring).close();
    KeysInUse keys = inUse(disk);
    Set<VerifierKey> logged =
        keys.all().stream().map(KeysInUse.Known::key).collect(Collectors.toSet());
    if (keys.all().size() > 3) {
      return;
    }
    List<Draft> drafts = new ArrayList<>();
    for (VerifierKey old : keys.with(KeyRole.LOG)) {
      VerifierKey fresh = ring.successor(old, logged, RANDOM);
      drafts.add(new Draft(new KeyAdded(fresh, KeyRole.LOG, "now"), null, null));
    }
    log(disk, ring, drafts);
  }

  private static void close(Disk disk) throws IOException {
    Keyring ring = ring(disk);
    open(disk, ring).close();
    String state = new String(ArchiveView.open(disk, HOME).note().bytes(), StandardCharsets.UTF_8);
    List<VerifierKey> log = List.copyOf(inUse(disk).with(KeyRole.LOG));
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; log.size() == 4 && i < 2; i++) {
      KeyClosed closed = new KeyClosed(log.get(i), log.get(i + 2), state, "now", "its time");
      drafts.add(new Draft(closed, null, ring.keeper()));
    }
    log(disk, ring, drafts);
  }

  private static void lock(Disk disk) throws IOException {
    Keyring ring = ring(disk);
    if (!ring.isLocked()) {
      CheapLock.lock(ring, PASSPHRASE, RANDOM);
    }
  }

  private static void unlock(Disk disk) throws IOException {
    Keyring ring = ring(disk);
    if (ring.isLocked()) {
      ring.unlock(RANDOM);
    }
  }

  private static MemoryDisk begin() throws IOException {
    MemoryDisk disk = new MemoryDisk();
    Keyring ring = Keyring.create(disk, KEYS, "tamga/fault", RANDOM);
    Archive.create(
            disk,
            HOME,
            "tamga/fault",
            ring.keeper().key(),
            new Archive.Surroundings(ring.logSigner(), Clock.systemUTC(), RANDOM, "tamga test"))
        .close();
    return disk;
  }

  @Test
  void noStopLosesAKeyOrTearsAChange(@TempDir Path folder) throws Exception {
    MemoryDisk plain = begin();
    MemoryDisk rotating = plain.copy();
    rotate(rotating);
    Map<String, Work> works = new LinkedHashMap<>();
    works.put("rotate", KeyFaultTest::rotate);
    works.put("close", KeyFaultTest::close);
    Set<String> triples = new TreeSet<>();
    for (Map.Entry<String, Work> work : works.entrySet()) {
      MemoryDisk state = work.getKey().equals("close") ? rotating : plain;
      everyStop(state, work.getKey(), work.getValue(), folder, triples, ALL ? 1 : 9);
    }
    // Each of these asks Argon2id several times a stop: a cheap lock, and a spread of the stops.
    MemoryDisk locked = plain.copy();
    lock(locked);
    everyStop(plain, "lock", KeyFaultTest::lock, folder, triples, ALL ? 3 : 31);
    everyStop(locked, "unlock", KeyFaultTest::unlock, folder, triples, ALL ? 3 : 31);
    System.out.println("KeyFaultTest: " + triples.size() + " distinct triples, 0 keys lost");
    assertTrue(triples.size() > 40, triples::toString);
  }

  private static void everyStop(
      MemoryDisk state, String name, Work work, Path folder, Set<String> triples, int step)
      throws Exception {
    FaultDisk counting = new FaultDisk(state.copy(), Long.MAX_VALUE, Fault.BEFORE);
    work.on(counting);
    for (long at = 0; at < counting.operations(); at += step) {
      for (Fault fault : Fault.values()) {
        for (boolean powerLost : new boolean[] {false, true}) {
          MemoryDisk memory = state.copy();
          FaultDisk faulty = new FaultDisk(memory, at, fault);
          try {
            work.on(faulty);
          } catch (FaultDisk.Dead dead) {
            // Expected: the program is dead, and only the disk is left.
          }
          String when = name + " at " + at + ", " + faulty.where() + ", " + fault + powerLost;
          assertFalse(faulty.where().isEmpty(), when);
          triples.add(when);
          memory.restart(powerLost);
          check(memory, folder, when);
          assertUsable(memory, when);
          work.on(memory);
          check(memory, folder, when + ", done again");
          assertUsable(memory, when + ", done again");
        }
      }
    }
  }

  /** The private half of every key in use is there. */
  private static void assertUsable(MemoryDisk memory, String when) throws IOException {
    Keyring ring = ring(memory);
    KeysInUse keys = inUse(memory);
    for (VerifierKey key : keys.with(KeyRole.LOG)) {
      assertTrue(ring.holds(key), when);
    }
    assertTrue(ring.keeper(keys.with(KeyRole.PERSON)).isPresent(), when);
  }

  /** Sound for whoever knows only the keys of the beginning. */
  private static void check(MemoryDisk memory, Path folder, String when) throws Exception {
    Path copy = Files.createTempDirectory(folder, "copy");
    memory.materialise(HOME, copy);
    VerifierKey first = inUse(memory).all().getFirst().key();
    Policy policy = Policy.parse("log " + first + "\nquorum none\n");
    Report report = Verifier.verify(copy, new Trust(policy, null));
    assertEquals(List.of(), report.findings(), when);
    try (Stream<Path> files = Files.walk(copy)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
