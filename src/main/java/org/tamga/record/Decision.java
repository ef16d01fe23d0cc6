package org.tamga.record;

import org.jspecify.annotations.Nullable;

/**
 * What a person decided about an annotation.
 *
 * <p>docs/spec/decisions.md.
 *
 * @param index place of the event in the log
 * @param annotation id of the annotation, as it was when it was decided about
 * @param decision what was decided
 * @param time when
 * @param reason why; null where no reason was given
 * @param correction on which words, and what it should say, as the event has it; null where the
 *     event has none
 * @param signer name and id of the key that it is signed by; null where that must not be told
 * @param isRevoked whether the key was somebody else's by then: then it counts for nothing
 */
public record Decision(
    long index,
    String annotation,
    String decision,
    String time,
    @Nullable String reason,
    @Nullable String correction,
    @Nullable String signer,
    boolean isRevoked) {

  /** The same without saying why or by whom. */
  public Decision withoutReason() {
    return new Decision(index, annotation, decision, time, null, correction, null, isRevoked);
  }

  /** The same without anything that a person wrote. */
  public Decision withoutWords() {
    return new Decision(index, annotation, decision, time, null, null, null, isRevoked);
  }
}
