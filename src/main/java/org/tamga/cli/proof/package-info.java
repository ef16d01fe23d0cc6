/**
 * Commands that make and check what can be handed over: proofs and trusted time.
 *
 * <p>Specification: docs/spec/bundle.md, docs/spec/timestamps.md.
 */
@NullMarked
package org.tamga.cli.proof;

import org.jspecify.annotations.NullMarked;
