/**
 * What a text says and who says it: statements, demands, figures, positions, allegations, events
 * and dates, each with the exact words that it rests on.
 *
 * <p>Types only. An annotation is made through {@link org.tamga.annotation.CitedText}, which
 * refuses a quote that is not in the text; so none can cite words that are not there. It must never
 * say that a claim is true, and never name an actor for a source that the text leaves anonymous.
 *
 * <p>Specification: docs/spec/record.md.
 */
@NullMarked
package org.tamga.annotation;

import org.jspecify.annotations.NullMarked;
