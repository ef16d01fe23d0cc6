package org.tamga.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tamga.custody.Archive;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.tlog.TestWitness;
import org.tamga.vault.SystemDisk;

/** What others vouch for goes along with an archive's copies: time stamps and cosignatures. */
class CarriedBesideTest extends CopyTests {
  private static final long NOON_SECONDS = 1_700_000_000;

  private final TestWitness north = new TestWitness("witness.example/north");
  private final TestWitness south = new TestWitness("witness.example/south");

  private static ArchiveView view(Path archive) throws IOException {
    return ArchiveView.open(new SystemDisk(), archive);
  }

  /** A file with the name of a stamp of the present state; what is in it is not asked here. */
  private static Path stamp(Path archive, int number, String words) throws IOException {
    ArchiveView view = view(archive);
    String name = view.size() + "-" + view.root().substring(0, 16) + "-" + number;
    Path folder = Files.createDirectories(archive.resolve("timestamps"));
    Files.writeString(folder.resolve(name + ".pem"), "certificates of " + words);
    return Files.writeString(folder.resolve(name + ".tsr"), words);
  }

  private static Set<String> stamps(Path archive) throws IOException {
    Set<String> words = new TreeSet<>();
    try (Stream<Path> files = Files.list(archive.resolve("timestamps"))) {
      for (Path file : files.toList()) {
        words.add(Files.readString(file));
      }
    }
    return words;
  }

  private NoteSignature cosign(TestArchive made, TestWitness witness) throws IOException {
    NoteSignature line = witness.cosign(view(made.folder()).checkpoint(), NOON_SECONDS).getFirst();
    try (Archive archive = made.open()) {
      archive.attach(List.of(line));
    }
    return line;
  }

  private void logWitnesses(TestArchive made) throws IOException {
    try (Archive archive = made.open()) {
      for (TestWitness witness : List.of(north, south)) {
        KeyAdded added =
            new KeyAdded(witness.keys().getFirst(), KeyRole.WITNESS, archive.surroundings().now());
        archive.log(List.of(new Archive.Draft(added, null, null)));
      }
    }
  }

  @Test
  void stampsAreCarriedAndNoneIsReplaced() throws Exception {
    TestArchive made = varied();
    stamp(made.folder(), 1, "of an early state");
    made.acquire(MORE);
    stamp(made.folder(), 1, "one authority");
    replicate(made, false);
    assertSame(made);
    Path other = stamp(copy(), 2, "an authority that the copy's keeper asked");
    String before = Files.readString(other);
    stamp(made.folder(), 2, "another authority");
    replicate(made, false);
    assertEquals(8, stamps(copy()).size(), "four stamps with their certificates");
    assertEquals(before, Files.readString(other), "the copy's own stayed as it was");
    assertEquals(Set.of(), codes(copy()));
    assertEquals(0, replicate(made, false).files(), "a second run has nothing to do");
  }

  @Test
  void stampsOfAStateThatTheLogNeverHadStayWhereTheyAre() throws Exception {
    TestArchive made = varied();
    Path folder = Files.createDirectories(made.folder().resolve("timestamps"));
    Files.writeString(folder.resolve("3-0123456789abcdef-1.tsr"), "of another log");
    Files.writeString(folder.resolve("letter.txt"), "not a stamp");
    replicate(made, false);
    assertFalse(Files.exists(copy().resolve("timestamps")));
  }

  @Test
  void whatTheArchiveLostComesBackFromTheCopy() throws Exception {
    TestArchive made = varied();
    Path reply = stamp(made.folder(), 1, "one authority");
    replicate(made, false);
    String before = Files.readString(reply);
    Files.delete(reply);
    long size = view(made.folder()).size();
    assertEquals(1, repair(made, copy()).files(), "its certificates are there still");
    assertEquals(before, Files.readString(reply));
    assertEquals(size + 1, view(made.folder()).size(), "it is logged");
    assertEquals(Set.of(), codes(made.folder()));
  }

  @Test
  void cosignaturesOfBothSidesAreKept() throws Exception {
    TestArchive made = varied();
    logWitnesses(made);
    NoteSignature norths = cosign(made, north);
    replicate(made, false);
    assertTrue(view(copy()).note().signatures().contains(norths));
    // The archive's keeper puts back a checkpoint from before, and asks another witness.
    Path checkpoint = made.folder().resolve("log/checkpoint");
    String text = Files.readString(checkpoint);
    Files.writeString(checkpoint, text.replace(norths + "\n", "").replace(norths.toString(), ""));
    NoteSignature souths = cosign(made, south);
    assertFalse(view(made.folder()).note().signatures().contains(norths));
    replicate(made, false);
    assertTrue(view(copy()).note().signatures().containsAll(List.of(norths, souths)));
    assertEquals(Set.of(), codes(copy()));
  }
}
