/**
 * What two texts have in common, passage by passage, with both places.
 *
 * <p>{@link org.tamga.corroboration.passage.Words} takes a main text apart, {@link
 * org.tamga.corroboration.passage.Sketch} is the little of it that an index keeps, {@link
 * org.tamga.corroboration.passage.Comparison} sets two texts side by side.
 *
 * <p>Example: {@code Comparison.of(Words.of(first), Words.of(second)).passages()}.
 *
 * <p>Specification: docs/spec/echoes.md. Winnowing: Schleimer, Wilkerson, Aiken, SIGMOD 2003.
 */
@NullMarked
package org.tamga.corroboration.passage;

import org.jspecify.annotations.NullMarked;
