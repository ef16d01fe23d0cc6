/**
 * Brings the outside in: files, folders, and what a documenter knows of them.
 *
 * <p>Everything is sealed before anyone looks inside; this package never parses a document.
 *
 * <p>Specification: docs/spec/manifest.md.
 */
@NullMarked
package org.tamga.intake;

import org.jspecify.annotations.NullMarked;
