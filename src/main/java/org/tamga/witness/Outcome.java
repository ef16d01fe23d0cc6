package org.tamga.witness;

import java.time.Instant;
import org.tamga.tlog.SignedNote.NoteSignature;

/**
 * What came of asking one witness to cosign.
 *
 * <p>docs/spec/witness.md, "Having an archive cosigned".
 */
public sealed interface Outcome {
  /** The name that the policy gives to the witness. */
  String witness();

  /**
   * It cosigned, and the cosignature holds.
   *
   * @param time as it states
   */
  record Cosigned(String witness, NoteSignature signature, Instant time) implements Outcome {}

  /**
   * It did not.
   *
   * @param words what happened, for a person; may hold what the witness wrote
   */
  record Failed(String witness, Trouble trouble, String words) implements Outcome {}
}
