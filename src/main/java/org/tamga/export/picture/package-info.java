/**
 * Pictures of what documents have to do with one another, as plain SVG without scripts.
 *
 * <p>The same input gives the same bytes. Whatever stands in a document is escaped; every picture
 * has a title and a description that say in words what it shows, and open bounds are drawn open.
 *
 * <p>Example: {@code FigurePicture.draw(genealogy)}.
 *
 * <p>Specification: docs/spec/pictures.md.
 */
@NullMarked
package org.tamga.export.picture;

import org.jspecify.annotations.NullMarked;
