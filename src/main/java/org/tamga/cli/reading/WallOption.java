package org.tamga.cli.reading;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The option of every command that reads documents: without a wall, where somebody insists. */
public final class WallOption {
  /** How the option is written, and recorded. */
  public static final String NO_WALL = "--no-wall";

  @Option(
      names = NO_WALL,
      description = "Run parsers without a wall: only for documents that you trust")
  private boolean noWall;

  /** Whether parsers run behind the wall; says so aloud where they do not. */
  public boolean walled(PrintWriter err) {
    if (noWall) {
      err.println(
          "warning: --no-wall: a document made to do harm can now read and change whatever you"
              + " can, this archive and its keys included.");
      err.flush();
    }
    return !noWall;
  }

  /** The program as custody events name it. */
  public String program(String program) {
    return noWall ? program + " " + NO_WALL : program;
  }
}
