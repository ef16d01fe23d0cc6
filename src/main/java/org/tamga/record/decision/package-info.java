/**
 * What people decide about annotations: how a decision is signed, how it finds its annotation again
 * after a rebuild, and what several people's decisions come to.
 *
 * <p>It stands within {@code record} because the projection must apply decisions, and before {@code
 * web} and {@code cli} because both are to make them by the one call {@link
 * org.tamga.record.decision.Deciding}. It must never drop a decision.
 *
 * <p>Specification: docs/spec/decisions.md.
 */
@NullMarked
package org.tamga.record.decision;

import org.jspecify.annotations.NullMarked;
