/**
 * Which documents depend on one another, which do not, and why.
 *
 * <p>{@link org.tamga.corroboration.independence.Judge} judges two documents, {@link
 * org.tamga.corroboration.independence.Grouping} makes groups of many, {@link
 * org.tamga.corroboration.independence.Corroboration} counts who stands behind a claim. It must
 * never answer "independent" where the two may well depend on each other.
 *
 * <p>Specification: docs/spec/echoes.md.
 */
@NullMarked
package org.tamga.corroboration.independence;

import org.jspecify.annotations.NullMarked;
