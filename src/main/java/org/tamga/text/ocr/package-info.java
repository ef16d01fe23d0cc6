/**
 * Reads the words of pictures: scanned pages, photographs of letters.
 *
 * <p>The pictures are made behind one wall and read by Tesseract behind another. Text from a
 * picture is a guess, and says how sure it is.
 *
 * <p>Specification: docs/spec/ocr.md.
 */
@NullMarked
package org.tamga.text.ocr;

import org.jspecify.annotations.NullMarked;
