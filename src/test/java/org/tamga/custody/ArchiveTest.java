package org.tamga.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.Proof;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.TileTree;
import org.tamga.tlog.TreeHash;
import org.tamga.vault.Digest;
import org.tamga.vault.SystemDisk;

/** What a keeper relies on when documents go in and out of an archive. */
class ArchiveTest {
  private static List<LoggedEvent> events(Archive archive) throws IOException {
    List<LoggedEvent> events = new ArrayList<>();
    archive.view().forEach(events::add);
    return events;
  }

  @Test
  void whatWentInComesOutAsItWas(@TempDir Path folder) throws Exception {
    try (TestArchive test = TestArchive.create(folder)) {
      long index = test.add("a first letter", "a second letter");
      Acquired first = (Acquired) test.archive().view().event(index).event().orElseThrow();
      try (var bytes = test.archive().view().vault().open(first.digest())) {
        assertArrayEquals("a first letter".getBytes(StandardCharsets.UTF_8), bytes.readAllBytes());
      }
      assertEquals("a test", first.particulars().get("source"));
      assertEquals(Digest.of("a first letter".getBytes(StandardCharsets.UTF_8)), first.digest());
    }
  }

  @Test
  void theSameBytesTwiceAreOneObjectAndTwoAcquisitions(@TempDir Path folder) throws Exception {
    try (TestArchive test = TestArchive.create(folder)) {
      test.add("the same letter", "the same letter");
      test.add("the same letter");
      long acquisitions =
          events(test.archive()).stream()
              .filter(event -> event.entry().kind() == EventKind.ACQUIRED)
              .count();
      assertEquals(3, acquisitions);
      assertEquals(1, objects(folder).size());
    }
  }

  private static List<Path> objects(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("archive/vault"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void theLogShowsNothingOfWhatTheEventsSay(@TempDir Path folder) throws Exception {
    try (TestArchive test = TestArchive.create(folder)) {
      test.add("a letter");
    }
    try (Stream<Path> files = Files.walk(folder.resolve("archive/log"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String secret : List.of("a test", "file-", "letter", "received", "sha256:")) {
          assertFalse(text.contains(secret), file + " shows " + secret);
        }
      }
    }
  }

  @Test
  void everyEntryHasAProofAgainstTheSignedCheckpoint(@TempDir Path folder) throws Exception {
    try (TestArchive test = TestArchive.create(folder)) {
      String[] texts = new String[300];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = "letter " + i;
      }
      test.add(texts);
      test.add("one more");
      ArchiveView view = test.archive().view();
      byte[] bytes = Files.readAllBytes(view.layout().checkpoint());
      SignedNote note = SignedNote.parse(bytes);
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      int signature = 0;
      for (var key : test.keyring().logSigner().keys()) {
        assertTrue(checkpoint.isSignedBy(key, note.signatures().get(signature++)));
      }
      TileTree tree = new TileTree(checkpoint.size(), view.tiles());
      for (LoggedEvent event : events(test.archive())) {
        TreeHash leaf = TreeHash.ofLeaf(event.entry().bytes());
        List<TreeHash> proof = tree.inclusionProof(event.index());
        assertTrue(
            Proof.holdsInclusion(leaf, event.index(), checkpoint.size(), proof, checkpoint.root()));
      }
      assertFalse(Files.exists(view.layout().log().resolve("tile/0/000.p")));
    }
  }

  @Test
  void destroyingTakesTheBytesAndTheWordsAndLeavesThePlace(@TempDir Path folder) throws Exception {
    try (TestArchive test = TestArchive.create(folder)) {
      long kept = test.add("a letter to keep");
      long gone = test.add("a letter that endangers somebody");
      test.act(EventKind.DESTROYED, gone);
      assertTrue(test.archive().view().event(gone).event().isEmpty());
      assertTrue(test.archive().view().event(kept).event().isPresent());
    }
    String name =
        Digest.of("a letter that endangers somebody".getBytes(StandardCharsets.UTF_8)).hex();
    try (Stream<Path> files = Files.walk(folder.resolve("archive"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("endangers"), file.toString());
        assertFalse(text.contains(name), file.toString());
        assertFalse(file.toString().contains(name.substring(2)), file.toString());
      }
    }
  }

  @Test
  void bytesThatSomebodyElseHandedInStayWhenOneAcquisitionIsDestroyed(@TempDir Path folder)
      throws Exception {
    try (TestArchive test = TestArchive.create(folder)) {
      long first = test.add("a letter that came twice");
      long second = test.add("a letter that came twice");
      test.act(EventKind.DESTROYED, first);
      assertEquals(1, objects(folder).size());
      test.act(EventKind.DESTROYED, second);
      assertEquals(0, objects(folder).size());
    }
  }

  @Test
  void aSecondWriterIsTurnedAway(@TempDir Path folder) throws Exception {
    try (TestArchive test = TestArchive.create(folder)) {
      test.add("a letter");
      ArchiveException refused =
          assertThrows(ArchiveException.class, () -> TestArchive.open(folder));
      assertEquals(Reason.BUSY, refused.reason());
    }
    TestArchive.open(folder).close();
  }

  @Test
  void aNewerFormatIsLeftAlone(@TempDir Path folder) throws Exception {
    TestArchive.create(folder).close();
    Path description = folder.resolve("archive/archive.json");
    String newer = Files.readString(description).replace("\"format\":1", "\"format\":2");
    Files.writeString(description, newer);
    ArchiveException refused = assertThrows(ArchiveException.class, () -> TestArchive.open(folder));
    assertEquals(Reason.NOT_AN_ARCHIVE, refused.reason());
    assertTrue(String.valueOf(refused.getMessage()).contains("format 2"), refused.getMessage());
  }

  @Test
  void aDamagedCheckpointIsNamed(@TempDir Path folder) throws Exception {
    TestArchive.create(folder).close();
    Path checkpoint = folder.resolve("archive/log/checkpoint");
    Files.writeString(checkpoint, Files.readString(checkpoint).replace("\n4\n", "\n04\n"));
    ArchiveException refused = assertThrows(ArchiveException.class, () -> TestArchive.open(folder));
    assertEquals(Reason.DAMAGED, refused.reason());
    assertTrue(String.valueOf(refused.getMessage()).contains("checkpoint"), refused.getMessage());
  }

  @Test
  void aFolderThatIsNoArchiveIsNamed(@TempDir Path folder) {
    ArchiveException refused =
        assertThrows(ArchiveException.class, () -> ArchiveView.open(new SystemDisk(), folder));
    assertEquals(Reason.NOT_AN_ARCHIVE, refused.reason());
    assertTrue(refused.hint().contains("tamga init"), refused.hint());
  }
}
