/**
 * Commands: what a person or a script types.
 *
 * <p>Standard output is data, standard error is talk. A command parses its options, calls the
 * packages before it and prints; it must never hold rules of its own about evidence.
 */
@NullMarked
package org.tamga.cli;

import org.jspecify.annotations.NullMarked;
