/**
 * What happened to which bytes, when, and by whose hand.
 *
 * <p>{@link org.tamga.custody.Archive} is the only writer of evidence: it keeps bytes in the vault,
 * logs an event for each thing that happens and signs the log. {@link
 * org.tamga.custody.ArchiveView} reads the same. Nothing here looks inside a document, and no
 * private key is kept here: {@link org.tamga.custody.LogSigner} is handed in.
 *
 * <p>Specification: docs/spec/archive.md, docs/spec/log.md and docs/spec/events.md.
 */
@NullMarked
package org.tamga.custody;

import org.jspecify.annotations.NullMarked;
