/**
 * Commands that keep an archive alive: copies, and mending from them.
 *
 * <p>They only hand over to {@link org.tamga.custody.copy} and put the outcome into words.
 *
 * <p>Specification: docs/spec/copies.md.
 */
@NullMarked
package org.tamga.cli.copy;

import org.jspecify.annotations.NullMarked;
