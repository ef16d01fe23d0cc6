/**
 * Readable text made from sealed bytes, with a map back to where each part stood.
 *
 * <p>Pure functions of their inputs: no clock, no network, no state kept between documents. It must
 * never change the bytes, and never guess without saying how it decided.
 *
 * <p>Specification: docs/spec/text.md.
 */
@NullMarked
package org.tamga.text;

import org.jspecify.annotations.NullMarked;
