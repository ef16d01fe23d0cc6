package org.tamga.extraction.date;

/**
 * One word or sign of a text, and its letter in the shapes of dates.
 *
 * @param start first place, in UTF-16 units
 * @param end place behind the last
 * @param text as written
 * @param letter its class; {@code x} is any word that dates have no use for
 */
record DateWord(int start, int end, String text, char letter) {}
