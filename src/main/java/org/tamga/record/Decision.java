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
 */
public record Decision(
    long index,
    String annotation,
    String decision,
    String time,
    @Nullable String reason,
    @Nullable String correction) {}
