package org.tamga.text.wall;

/**
 * Whom a document came from, as far as the wall must know: no worker sees documents of two sources.
 *
 * @param name tells sources apart; it is never shown and never leaves the program
 */
public record Source(String name) {}
