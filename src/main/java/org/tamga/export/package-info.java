/**
 * What may leave an archive: the record as lines or tables for other programs.
 *
 * <p>{@link org.tamga.export.Sharing} decides which documents leave and what of them is not told;
 * every way out asks it first. In doubt a document stays. It must never write what a document's
 * handling forbids.
 *
 * <p>Example: {@code new Export(record, new Sharing(today, false)).jsonl(out)}.
 *
 * <p>Specification: docs/spec/export.md.
 */
@NullMarked
package org.tamga.export;

import org.jspecify.annotations.NullMarked;
