/**
 * Which reports of which documents tell of one event, and what each adds, omits or says
 * differently.
 *
 * <p>Pure functions of the documents. What differs is shown beside each other, never settled; a
 * report that would fit two events joins neither.
 *
 * <p>Example: {@code finder.add(source)} for each document, then {@code finder.find(Ties.NONE)}.
 *
 * <p>Specification: docs/spec/event-links.md.
 */
@NullMarked
package org.tamga.corroboration.event;

import org.jspecify.annotations.NullMarked;
