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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.crash.FaultDisk.Fault;
import org.tamga.custody.Archive;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.custody.CustodyEvent.Removal;
import org.tamga.custody.EventKind;
import org.tamga.custody.FileName;
import org.tamga.custody.LoggedEvent;
import org.tamga.custody.Particulars;
import org.tamga.keyring.Keyring;
import org.tamga.keyring.SecretKey;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.SignatureType;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;
import org.tamga.vault.SystemDisk;
import org.tamga.vault.Vault.Staged;
import org.tamga.verify.Report;
import org.tamga.verify.Trust;
import org.tamga.verify.Verifier;

/**
 * Stops the program at every single operation of the disk, in every way, and looks at what is left.
 *
 * <p>After each stop: a checker that shares no code with the writer finds no damage; the archive
 * opens; and everything that had been called sealed is there. {@code -Dtamga.faults=all} tries
 * every operation; otherwise a spread of them, to keep the suite short.
 */
class FaultTest {
  private static final Path HOME = Path.of("/tamga-in-memory/archive");
  private static final boolean ALL = "all".equals(System.getProperty("tamga.faults"));
  private static final int SPREAD = 17;

  private static Keyring keyring = keys();

  private static final SecretKey WITNESS =
      SecretKey.generate(
          "witness.example/north", SignatureType.ED25519_COSIGNATURE, new SecureRandom());

