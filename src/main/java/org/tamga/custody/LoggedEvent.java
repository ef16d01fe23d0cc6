package org.tamga.custody;

import java.util.Optional;

/**
 * An event at its place in the log.
 *
 * @param index its place, from 0
 * @param entry what the log shows of it
 * @param event what it says; empty where that was destroyed
 * @param signature whose act it is, by that person's key; empty for the kinds that nobody signs.
 *     Only the package {@code verify} says whether it holds
 */
public record LoggedEvent(
    long index, Entry entry, Optional<CustodyEvent> event, Optional<EventSignature> signature) {}
