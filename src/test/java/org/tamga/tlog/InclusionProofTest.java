package org.tamga.tlog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C2SP tlog-proof: one spelling, and no other. */
class InclusionProofTest {
  private static final byte[] FIRST = "first".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SECOND = "second".getBytes(StandardCharsets.UTF_8);

  private static final SignedNote NOTE =
      new SignedNote(
          new Checkpoint(
                  "harbour.example/log",
                  2,
                  TreeHash.ofNode(TreeHash.ofLeaf(FIRST), TreeHash.ofLeaf(SECOND)))
              .text(),
          List.of(
              new SignedNote.NoteSignature("harbour.example/log", "0a0b0c0d", "ab".repeat(64))));

  private static final InclusionProof PROOF =
      new InclusionProof(1, List.of(TreeHash.ofLeaf(FIRST)), NOTE);

  private static String text() {
    return new String(PROOF.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    assertEquals(PROOF, InclusionProof.parse(PROOF.bytes()));
    assertTrue(text().startsWith("c2sp.org/tlog-proof@v1\nindex 1\n"), text());
    assertTrue(text().endsWith("\n\n" + new String(NOTE.bytes(), StandardCharsets.UTF_8)));
    InclusionProof alone = new InclusionProof(0, List.of(), NOTE);
    assertArrayEquals(alone.bytes(), InclusionProof.parse(alone.bytes()).bytes());
  }

  @Test
  void itHoldsForItsEntryOnly() {
    assertTrue(PROOF.holds(SECOND));
    assertFalse(PROOF.holds(FIRST));
    assertFalse(new InclusionProof(0, PROOF.hashes(), NOTE).holds(SECOND));
    assertFalse(new InclusionProof(7, PROOF.hashes(), NOTE).holds(SECOND));
    assertFalse(new InclusionProof(1, List.of(), NOTE).holds(SECOND));
  }

  @Test
  void otherSpellingsAreRefused() {
    for (String wrong :
        List.of(
            "",
            text().replace("@v1", "@v2"),
            text().replace("index 1\n", "index 01\n"),
            text().replace("index 1\n", "index -1\n"),
            text().replace("index 1\n", "index ١\n"),
            text().replace("index 1\n", "index 9999999999999999999\n"),
            text().replace("index 1\n", "extra AAAA\nindex 1\n"),
            text().replace("index 1\n", ""),
            text().replace("index 1\n", "index 1\n\n"),
            text().replace("index 1\n", "index 1\nAAAA\n"),
            text().replace("=\n\n", "\n\n"),
            text().replace("\n", "\r\n"),
            text() + "\n",
            text().substring(0, text().indexOf("\n\n") + 1))) {
      byte[] bytes = wrong.getBytes(StandardCharsets.UTF_8);
      assertThrows(MalformedLogException.class, () -> InclusionProof.parse(bytes), wrong);
    }
    byte[] huge = new byte[InclusionProof.LARGEST_BYTES + 1];
    assertThrows(MalformedLogException.class, () -> InclusionProof.parse(huge));
  }
}
