package org.tamga;

import org.jspecify.annotations.NullMarked;
import org.tamga.cli.Tamga;

/** Starts Tamga: wires the commands by hand and ends with their exit status. */
@NullMarked
public final class Main {
  private Main() {}

  /** Runs one command line. Exit statuses are those of {@link org.tamga.cli.ExitStatus}. */
  public static void main(String[] arguments) {
    System.exit(Tamga.run(arguments));
  }
}
