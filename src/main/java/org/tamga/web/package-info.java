/**
 * Pages: what is in an archive, in a browser, on the keeper's own machine.
 *
 * <p>{@link org.tamga.web.PageServer} answers; {@link org.tamga.web.Shelf} decides what may be
 * shown; the templates under {@code src/main/jte} only lay out what they are given. A page never
 * writes, never loads anything from elsewhere, runs no script, and never shows a document's content
 * otherwise than escaped. Nothing of a destroyed document may ever be seen on one.
 *
 * <p>Example: {@code PageServer.start(disk, folder, loopback, 0).address()}.
 *
 * <p>Specification: docs/spec/pages.md.
 */
@NullMarked
package org.tamga.web;

import org.jspecify.annotations.NullMarked;
