/**
 * Takes web archives (WARC, ISO 28500) apart, record by record. Runs behind the wall.
 *
 * <p>Every record is accounted for; a digest that does not hold is told and never repaired.
 *
 * <p>Specification: docs/spec/warc.md.
 */
@NullMarked
package org.tamga.text.parser.warc;

import org.jspecify.annotations.NullMarked;
