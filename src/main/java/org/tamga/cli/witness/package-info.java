/**
 * Commands of witnesses and of those who ask them.
 *
 * <p>They contact nobody but the addresses that a policy names, and listen on this machine alone
 * unless told otherwise. docs/spec/witness.md.
 */
@NullMarked
package org.tamga.cli.witness;

import org.jspecify.annotations.NullMarked;
