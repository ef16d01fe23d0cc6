package org.tamga.custody;

import org.tamga.tlog.VerifierKey;

/** Signs one person's acts; where the private key is kept is its own affair. */
public interface PersonSigner {
  /** The public key. */
  VerifierKey key();

  /** Name of the key: a key that takes the place of another has the same one. */
  default String name() {
    return key().name();
  }

  /** The raw Ed25519 signature of {@code message}, 64 bytes. */
  byte[] sign(byte[] message);
}
