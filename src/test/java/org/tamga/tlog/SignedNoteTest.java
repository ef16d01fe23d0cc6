package org.tamga.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Notes, keys and checkpoints: what is read is what would be written, or it is refused. */
class SignedNoteTest {
  private static final Path VECTORS = Path.of("src/test/resources/vectors/log");

  /** The example of C2SP signed-note. */
  private static final String KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final String NOTE =
      "This is an example message.\n\n— example.com/foo "
          + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72"
          + "IneyaQM=\n";

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theExampleOfTheSpecificationHolds() {
    VerifierKey key = VerifierKey.parse(KEY);
    assertEquals("example.com/foo", key.name());
    assertEquals("530d903a", key.keyId());
    assertEquals(SignatureType.ED25519, key.type());
    assertEquals(KEY, key.toString());
    SignedNote note = SignedNote.parse(utf8(NOTE));
    assertArrayEquals(utf8(NOTE), note.bytes());
    SignedNote.NoteSignature signature = note.signatures().getFirst();
    assertTrue(signature.names(key));
    assertTrue(key.verifies(utf8(note.text()), signature.bytes()));
    assertFalse(key.verifies(utf8(note.text() + " "), signature.bytes()));
  }

  @Test
  void theTextMayHoldEmptyLines() {
    String note = NOTE.replace("message.\n", "message.\n\nAnd more.\n");
    assertEquals("This is an example message.\n\nAnd more.\n", SignedNote.parse(utf8(note)).text());
  }

  /** Vectors are files named for what they expect. */
  @Test
  void vectorsAreJudgedAsTheirNamesSay() throws IOException {
    int judged = 0;
    try (Stream<Path> files = Files.list(VECTORS)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        byte[] bytes = Files.readAllBytes(file);
        Runnable parsing =
            switch (name.substring(0, name.indexOf('-'))) {
              case "note" -> () -> SignedNote.parse(bytes);
              case "checkpoint" -> () -> Checkpoint.parse(SignedNote.parse(bytes).text());
              case "key" ->
                  () -> VerifierKey.parse(new String(bytes, StandardCharsets.UTF_8).strip());
              case "policy" -> () -> Policy.parse(new String(bytes, StandardCharsets.UTF_8));
              default -> throw new AssertionError("a vector of unknown kind: " + name);
            };
        if (name.contains("-accepted-")) {
          parsing.run();
        } else {
          assertTrue(name.contains("-refused-"), name);
          assertThrows(MalformedLogException.class, parsing::run, name);
        }
        judged++;
      }
    }
    System.out.println("SignedNoteTest: " + judged + " vectors judged");
    assertTrue(judged >= 30, "too few vectors: " + judged);
  }

  @Test
  void pathsOfTilesHaveOneSpelling() {
    for (String path :
        List.of(
            "tile/0/000", "tile/63/x001/x234/067.p/255", "tile/entries/x001/000", "tile/1/999")) {
      assertEquals(path, Tile.parse(path).path());
    }
    assertEquals("x001/x234/067", Tile.indexPath(1_234_067));
    for (String path :
        List.of(
            "tile/0/00",
            "tile/00/000",
            "tile/64/000",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/01",
            "tile/0/x000/000",
            "tile/0/001/000",
            "tile/0/000/",
            "tile/-1/000",
            "tile/entries/000.p/",
            "tile/0/٠٠٠",
            "/tile/0/000")) {
      assertThrows(MalformedLogException.class, () -> Tile.parse(path), path);
    }
  }

  @Test
  void pathsDoNotDependOnTheLocale() {
    java.util.Locale before = java.util.Locale.getDefault();
    try {
      java.util.Locale.setDefault(java.util.Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals("tile/0/x001/234.p/7", new Tile(0, 1234, 7).path());
    } finally {
      java.util.Locale.setDefault(before);
    }
  }

  @Test
  void bundlesAreReadAsTheyAreWrittenOrRefused() {
    List<byte[]> entries = List.of(utf8("one"), new byte[0], utf8("three"));
    byte[] bundle = EntryBundle.write(entries);
    assertEquals(3, EntryBundle.parse(bundle, 3).size());
    assertThrows(MalformedLogException.class, () -> EntryBundle.parse(bundle, 2));
    for (int length = 1; length < bundle.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(bundle, length);
      assertThrows(MalformedLogException.class, () -> EntryBundle.parse(cut, 3));
    }
    byte[] tooLong = new byte[EntryBundle.LONGEST_ENTRY_BYTES + 1];
    assertThrows(MalformedLogException.class, () -> EntryBundle.write(List.of(tooLong)));
  }

  @Test
  void aQuorumIsAskedAsThePolicySays() throws IOException {
    String text = Files.readString(VECTORS.resolve("policy-accepted-two-levels-of-groups"));
    Policy policy = Policy.parse(text);
    assertEquals(List.of("X1", "X2", "Y1"), List.copyOf(policy.witnesses().keySet()));
    assertTrue(policy.quorum().holds(List.of("X1", "X2", "Y1")::contains));
    assertFalse(policy.quorum().holds(List.of("X1", "Y1")::contains));
    assertFalse(policy.quorum().holds(List.of("X1", "X2")::contains));
    assertTrue(Policy.parse("quorum none\n").quorum().holds(name -> false));
  }
}