  private static Keyring keys() {
    try {
      Path folder = Files.createTempDirectory("fault-keys");
      return Keyring.create(new SystemDisk(), folder, "tamga/fault", new SecureRandom());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What a program did, as far as it could say: each batch is named once it is sealed. */
  private static final class Acknowledged {
    final Set<Digest> sealed = new HashSet<>();
    final Set<Digest> destroyed = new HashSet<>();
    final Set<NoteSignature> cosigned = new HashSet<>();
  }

  /** Something that a program does to an archive. */
  private interface Work {
    void on(Disk disk, Acknowledged said) throws IOException;
  }

  private static Archive.Surroundings surroundings() {
    return new Archive.Surroundings(
        keyring.logSigner(), Clock.systemUTC(), new SecureRandom(), "tamga test");
  }

  private static Archive open(Disk disk) throws IOException {
    return Archive.open(disk, HOME, surroundings());
  }

  private static void add(Disk disk, Acknowledged said, int batches, int count, int kinds)
      throws IOException {
    try (Archive archive = open(disk)) {
      for (int batch = 0; batch < batches; batch++) {
        List<Archive.Draft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          drafts.add(draft(archive, "letter " + count + "-" + batch + "-" + i % kinds));
        }
        archive.log(drafts);
        drafts.forEach(draft -> said.sealed.add(((Acquired) draft.event()).digest()));
      }
    }
  }

  private static Archive.Draft draft(Archive archive, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Staged staged = archive.stage(new ByteArrayInputStream(bytes));
    FileName name = FileName.of("letter.txt");
    Acquired acquired =
        new Acquired(
            staged.digest(),
            staged.size(),
            name,
            name,
            archive.surroundings().now(),
            "tamga test",
            "00",
            Particulars.NONE,
            null);
    return new Archive.Draft(acquired, staged, null);
  }

  private static void remove(Disk disk, Acknowledged said, EventKind kind, long index)
      throws IOException {
    try (Archive archive = open(disk)) {
      LoggedEvent event = archive.view().event(index);
      archive.log(
          List.of(
              new Archive.Draft(
                  new Removal(kind, index, archive.surroundings().now(), "a reason"),
                  null,
                  keyring.keeper())));
      if (kind == EventKind.DESTROYED) {
        said.destroyed.add(((Acquired) event.event().orElseThrow()).digest());
      }
    }
  }

  private static void cosign(Disk disk, Acknowledged said) throws IOException {
    try (Archive archive = open(disk)) {
      KeyAdded added =
          new KeyAdded(WITNESS.verifierKey(), KeyRole.WITNESS, archive.surroundings().now());
      archive.log(List.of(new Archive.Draft(added, null, null)));
      Checkpoint checkpoint = archive.view().checkpoint();
      byte[] raw = WITNESS.sign(checkpoint.messageFor(WITNESS.verifierKey(), 1_700_000_000));
      NoteSignature line = NoteSignature.of(WITNESS.verifierKey(), 1_700_000_000, raw);
      archive.attach(List.of(line));
      said.cosigned.add(line);
    }
  }

  private static Map<String, MemoryDisk> states() throws IOException {
    Map<String, MemoryDisk> states = new LinkedHashMap<>();
    MemoryDisk empty = new MemoryDisk();
    Archive.create(empty, HOME, "tamga/fault", keyring.keeper().key(), surroundings()).close();
    states.put("empty", empty);
    MemoryDisk few = empty.copy();
    add(few, new Acknowledged(), 2, 3, 3);
    states.put("few", few);
    MemoryDisk brim = few.copy();
    add(brim, new Acknowledged(), 1, 244, 2);
    states.put("two below a full tile", brim);
    return states;
  }

  private static Map<String, Work> works() {
    Map<String, Work> works = new LinkedHashMap<>();
    works.put("add", (disk, said) -> add(disk, said, 2, 3, 3));
    works.put("add the same again", (disk, said) -> add(disk, said, 1, 2, 1));
    works.put("withhold", (disk, said) -> remove(disk, said, EventKind.WITHHELD, 4));
    works.put("destroy", (disk, said) -> remove(disk, said, EventKind.DESTROYED, 4));
    works.put("cosign", FaultTest::cosign);
    return works;
  }

  @BeforeAll
  static void theArchiveIsMadeInMemoryOnly() {
    assertTrue(Files.notExists(HOME));
  }

  @Test
  void noStopLosesWhatWasCalledSealed(@TempDir Path folder) throws Exception {
    Set<String> triples = new TreeSet<>();
    int stops = 0;
    for (Map.Entry<String, MemoryDisk> state : states().entrySet()) {
      for (Map.Entry<String, Work> work : works().entrySet()) {
        if (state.getKey().equals("empty") && !work.getKey().startsWith("add")) {
          continue;
        }
        long operations = count(state.getValue(), work.getValue());
        for (long at = 0; at < operations; at += ALL ? 1 : SPREAD) {
          for (Fault fault : Fault.values()) {
            for (boolean powerLost : new boolean[] {false, true}) {
              String where = stop(state.getValue(), work.getValue(), at, fault, powerLost, folder);
              triples.add(
                  work.getKey()
                      + ": "
                      + where
                      + ", "
                      + fault.word()
                      + (powerLost ? " and unforced data lost" : "")
                      + ", "
                      + state.getKey()
                      + " at "
                      + at);
              stops++;
            }
          }
        }
      }
    }
    System.out.println(
        "FaultTest: "
            + stops
            + " stops, "
            + triples.size()
            + " distinct (operation, fault, state) triples, 0 acknowledged documents lost");
  }

  private static long count(MemoryDisk state, Work work) throws IOException {
    FaultDisk disk = new FaultDisk(state.copy(), Long.MAX_VALUE, Fault.BEFORE);
    work.on(disk, new Acknowledged());
    return disk.operations();
  }

  private static String stop(
      MemoryDisk state, Work work, long at, Fault fault, boolean powerLost, Path folder)
      throws Exception {
    MemoryDisk memory = state.copy();
    FaultDisk faulty = new FaultDisk(memory, at, fault);
    Acknowledged said = new Acknowledged();
    try {
      work.on(faulty, said);
    } catch (FaultDisk.Dead dead) {
      // Expected: the program is dead, and only the disk is left.
    }
    assertNotEquals("", faulty.where(), "operation " + at + " was not reached");
    String when = faulty.where() + ", " + fault + ", power lost " + powerLost + ", at " + at;
    memory.restart(powerLost);
    check(memory, folder, when + ", before it is opened again");
    open(memory).close();
    check(memory, folder, when + ", after it was opened again");
    assertHolds(memory, said, when);
    return faulty.where();
  }

  private static void check(MemoryDisk memory, Path folder, String when) throws Exception {
    Path copy = Files.createTempDirectory(folder, "copy");
    memory.materialise(HOME, copy);
    Report report = Verifier.verify(copy, Trust.NONE);
    assertEquals(List.of(), report.findings(), when);
    try (Stream<Path> files = Files.walk(copy)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void assertHolds(MemoryDisk memory, Acknowledged said, String when)
      throws IOException {
    ArchiveView view = ArchiveView.open(memory, HOME);
    Set<Digest> logged = new HashSet<>();
    view.forEach(
        event -> {
          if (event.event().orElse(null) instanceof Acquired acquired) {
            logged.add(acquired.digest());
          }
        });
    for (Digest digest : said.sealed) {
      assertTrue(logged.contains(digest), when + ": lost " + digest);
      try (var bytes = view.vault().open(digest)) {
        assertEquals(digest, Digest.of(bytes.readAllBytes()), when);
      }
    }
    assertTrue(view.note().signatures().containsAll(said.cosigned), when);
    for (Digest digest : said.destroyed) {
      assertTrue(!view.vault().contains(digest), when + ": destroyed, but there: " + digest);
    }
  }
}
