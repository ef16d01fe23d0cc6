/**
 * Commands about private keys: replacing, revoking, locking and keeping them on paper.
 *
 * <p>Each says what others have to be told: who trusts the old key learns of the new one only if
 * the log shows it or a person says it.
 *
 * <p>Specification: docs/spec/keyring.md.
 */
@NullMarked
package org.tamga.cli.keys;

import org.jspecify.annotations.NullMarked;
