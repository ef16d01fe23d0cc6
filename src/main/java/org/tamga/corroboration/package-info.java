/**
 * Which documents repeat one another, where a group of them comes from, and what is independent.
 *
 * <p>{@link org.tamga.corroboration.passage} compares two texts, {@link
 * org.tamga.corroboration.independence} judges what follows from it, {@link
 * org.tamga.corroboration.origin} names the likely first one. Pure functions of their inputs. It
 * must never call an echo independent where it could have said "unknown", and never say that a
 * claim is true because many repeat it.
 *
 * <p>Specification: docs/spec/echoes.md.
 */
@NullMarked
package org.tamga.corroboration;

import org.jspecify.annotations.NullMarked;
