/**
 * Pages that show what documents have to do with one another: events, figures, echoes.
 *
 * <p>They show what {@link org.tamga.web.Shelf} lets be seen: what the audience must not see is
 * left out before anything is compared, so that no number and no link tells of it. Every word that
 * is shown leads to its place in the document's page.
 *
 * <p>Example: {@code new GroupPages().figures(shelf, null)}.
 *
 * <p>Specification: docs/spec/pages.md.
 */
@NullMarked
package org.tamga.web.corroboration;

import org.jspecify.annotations.NullMarked;
