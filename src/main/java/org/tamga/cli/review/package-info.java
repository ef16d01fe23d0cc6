/**
 * Commands by which people decide about what the program proposes.
 *
 * <p>They show and ask; what is decided, and whether it may be, is {@link
 * org.tamga.record.decision.Deciding}'s to say. What a document holds must never act on the
 * terminal.
 *
 * <p>Specification: docs/spec/decisions.md.
 */
@NullMarked
package org.tamga.cli.review;

import org.jspecify.annotations.NullMarked;
