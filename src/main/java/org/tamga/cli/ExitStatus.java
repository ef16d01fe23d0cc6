package org.tamga.cli;

/** How a command ends, as a number that scripts can rely on. */
public final class ExitStatus {
  /** All went well. */
  public static final int GOOD = 0;

  /** A check found something wrong; the output names it. */
  public static final int FINDINGS = 1;

  /** The folder given is not an archive, or not one that this version can open. */
  public static final int NOT_AN_ARCHIVE = 2;

  /** Some inputs could not be taken in; the ledger names each with its reason. */
  public static final int SOME_INPUTS_FAILED = 3;

  /** The command line is not one that Tamga understands. */
  public static final int WRONG_USAGE = 64;

  /** A fault of the program itself. */
  public static final int PROGRAM_FAULT = 70;

  private ExitStatus() {}
}
