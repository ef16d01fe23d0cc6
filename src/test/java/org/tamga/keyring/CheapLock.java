package org.tamga.keyring;

import java.io.IOException;
import java.security.SecureRandom;

/** Locks keys so that opening them costs little: for tests that open them hundreds of times. */
public final class CheapLock {
  private static final KeyLock.Cost LITTLE = new KeyLock.Cost(1, 1, 64);

  private CheapLock() {}

  /** Sets or changes the passphrase; the lock's file states the small cost. */
  public static void lock(Keyring ring, String passphrase, SecureRandom random) throws IOException {
    ring.lockWith(passphrase, LITTLE, random);
  }
}
