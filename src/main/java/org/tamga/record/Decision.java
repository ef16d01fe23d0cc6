package org.tamga.record;

import org.jspecify.annotations.Nullable;

/**
 * What a person decided about an annotation.
 *
 * @param index place of the event in the log
 * @param annotation id of the annotation
 * @param decision what was decided
 * @param time when
 * @param reason why; null where no reason was given
 * @param correction what it should say; null where nothing is corrected
 * @param signer name and id of the key that it is signed by, for the keeper's eyes; null for others
 */
public record Decision(
    long index,
    String annotation,
    String decision,
    String time,
    @Nullable String reason,
    @Nullable String correction,
    @Nullable String signer) {

  /** The same without saying by whom. */
  public Decision withoutSigner() {
    return new Decision(index, annotation, decision, time, reason, correction, null);
  }

  /** The same without saying why or by whom. */
  public Decision withoutReason() {
    return new Decision(index, annotation, decision, time, null, correction, null);
  }
}
