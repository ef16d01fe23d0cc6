/**
 * How many: numbers in words and digits with their bounds, and what they count.
 *
 * <p>A figure is never rounded and never averaged; what the text leaves open ("more than") stays
 * open. Numbers that count nothing (dates, ages, hours, articles of a law, telephone numbers) are
 * left out.
 *
 * <p>Specification: the figures of docs/spec/record.md.
 */
@NullMarked
package org.tamga.extraction.figure;

import org.jspecify.annotations.NullMarked;
