package org.tamga.tlog;

import java.util.List;
import org.tamga.tlog.SignedNote.NoteSignature;

/** Signs that it saw a state of a log; where its private keys are kept is its own affair. */
public interface Cosigner {
  /** The public keys of all cosignatures that {@link #cosign} makes, in that order. */
  List<VerifierKey> keys();

  /**
   * Cosignatures of this checkpoint, one by each key.
   *
   * @param timeSeconds seconds since 1970, more than 0
   */
  List<NoteSignature> cosign(Checkpoint checkpoint, long timeSeconds);
}
