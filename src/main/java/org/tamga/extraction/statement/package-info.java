/**
 * Finds who said what: the words, the telling, the speaker.
 *
 * <p>Rules propose, counted rates and linear weights judge: each word that may tell of a saying
 * proposes stretches of words as its content, by the frame that it stands in ("said that …", "“…,”
 * she said", "according to …"); each proposal gets a probability; proposals that overlap exclude
 * one another. A second ranking, with an answer "not stated", chooses the speaker among the noun
 * phrases around. All numbers stand in text tables beside the classes, with their source.
 */
@NullMarked
package org.tamga.extraction.statement;

import org.jspecify.annotations.NullMarked;
