package org.tamga.custody;

import java.util.List;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.tlog.VerifierKey;

/** Signs the state of a log; where its private keys are kept is its own affair. */
public interface LogSigner {
  /** The public keys of all signatures that {@link #sign} makes, in that order. */
  List<VerifierKey> keys();

  /**
   * Signatures of this checkpoint, one by each key.
   *
   * @param timeSeconds seconds since 1970, for the types of signature that state a time
   */
  List<NoteSignature> sign(Checkpoint checkpoint, long timeSeconds);
}
