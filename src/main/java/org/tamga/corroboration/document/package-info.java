/**
 * Documents as they are compared with one another: text, annotations, and what is known of when and
 * by whom they were published.
 *
 * <p>Types only. Dates are as precise as known; a comparison of two that are not precise says what
 * can be, never more.
 *
 * <p>Example: {@code When.parse("2031-04").canBe(When.parse("2031-04-02"))}.
 *
 * <p>Specification: docs/spec/genealogy.md and docs/spec/event-links.md.
 */
@NullMarked
package org.tamga.corroboration.document;

import org.jspecify.annotations.NullMarked;
