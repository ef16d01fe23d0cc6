package org.tamga.verify;

import org.jspecify.annotations.Nullable;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.SignedNote;

/** Reads the signed checkpoint that all else in an archive or a proof is checked against. */
final class CheckpointReader {
  private CheckpointReader() {}

  /** The note in a file, whose text is a checkpoint; null, with a finding, where there is none. */
  static @Nullable SignedNote read(EvidenceFolder folder, Findings findings, String file) {
    byte[] bytes = folder.read(file, SignedNote.LARGEST_BYTES);
    if (bytes == null) {
      findings.add(FindingCode.CHECKPOINT_MISSING, file);
      return null;
    }
    try {
      SignedNote note = SignedNote.parse(bytes);
      Checkpoint.parse(note.text());
      return note;
    } catch (MalformedLogException e) {
      findings.add(FindingCode.CHECKPOINT_MALFORMED, file, String.valueOf(e.getMessage()));
      return null;
    }
  }
}
