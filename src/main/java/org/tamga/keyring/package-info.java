/**
 * Private keys, which live outside every archive.
 *
 * <p>A key is its 32-byte seed. Nothing here is ever written into an archive, printed or logged.
 *
 * <p>Specification: docs/spec/keyring.md.
 */
@NullMarked
package org.tamga.keyring;

import org.jspecify.annotations.NullMarked;
