package org.tamga.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.tamga.cli.copy.RepairCommand;
import org.tamga.cli.copy.ReplicateCommand;
import org.tamga.cli.corroboration.EchoesCommand;
import org.tamga.cli.corroboration.EventCommand;
import org.tamga.cli.corroboration.FiguresCommand;
import org.tamga.cli.keys.KeysCommand;
import org.tamga.cli.proof.ProveCommand;
import org.tamga.cli.proof.TimestampCommand;
import org.tamga.cli.record.DumpCommand;
import org.tamga.cli.record.ExportCommand;
import org.tamga.cli.record.ListCommand;
import org.tamga.cli.record.RebuildCommand;
import org.tamga.cli.record.SearchCommand;
import org.tamga.cli.record.ShowCommand;
import org.tamga.cli.record.TextCommand;
import org.tamga.cli.review.DecideCommand;
import org.tamga.cli.review.ReviewCommand;
import org.tamga.cli.witness.CosignCommand;
import org.tamga.cli.witness.WitnessCommand;
import org.tamga.vault.Disk;
import org.tamga.vault.SystemDisk;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of all commands. */
@Command(
    name = "tamga",
    mixinStandardHelpOptions = true,
    version = Tamga.PROGRAM,
    description = "Turns documents into a sealed, cited record.",
    subcommands = {
      DemoCommand.class,
      InitCommand.class,
      AddCommand.class,
      VerifyArchiveCommand.class,
      ListCommand.class,
      ShowCommand.class,
      TextCommand.class,
      SearchCommand.class,
      EchoesCommand.class,
      FiguresCommand.class,
      EventCommand.class,
      ReviewCommand.class,
      DecideCommand.class,
      ExportCommand.class,
      ProveCommand.class,
      TimestampCommand.class,
      RemovalCommand.Withhold.class,
      RemovalCommand.Release.class,
      RemovalCommand.Destroy.class,
      CosignCommand.class,
      WitnessCommand.class,
      KeysCommand.class,
      ReplicateCommand.class,
      RepairCommand.class,
      RebuildCommand.class,
      DumpCommand.class,
      ReadCommand.class,
      AnnotateCommand.class,
      ServeCommand.class
    })
public final class Tamga {
  /** Name and version, as custody events state them. */
  public static final String PROGRAM = "tamga 0.1.0";

  private final Disk disk;

  private Tamga(Disk disk) {
    this.disk = disk;
  }

  /** The disk that archives are written to. */
  Disk disk() {
    return disk;
  }

  /** Runs one command line and returns its exit status. */
  public static int run(String... arguments) {
    return run(new SystemDisk(), System.out, System.err, arguments);
  }

  /**
   * Runs one command line on a disk and returns its exit status; the tests of stops give it one
   * that stops.
   *
   * @param out takes the data that the command prints
   * @param err takes its talk
   */
  public static int run(Disk disk, OutputStream out, OutputStream err, String... arguments) {
    CommandLine line = new CommandLine(new Tamga(disk));
    // UTF-8 whatever the system's settings: stdout is data that other programs read.
    line.setOut(new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    line.setErr(new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true));
    line.setParameterExceptionHandler(
        (wrong, given) -> {
          System.err.println("error: " + wrong.getMessage());
          System.err.println("hint: tamga --help lists the commands and their options.");
          return ExitStatus.WRONG_USAGE;
        });
    line.setExecutionExceptionHandler((fault, given, parsed) -> confess(line, fault));
    int status = line.execute(arguments);
    line.getOut().flush();
    line.getErr().flush();
    return status;
  }

  private static int confess(CommandLine line, Exception fault) {
    line.getOut().flush();
    line.getErr().println("error: a fault of the program: " + fault);
    line.getErr()
        .println("hint: what was sealed is safe. Please report this with the lines below.");
    fault.printStackTrace(line.getErr());
    return ExitStatus.PROGRAM_FAULT;
  }
}
