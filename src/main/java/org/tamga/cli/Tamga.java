package org.tamga.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of all commands. */
@Command(
    name = "tamga",
    mixinStandardHelpOptions = true,
    version = "tamga 0.1.0",
    description = "Turns documents into a sealed, cited record.",
    subcommands = {AnnotateCommand.class})
public final class Tamga {
  private Tamga() {}

  /** Runs one command line and returns its exit status. */
  public static int run(String... arguments) {
    CommandLine line = new CommandLine(new Tamga());
    line.setParameterExceptionHandler(
        (wrong, given) -> {
          System.err.println("error: " + wrong.getMessage());
          System.err.println("hint: tamga --help lists the commands and their options.");
          return ExitStatus.WRONG_USAGE;
        });
    return line.execute(arguments);
  }
}
