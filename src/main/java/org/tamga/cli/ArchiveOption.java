package org.tamga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.vault.Disk;
import org.tamga.vault.SystemDisk;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The option by which every command is told its archive, and the one way in which all of them say
 * what went wrong.
 */
public final class ArchiveOption {
  /** Names the archive where {@code --archive} does not. */
  static final String VARIABLE = "TAMGA_ARCHIVE";

  private static final Path DEFAULT = Path.of("archive");

  @Option(
      names = "--archive",
      paramLabel = "DIR",
      description = "The archive's folder. Default: $TAMGA_ARCHIVE, else ./archive")
  private @Nullable Path given;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** What a command does. */
  @FunctionalInterface
  public interface Work {
    /** Does it and returns the exit status. */
    int run() throws IOException;
  }

  /** For a command that has no archive: only the streams, and the way of saying what went wrong. */
  public static ArchiveOption withoutArchive(CommandSpec command) {
    ArchiveOption talk = new ArchiveOption();
    talk.command = command;
    return talk;
  }

  /** The archive's folder. */
  public Path folder() {
    if (given != null) {
      return given;
    }
    String named = System.getenv(VARIABLE);
    return named == null || named.isEmpty() ? DEFAULT : Path.of(named);
  }

  /** Standard output, in UTF-8 whatever the system's settings: data and nothing else. */
  public PrintWriter out() {
    return command().commandLine().getOut();
  }

  /** Standard error: talk. */
  public PrintWriter err() {
    return command().commandLine().getErr();
  }

  /** The disk that archives are written to. */
  public Disk disk() {
    return disk(command());
  }

  /** The disk that this run of the program was given. */
  static Disk disk(CommandSpec command) {
    return command.root().userObject() instanceof Tamga tamga ? tamga.disk() : new SystemDisk();
  }

  private CommandSpec command() {
    if (command == null) {
      throw new IllegalStateException("used outside a command");
    }
    return command;
  }

  /** Runs a command's work; what goes wrong becomes two lines for a person and an exit status. */
  public int attempt(Work work) {
    try {
      return work.run();
    } catch (ArchiveException refused) {
      return complain(
          refused.getMessage(),
          refused.hint(),
          refused.reason() == Reason.NOT_AN_ARCHIVE
              ? ExitStatus.NOT_AN_ARCHIVE
              : ExitStatus.FINDINGS);
    } catch (IOException unreadable) {
      return complain(
          "the disk refused: " + words(unreadable),
          "see whether the folder can be read and written and the disk has room, then try again",
          ExitStatus.FINDINGS);
    }
  }

  /** Says what went wrong and what to do, and returns the exit status given. */
  public int complain(@Nullable String what, String hint, int status) {
    out().flush();
    err().println("error: " + what);
    err().println("hint: " + hint);
    err().flush();
    return status;
  }

  /** An exception of the file system often has a bare path for its message: name the kind too. */
  private static String words(IOException e) {
    String kind = e.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return kind.replace(" Exception", "").toLowerCase(java.util.Locale.ROOT)
        + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }
}
