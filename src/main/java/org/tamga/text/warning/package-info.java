/**
 * Tells what a person should know before opening a document: that it is a program, or not what its
 * name says.
 *
 * <p>A warning changes no byte and holds nothing back.
 *
 * <p>Specification: docs/spec/warnings.md.
 */
@NullMarked
package org.tamga.text.warning;

import org.jspecify.annotations.NullMarked;
