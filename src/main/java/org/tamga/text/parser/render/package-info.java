/**
 * Makes pictures of pages, behind the wall: for reading them by OCR and for showing what a document
 * looks like. The original itself is never shown.
 *
 * <p>Specification: docs/spec/ocr.md.
 */
@NullMarked
package org.tamga.text.parser.render;

import org.jspecify.annotations.NullMarked;
