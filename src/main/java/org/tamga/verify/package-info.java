/**
 * Reads an archive from scratch and says what holds, what does not, and where.
 *
 * <p>Shares no line with the code that writes archives: only records and their parsers. It never
 * changes anything, never follows a link, and goes on after a finding, so that one run tells all.
 *
 * <p>Example: {@code Verifier.verify(folder, Trust.NONE).result()}.
 *
 * <p>Specification: docs/spec/verify.md, with archive.md, log.md and events.md beside it.
 */
@NullMarked
package org.tamga.verify;

import org.jspecify.annotations.NullMarked;
