package org.tamga.record;

import org.jspecify.annotations.Nullable;

/**
 * Something in the log that concerns a document.
 *
 * @param index its place in the log
 * @param kind what happened, in the word of docs/spec/events.md
 * @param time when, by the clock of the machine that logged it
 * @param about place of the earlier event that it speaks of; null for most kinds
 * @param reason why; null where none is stated
 */
public record HistoryEvent(
    long index,
    String kind,
    @Nullable String time,
    @Nullable Long about,
    @Nullable String reason) {}
