/**
 * What repeats what in an archive, kept in step with the record and rebuilt at will.
 *
 * <p>{@link org.tamga.record.echo.ArchiveEchoes} takes new documents in, {@link
 * org.tamga.record.echo.Echoes} is what was found, {@link org.tamga.record.echo.EchoLines} writes
 * it as record lines. It must never hold what cannot be made again from the record.
 *
 * <p>Example: {@code ArchiveEchoes.upToDate(view, record).groups()}.
 *
 * <p>Specification: docs/spec/echoes.md and docs/spec/derived.md.
 */
@NullMarked
package org.tamga.record.echo;

import org.jspecify.annotations.NullMarked;
