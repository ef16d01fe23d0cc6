/**
 * Where a group of documents that repeat one another comes from.
 *
 * <p>{@link org.tamga.corroboration.origin.Credits} reads whom a text names as its source, {@link
 * org.tamga.corroboration.origin.Origin} is the likely first document, with the reasons in words,
 * or nobody. It must never name an origin where dates and credits contradict each other.
 *
 * <p>Specification: docs/spec/echoes.md.
 */
@NullMarked
package org.tamga.corroboration.origin;

import org.jspecify.annotations.NullMarked;
