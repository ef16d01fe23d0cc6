package org.tamga.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tamga.custody.CustodyEvent.Repaired;
import org.tamga.custody.EventKind;
import org.tamga.custody.copy.Repair;
import org.tamga.custody.copy.Replication;
import org.tamga.verify.Comparison.Relation;

/** What the keeper of an archive and of its copies lives through. */
class CopiesTest extends CopyTests {
  @Test
  void aCopyHoldsTheSameBytesAndChecksOnItsOwn() throws Exception {
    TestArchive made = varied();
    Replication.Outcome outcome = replicate(made, false);
    assertEquals(2, outcome.documents());
    assertEquals(0, outcome.before());
    assertSame(made);
    assertEquals(Set.of(), codes(copy()));
  }

  @Test
  void aSecondRunCopiesOnlyWhatIsNew() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    Path old = object(copy(), TestArchive.LETTERS.getFirst());
    var before = Files.readAttributes(old, java.nio.file.attribute.BasicFileAttributes.class);
    made.acquire(MORE);
    Replication.Outcome outcome = replicate(made, false);
    assertEquals(2, outcome.documents());
    var after = Files.readAttributes(old, java.nio.file.attribute.BasicFileAttributes.class);
    assertEquals(before.fileKey(), after.fileKey());
    assertSame(made);
    Replication.Outcome third = replicate(made, false);
    assertEquals(0, third.documents() + third.files());
    assertEquals(Relation.SAME, compare(made).relation());
  }

  @Test
  void aCopyOfManyEventsIsBroughtForwardOverFullTiles() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    List<String> letters = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      letters.add("Letter " + i + " of the harbour office.\n");
    }
    made.acquire(letters);
    replicate(made, false);
    assertEquals(Set.of(), codes(copy()));
    assertSame(made);
  }

  @Test
  void whatIsDestroyedGoesFromTheCopyToo() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    String letter = TestArchive.LETTERS.getFirst();
    assertTrue(Files.exists(object(copy(), letter)));
    made.remove(EventKind.DESTROYED, 4);
    assertEquals(1, replicate(made, false).destroyed());
    assertFalse(Files.exists(object(copy(), letter)));
    for (String name : evidence(copy()).keySet()) {
      String bytes = Files.readString(copy().resolve(name), StandardCharsets.ISO_8859_1);
      // The decision about it was a different event, which nobody destroyed.
      assertTrue(name.equals("disclosures/000.jsonl") || !bytes.contains(digest(letter).hex()));
    }
    assertSame(made);
  }

  @Test
  void aByteRotsOnEitherSideAndItIsSaidOnWhich() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    rot(object(made.folder(), TestArchive.LETTERS.getFirst()));
    Comparison mine = compare(made);
    assertEquals(Relation.SAME, mine.relation());
    assertFalse(mine.isGood());
    String line = mine.jsonLines().getFirst();
    assertTrue(line.contains("\"code\":\"OBJECT_ALTERED\""), line);
    assertTrue(line.endsWith(",\"side\":\"archive\",\"elsewhere\":\"whole\"}"), line);
    assertTrue(mine.sentence().endsWith("the archive is damaged, the other is not"));
    rot(object(copy(), TestArchive.LETTERS.getFirst()));
    assertTrue(compare(made).jsonLines().getFirst().contains("\"elsewhere\":\"damaged\""));
    rot(object(made.folder(), TestArchive.LETTERS.getFirst()));
    assertTrue(compare(made).sentence().endsWith("the other is damaged, the archive is not"));
    Replication.Outcome outcome = replicate(made, true);
    assertEquals(1, outcome.documents());
    assertTrue(compare(made).isGood());
  }

  /** Whatever single file is lost or rots, a repair puts it back, and says so. */
  @Test
  void anyOneFileIsRepaired() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    for (String name : evidence(made.folder()).keySet()) {
      if (name.equals("README.txt")) {
        continue;
      }
      for (boolean gone : new boolean[] {true, false}) {
        TestArchive hurt =
            new TestArchive(
                folder.resolve("hurt-" + gone + "-" + name.replace('/', '_')),
                made.signer(),
                made.keeper());
        copyAll(made.folder(), hurt.folder());
        if (gone) {
          Files.delete(hurt.file(name));
        } else {
          rot(hurt.file(name));
        }
        boolean needless = codes(hurt.folder()).isEmpty() && !name.startsWith("vault/");
        Repair.Outcome outcome = repair(hurt, copy());
        assertEquals(Set.of(), codes(hurt.folder()), name + ", gone " + gone);
        assertEquals(needless ? 0 : 1, outcome.documents() + outcome.files(), name);
        assertEquals(needless ? 10 : 11, hurt.view().size(), name);
        assertFalse(Files.exists(hurt.file("repairing.jsonl")));
      }
    }
  }

  @Test
  void aDiskDiesAndTheCopyBringsEverythingBack() throws Exception {
    TestArchive made = varied();
    made.acquire(MORE);
    replicate(made, false);
    TestArchive fresh = new TestArchive(folder.resolve("fresh"), made.signer(), made.keeper());
    Files.createDirectories(fresh.folder());
    Repair.Outcome outcome = repair(fresh, copy());
    assertEquals(4, outcome.documents());
    assertEquals(Set.of(), codes(fresh.folder()));
    var event = fresh.view().event(outcome.firstEvent()).event().orElseThrow();
    Repaired repaired = (Repaired) event;
    assertEquals(List.of(4L, 5L, 10L, 11L), repaired.events());
    assertTrue(repaired.files().contains("log/checkpoint"), repaired.files().toString());
    assertEquals(Relation.AHEAD, Comparison.compare(fresh.folder(), copy(), Trust.NONE).relation());
  }

  @Test
  void anOlderCopyMendsWhatItKnows() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    made.acquire(MORE);
    Files.delete(object(made.folder(), TestArchive.LETTERS.getFirst()));
    rot(made.file("disclosures/000.jsonl"));
    Comparison comparison = compare(made);
    assertEquals(Relation.AHEAD, comparison.relation());
    Repair.Outcome outcome = repair(made, copy());
    assertEquals(1, outcome.documents());
    assertEquals(Set.of(), codes(made.folder()));
    assertEquals(13, made.view().size());
  }

  @Test
  void whatOnlyTheNewerEventsBroughtInCannotComeFromAnOlderCopy() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    made.acquire(MORE);
    Files.delete(object(made.folder(), MORE.getFirst()));
    Repair.Outcome outcome = repair(made, copy());
    assertEquals(List.of(digest(MORE.getFirst())), outcome.lost());
    assertEquals(Set.of("OBJECT_MISSING"), codes(made.folder()));
  }

  /** An older copy still has what was destroyed since; no repair brings it back. */
  @Test
  void whatWasDestroyedStaysDestroyed() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    made.remove(EventKind.DESTROYED, 4);
    Files.delete(made.file("disclosures/000.jsonl"));
    Repair.Outcome outcome = repair(made, copy());
    // What the newest event says is nowhere; the older ones are there again, the destroyed not.
    assertEquals(List.of(10L), outcome.lostEvents());
    assertFalse(Files.exists(object(made.folder(), TestArchive.LETTERS.getFirst())));
    assertFalse(Files.exists(made.file("disclosures/000.jsonl")));
  }

  @Test
  void repairDoesNotBringBackBytesOrWordsOfTheDestroyed() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    made.remove(EventKind.DESTROYED, 4);
    rot(object(made.folder(), TestArchive.LETTERS.get(1)));
    repair(made, copy());
    assertEquals(Set.of(), codes(made.folder()));
    assertFalse(Files.exists(object(made.folder(), TestArchive.LETTERS.getFirst())));
    assertTrue(Files.readString(made.file("disclosures/000.jsonl")).contains("\"index\":4}"));
    assertTrue(Files.exists(object(copy(), TestArchive.LETTERS.getFirst())));
  }

  @Test
  void withheldDocumentsArePutBackToo() throws Exception {
    TestArchive made = varied();
    replicate(made, false);
    Files.delete(object(made.folder(), TestArchive.LETTERS.get(1)));
    assertEquals(1, repair(made, copy()).documents());
    assertTrue(Files.exists(object(made.folder(), TestArchive.LETTERS.get(1))));
  }
}
