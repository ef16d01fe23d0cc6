package org.tamga.record.decision;

import org.jspecify.annotations.Nullable;
import org.tamga.record.Decision;
import org.tamga.vault.Digest;

/**
 * What a person decided about one member of a group, as the log has it.
 *
 * @param document whose member it is
 * @param reading the member's words and what belongs together; null where the event does not tell
 */
public record GroupDecision(Digest document, Decision decision, @Nullable GroupReading reading) {
  /** Who decided, by the key's name: a key that takes the place of another has the same one. */
  public String person() {
    String signer = decision.signer() == null ? "" : decision.signer();
    int id = signer.lastIndexOf(' ');
    return id < 0 ? signer : signer.substring(0, id);
  }
}
