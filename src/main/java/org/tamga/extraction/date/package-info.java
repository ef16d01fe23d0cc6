/**
 * When: expressions of time in a text, and the calendar dates that they stand for.
 *
 * <p>Pure functions of the text and of the day that it speaks from. What the text leaves open stays
 * open ({@code XXXX-10} is an October of an unknown year); a guess is never filled in.
 *
 * <p>Specification: the dates of docs/spec/record.md; unknown digits after ISO 8601-2 (EDTF).
 */
@NullMarked
package org.tamga.extraction.date;

import org.jspecify.annotations.NullMarked;
