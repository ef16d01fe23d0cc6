package org.tamga.tlog;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a witness must never forget: the latest state of each log that it has cosigned.
 *
 * <p>docs/spec/witness.md, "The folder of its state". Calls for one log never overlap.
 */
public interface WitnessMemory {
  /**
   * The latest checkpoint stored for this log; null where there never was one. What is returned
   * survives a loss of power, whatever happened to the program that stored it.
   *
   * @throws IOException where it cannot be known; never null for that
   */
  @Nullable SignedNote recall(String origin) throws IOException;

  /** Stores the latest checkpoint, all or nothing; when this returns, it survives anything. */
  void remember(String origin, SignedNote note) throws IOException;

  /**
   * Keeps what a log signed against itself, as far as there is room; never fails for lack of it.
   */
  void keep(Contradiction contradiction);

  /**
   * A refused request that carries a valid signature by the log.
   *
   * @param request as it was submitted
   * @param held what the witness held; null where it held nothing
   */
  record Contradiction(WitnessRequest request, @Nullable SignedNote held) {
    /** Whether what the log signed contradicts itself, whoever submitted it, with what proof. */
    public boolean isFork() {
      Checkpoint one = request.checkpoint();
      Checkpoint other = held == null ? null : Checkpoint.parse(held.text());
      return (one.size() == 0 && !one.root().equals(TreeHash.ofEmptyTree()))
          || (other != null && one.size() == other.size() && !one.root().equals(other.root()));
    }
  }
}
