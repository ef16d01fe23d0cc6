package org.tamga.cli;

import java.io.Console;
import java.io.PrintWriter;

/** A line that tells how far a long run is; on a terminal only. */
public final class Progress {
  private static final long REDRAW_MILLIS = 200;
  private static final int WIDTH = 78;

  private final PrintWriter err;
  private final boolean shown;
  private long lastMillis;

  private Progress(PrintWriter err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  /** A progress line on {@code err}, drawn only where a person looks at it. */
  @SuppressWarnings("SystemConsoleNull") // It is null where neither end is a terminal.
  public static Progress on(PrintWriter err, boolean wanted) {
    Console console = System.console();
    return new Progress(err, wanted && console != null && console.isTerminal());
  }

  /** Shows how far things are, at most a few times a second. */
  public void show(String text) {
    long now = System.currentTimeMillis();
    if (shown && now - lastMillis >= REDRAW_MILLIS) {
      lastMillis = now;
      String cut = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
      err.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
      err.flush();
    }
  }

  /** Takes the line away, so that other words can stand there. */
  public void clear() {
    if (shown && lastMillis > 0) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
      lastMillis = 0;
    }
  }
}
