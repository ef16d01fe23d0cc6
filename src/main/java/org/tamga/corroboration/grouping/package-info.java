/**
 * Puts things together that are likely to be one, as far as nothing speaks against it and people
 * have not decided otherwise.
 *
 * <p>Pure: the same things, links and decisions give the same groups, in whatever order they come.
 * Doubt leaves a thing alone: two groups with a hint are better than a wrong one.
 *
 * <p>Example: {@code new Clustering(members, links, excludes, ties).groups()}.
 *
 * <p>Specification: docs/spec/event-links.md and docs/spec/decisions.md, "Groups".
 */
@NullMarked
package org.tamga.corroboration.grouping;

import org.jspecify.annotations.NullMarked;
