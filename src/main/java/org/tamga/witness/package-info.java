/**
 * Witnesses: serving as one for other people's logs, and asking them to cosign ours.
 *
 * <p>The rules are in {@link org.tamga.tlog.Witness}; here are its folder, its server, and the
 * client that asks. Nobody is contacted but the addresses that a policy names.
 *
 * <p>Example: {@code WitnessServer.start(witness, address, port)} answers until it is closed.
 *
 * <p>Specification: C2SP tlog-witness; docs/spec/witness.md.
 */
@NullMarked
package org.tamga.witness;

import org.jspecify.annotations.NullMarked;
