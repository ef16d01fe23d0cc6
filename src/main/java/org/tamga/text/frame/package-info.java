/**
 * The small language that the main program and a worker behind the wall speak over two pipes.
 *
 * <p>Whatever a worker writes is hostile until it was parsed here: every frame has a kind, a
 * bounded length and a fixed number of fields. This package needs the JDK alone, because workers
 * run it too.
 *
 * <p>Specification: docs/spec/wall.md, "Frames".
 */
@NullMarked
package org.tamga.text.frame;

import org.jspecify.annotations.NullMarked;
