/**
 * Events, genealogies and people's groups of an archive: the record's documents handed to {@link
 * org.tamga.corroboration}, and what comes of it as lines.
 *
 * <p>Nothing is kept: asked again, it is found again, the same for the same record. What a caller
 * may not see is left out before anything is compared, so that no count and no link tells of it.
 *
 * <p>Example: {@code GenealogyLine.write(genealogy, known)}.
 *
 * <p>Specification: docs/spec/genealogy.md and docs/spec/event-links.md.
 */
@NullMarked
package org.tamga.record.corroboration;

import org.jspecify.annotations.NullMarked;
