package org.tamga.keyring;

import java.io.IOException;

/** Where the passphrase of private keys comes from: a person at a terminal, or a file. */
@FunctionalInterface
public interface PassphraseSource {
  /**
   * The passphrase.
   *
   * @param what which one is asked for, for a person
   */
  String passphrase(String what) throws IOException;
}
