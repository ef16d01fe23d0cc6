/**
 * The wall between the program and the parsers of files that strangers made: starts workers, feeds
 * them, watches them, and believes nothing that they say.
 *
 * <p>A document that harms its parser costs itself and nothing else. This package must never parse
 * a document itself, and never let one worker see the documents of two sources.
 *
 * <p>Specification: docs/spec/wall.md.
 */
@NullMarked
package org.tamga.text.wall;

import org.jspecify.annotations.NullMarked;
