/**
 * Demands, positions, events and allegations: who calls on whom to do what, who stood where, what
 * happened on the public record, who is said to have done what to whom.
 *
 * <p>Rules over words, their classes and their order; the words stand in resource files. Where a
 * rule cannot tell who, the field stays empty.
 *
 * <p>Specification: docs/spec/record.md.
 */
@NullMarked
package org.tamga.extraction.claim;

import org.jspecify.annotations.NullMarked;
