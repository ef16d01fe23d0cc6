package org.tamga.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a person stop a long run with Ctrl-C: the run ends after the batch at hand and prints its
 * ledger. Whoever does not want to wait can end it at once; nothing that is sealed is lost.
 */
final class Interruption {
  /** Longer than one batch takes on a slow disk. */
  private static final long MOST_WAIT_SECONDS = 30;

  private final AtomicBoolean asked = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);

  private Interruption() {}

  /** Begins to listen. */
  static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::ask));
    return interruption;
  }

  private void ask() {
    asked.set(true);
    try {
      if (!finished.await(MOST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("error: stopped before the batch at hand was finished.");
        System.err.println("hint: the next add finishes it.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the person asked to stop. */
  boolean isAsked() {
    return asked.get();
  }

  /** Says that the run is over and its ledger printed. */
  void done() {
    finished.countDown();
  }
}
