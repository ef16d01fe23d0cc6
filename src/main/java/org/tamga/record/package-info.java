/**
 * The queryable record: documents, annotations, people's decisions. A projection, rebuilt at will.
 *
 * <p>{@link org.tamga.record.RecordLines} writes and reads it as JSON Lines. It must never hold
 * what cannot be made again from the archive.
 *
 * <p>Specification: docs/spec/record.md.
 */
@NullMarked
package org.tamga.record;

import org.jspecify.annotations.NullMarked;
