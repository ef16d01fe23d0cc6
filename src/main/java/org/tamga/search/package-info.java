/**
 * A full-text index over texts and record, rebuilt at will.
 *
 * <p>{@link org.tamga.search.SearchIndex} keeps it in step with the record; {@link
 * org.tamga.search.Query} is what a person types. It must never answer with words that are not in
 * the text at the place that it names.
 *
 * <p>Example: {@code index.search(Query.parse("\"joint letter\" speaker:Toren"), 20)}.
 *
 * <p>Specification: docs/spec/search.md.
 */
@NullMarked
package org.tamga.search;

import org.jspecify.annotations.NullMarked;
