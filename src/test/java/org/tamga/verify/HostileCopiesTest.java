package org.tamga.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.EventKind;
import org.tamga.custody.copy.Repair;
import org.tamga.custody.copy.Replication;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;
import org.tamga.vault.SystemDisk;
import org.tamga.verify.Comparison.Relation;

/** Copies that somebody tampered with, confused or cannot write to the end. */
class HostileCopiesTest extends CopyTests {
  @Test
  void twoHistoriesAreNeverMerged() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    TestArchive second = new TestArchive(copy(), made.signer(), made.keeper());
    made.acquire(List.of(MORE.get(0)));
    second.acquire(List.of(MORE.get(1)));
    SortedMap<String, Digest> one = evidence(made.folder());
    SortedMap<String, Digest> two = evidence(copy());
    for (int round = 0; round < 2; round++) {
      assertEquals(Relation.FORKED, compare(made).relation());
      assertEquals(Reason.FORKED, refusal(() -> replicate(made, false)).reason());
      assertEquals(Reason.FORKED, refusal(() -> replicate(made, true)).reason());
      ArchiveException refused = refusal(() -> repair(made, copy()));
      assertEquals(Reason.FORKED, refused.reason());
      assertTrue(String.valueOf(refused.getMessage()).startsWith("FORKED"));
      assertEquals(one, evidence(made.folder()));
      assertEquals(two, evidence(copy()));
      made.acquire(MORE);
      one = evidence(made.folder());
    }
    Path mine = made.folder();
    assertEquals(
        Reason.FORKED,
        refusal(() -> Repair.run(new SystemDisk(), copy(), mine, made.surroundings())).reason());
  }

  @Test
  void aCopyThatIsAheadIsNotPutBack() throws Exception {
    TestArchive made = varied();
    Path older = folder.resolve("older");
    copyAll(made.folder(), older);
    made.acquire(MORE);
    replicate(made, false);
    TestArchive rolledBack = new TestArchive(older, made.signer(), made.keeper());
    ArchiveException refused = refusal(() -> replicate(rolledBack, false));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("the copy is ahead"));
    assertEquals(Relation.BEHIND, compare(rolledBack).relation());
    assertTrue(compare(rolledBack).isGood());
    assertEquals(2, repair(rolledBack, copy()).documents());
    assertEquals(Set.of(), codes(older));
    assertEquals(13, rolledBack.view().size());
  }

  @Test
  void strangersAreRefused() throws Exception {
    TestArchive made = varied();
    TestArchive other = TestArchive.create(copy(), "tamga/another");
    SortedMap<String, Digest> before = evidence(copy());
    assertTrue(
        String.valueOf(refusal(() -> replicate(made, true)).getMessage())
            .contains("another archive"));
    assertEquals(Reason.NOT_POSSIBLE, refusal(() -> repair(other, made.folder())).reason());
    assertEquals(Relation.STRANGER, compare(made).relation());
    assertEquals(before, evidence(copy()));
    Path notes = folder.resolve("notes");
    Files.createDirectories(notes);
    Files.writeString(notes.resolve("diary.txt"), "Tuesday: rain.\n");
    SystemDisk disk = new SystemDisk();
    assertEquals(
        Reason.NOT_POSSIBLE,
        refusal(() -> Replication.run(disk, made.folder(), notes, true, () -> "x")).reason());
    assertEquals(Set.of("diary.txt"), evidence(notes).keySet());
    Path inside = made.folder().resolve("copy");
    refusal(() -> Replication.run(disk, made.folder(), inside, false, () -> "x"));
    assertFalse(Files.exists(inside));
  }

  /** Somebody puts files into the copy: they are found, never counted, and never taken back. */
  @Test
  void plantedFilesDoNotSpread() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    String planted = "A letter that nobody handed in.\n";
    Path object = object(copy(), planted);
    Files.createDirectories(object.getParent());
    Files.writeString(object, planted);
    Files.writeString(copy().resolve("keys/person-00000000.vkey"), "x\n");
    // Under the name of a real document, other bytes.
    Files.writeString(object(copy(), TestArchive.LETTERS.getFirst()), planted);
    Files.delete(object(made.folder(), TestArchive.LETTERS.getFirst()));
    Repair.Outcome outcome = repair(made, copy());
    assertEquals(List.of(digest(TestArchive.LETTERS.getFirst())), outcome.lost());
    assertEquals(-1, outcome.firstEvent());
    assertEquals(Set.of("OBJECT_MISSING"), codes(made.folder()));
    assertEquals(Set.of("OBJECT_ALTERED", "OBJECT_UNEXPECTED", "KEY_UNEXPECTED"), codes(copy()));
    assertFalse(evidence(made.folder()).containsKey("keys/person-00000000.vkey"));
  }

  @Test
  void aDiskThatFailsGivesUpWhatItStillCan() throws Exception {
    TestArchive made = varied();
    made.acquire(MORE);
    rot(object(made.folder(), MORE.get(0)));
    Replication.Outcome outcome = replicate(made, false);
    assertEquals(List.of(digest(MORE.get(0))), outcome.lost());
    assertTrue(Files.exists(object(copy(), MORE.get(1))));
    assertFalse(Files.exists(object(copy(), MORE.get(0))));
    assertEquals(Set.of("OBJECT_MISSING"), codes(copy()));
  }

  @Test
  void anArchiveWhoseLogIsDamagedIsNotCopied() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    SortedMap<String, Digest> before = evidence(copy());
    made.acquire(MORE);
    rot(made.file("log/tile/entries/000.p/12"));
    assertEquals(Reason.DAMAGED, refusal(() -> replicate(made, false)).reason());
    assertEquals(before, evidence(copy()));
  }

  @Test
  void aCheckpointSignedBySomebodyElseIsNotTaken() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    TestArchive forger = TestArchive.create(folder.resolve("forger"), TestArchive.ORIGIN);
    ArchiveView view = made.view();
    var note =
        new org.tamga.tlog.SignedNote(
            view.checkpoint().text(), forger.signer().sign(view.checkpoint(), 1));
    Files.write(copy().resolve("log/checkpoint"), note.bytes());
    Files.delete(made.file("log/checkpoint"));
    assertEquals(Reason.DAMAGED, refusal(() -> repair(made, copy())).reason());
    assertFalse(Files.exists(made.file("log/checkpoint")));
  }

  /** The real disk, but for a limit on what can be written. */
  private static Disk limited(long[] left) {
    SystemDisk disk = new SystemDisk();
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (proxy, method, arguments) -> {
              try {
                if (method.isDefault()
                    && method.getDeclaringClass() == Disk.class
                    && !method.getName().startsWith("sync")) {
                  return java.lang.reflect.InvocationHandler.invokeDefault(
                      proxy, method, arguments);
                }
                Object result = method.invoke(disk, arguments);
                return method.getName().equals("create")
                    ? new Limited((OutputStream) result, left)
                    : result;
              } catch (java.lang.reflect.InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static final class Limited extends FilterOutputStream {
    private final long[] left;

    Limited(OutputStream out, long[] left) {
      super(out);
      this.left = left;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > left[0]) {
        throw new IOException("No space left on device");
      }
      left[0] -= length;
      out.write(bytes, offset, length);
    }
  }

  @Test
  void aFullDiskIsSaidAndTheNextRunGoesOn() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    made.acquire(MORE);
    made.remove(EventKind.DESTROYED, 4);
    int failures = 0;
    long room = 0;
    boolean done = false;
    while (!done) {
      long[] left = {room};
      try {
        Replication.run(
            limited(left), made.folder(), copy(), false, () -> UUID.randomUUID().toString());
        done = true;
      } catch (IOException full) {
        assertEquals("No space left on device", full.getMessage());
        failures++;
      }
      assertEquals(Set.of(), codes(copy()), "with room for " + room + " bytes");
      room += 500;
    }
    assertTrue(failures > 3, failures + " failures");
    assertSame(made);
  }

  @Test
  void aCopyThatHasNotArrivedIsNotWrittenToByOthers() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    Files.copy(made.file("log/checkpoint"), copy().resolve("disclosures/arriving"));
    TestArchive second = new TestArchive(copy(), made.signer(), made.keeper());
    assertEquals(Reason.NOT_POSSIBLE, refusal(() -> second.acquire(MORE)).reason());
    assertEquals(Set.of(), codes(copy()));
    replicate(made, false);
    assertFalse(Files.exists(copy().resolve("disclosures/arriving")));
  }

  @Test
  void anArrivalThatDoesNotFitIsFoundAndHidesNothing() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    TestArchive other = TestArchive.createVaried(folder.resolve("other"));
    other.acquire(MORE);
    Files.copy(other.file("log/checkpoint"), copy().resolve("disclosures/arriving"));
    // A state that would be later, but of which nothing is here: planted files stay findings.
    String planted = "A letter that nobody handed in.\n";
    Path object = object(copy(), planted);
    Files.createDirectories(object.getParent());
    Files.writeString(object, planted);
    assertEquals(Set.of("OBJECT_UNEXPECTED"), codes(copy()));
    assertEquals(
        Reason.FORKED,
        refusal(
                () -> {
                  made.acquire(MORE);
                  replicate(made, false);
                })
            .reason());
    Files.writeString(copy().resolve("disclosures/arriving"), "soon\n");
    assertEquals(Set.of("OBJECT_UNEXPECTED", "ARRIVAL_MALFORMED"), codes(copy()));
  }
}
