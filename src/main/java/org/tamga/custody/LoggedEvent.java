package org.tamga.custody;

import java.util.Optional;

/**
 * An event at its place in the log.
 *
 * @param index its place, from 0
 * @param entry what the log shows of it
 * @param event what it says; empty where that was destroyed
 */
public record LoggedEvent(long index, Entry entry, Optional<CustodyEvent> event) {}
