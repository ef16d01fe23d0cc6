/**
 * The queryable record: documents, annotations, people's decisions. A projection, rebuilt at will.
 *
 * <p>{@link org.tamga.record.Projection} keeps it in step with the log, {@link
 * org.tamga.record.ArchiveRecord} answers questions, {@link org.tamga.record.RecordLines} writes it
 * as JSON Lines. It must never hold what cannot be made again from the archive.
 *
 * <p>Example: {@code projection.catchUp(view, listener)}, then {@code
 * ArchiveRecord.open(view).find("9b1f02")}.
 *
 * <p>Specification: docs/spec/derived.md and docs/spec/record.md.
 */
@NullMarked
package org.tamga.record;

import org.jspecify.annotations.NullMarked;
