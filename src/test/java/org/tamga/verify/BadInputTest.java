package org.tamga.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.TestWitness;

/** Files of a log that are wrong in the ways of docs/spec/bad-input.md, for both checkers. */
class BadInputTest extends BothVerifiers {
  private static final String HASHES = "log/tile/0/000.p/10";
  private static final String ENTRIES = "log/tile/entries/000.p/10";

  private interface Change {
    byte[] of(byte[] bytes);
  }

  private void assertCode(String code, String name, Change change) throws Exception {
    TestArchive made = TestArchive.createVaried(Files.createTempDirectory(folder, "bad"));
    Path file = made.file(name);
    Files.write(file, change.of(Files.readAllBytes(file)));
    Set<String> codes = codes(made, Trust.NONE);
    assertTrue(codes.contains(code), () -> name + " gave " + codes + ", not " + code);
  }

  private static byte[] more(byte[] bytes, int count) {
    return Arrays.copyOf(bytes, bytes.length + count);
  }

  @Test
  void tilesThatAreCutOffOrTooLong() throws Exception {
    assertCode("TILE_ALTERED", HASHES, bytes -> Arrays.copyOf(bytes, bytes.length - 32));
    assertCode("TILE_ALTERED", HASHES, bytes -> Arrays.copyOf(bytes, bytes.length - 1));
    assertCode("TILE_ALTERED", HASHES, bytes -> new byte[0]);
    assertCode("TILE_ALTERED", HASHES, bytes -> more(bytes, 32));
    assertCode("TILE_ALTERED", HASHES, bytes -> more(bytes, 1 << 20));
    assertCode("TILE_MALFORMED", ENTRIES, bytes -> Arrays.copyOf(bytes, bytes.length - 1));
    assertCode("TILE_MALFORMED", ENTRIES, bytes -> new byte[0]);
    assertCode("TILE_MALFORMED", ENTRIES, bytes -> more(bytes, 1));
    assertCode("TILE_MALFORMED", ENTRIES, bytes -> more(bytes, 1 << 20));
  }

  private void assertCheckpoint(String code, UnaryOperator<String> change) throws Exception {
    assertCode(
        code,
        CHECKPOINT,
        bytes ->
            change
                .apply(new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aCheckpointOfAnotherOrigin() throws Exception {
    assertCheckpoint("CHECKPOINT_ORIGIN", text -> text.replaceFirst("tamga/6f0c", "tamga/7f0c"));
  }

  @Test
  void base64ThatHasAnotherSpelling() throws Exception {
    assertCheckpoint("CHECKPOINT_MALFORMED", text -> text.replaceFirst("=\n\n", "\n\n"));
    assertCheckpoint("CHECKPOINT_MALFORMED", text -> text.stripTrailing() + "=\n");
    assertCheckpoint(
        "CHECKPOINT_MALFORMED",
        text -> {
          // The last character of 44 holds four bits of the hash and two that have to be 0.
          int at = text.indexOf("=\n\n") - 1;
          char other = (char) (text.charAt(at) + 1);
          return text.substring(0, at) + other + text.substring(at + 1);
        });
  }

  @Test
  void aSignatureByAKeyThatNobodyNamed() throws Exception {
    TestWitness stranger = new TestWitness("witness.example/stranger");
    TestArchive made = TestArchive.createVaried(Files.createTempDirectory(folder, "bad"));
    Path file = made.file(CHECKPOINT);
    var note = SignedNote.parse(Files.readAllBytes(file));
    var lines = new ArrayList<>(note.signatures());
    var checkpoint = Checkpoint.parse(note.text());
    lines.addAll(stranger.cosign(checkpoint, 1_700_000_000).subList(0, 1));
    Files.write(file, new SignedNote(note.text(), lines).bytes());
    assertEquals(Set.of("SIGNATURE_UNKNOWN"), codes(made, Trust.NONE));
  }

  @Test
  void aLogThatWasRolledBackOrForked() throws Exception {
    TestArchive made = TestArchive.createVaried(folder.resolve("log"));
    Path older = folder.resolve("older");
    CopyTests.copyAll(made.folder(), older);
    made.acquire(List.of("The ferry of Selm left on Tuesday.\n"));
    Path kept = Files.copy(made.file(CHECKPOINT), folder.resolve("kept"));
    assertEquals("CHECKPOINT_ROLLED_BACK", codeUnder(kept, older, made));
    TestArchive fork = new TestArchive(older, made.signer(), made.keeper());
    fork.acquire(List.of("Nobody saw a ferry.\n"));
    assertEquals("CHECKPOINT_FORKED", codeUnder(kept, older, made));
  }

  private String codeUnder(Path kept, Path archive, TestArchive made) throws Exception {
    Trust trust = new Trust(null, Trust.readKept(Files.readAllBytes(kept)));
    TestArchive there = new TestArchive(archive, made.signer(), made.keeper());
    return String.join(" ", codes(there, trust, "--checkpoint", kept.toString()));
  }
}
