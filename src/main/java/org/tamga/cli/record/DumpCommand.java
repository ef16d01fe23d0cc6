package org.tamga.cli.record;

import java.util.concurrent.Callable;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints everything derived in one fixed form, to compare two rebuilds. */
@Command(
    name = "dump",
    mixinStandardHelpOptions = true,
    description = "Prints all rows of record and index, sorted: the same for the same archive.")
public final class DumpCommand implements Callable<Integer> {
  @Mixin private RecordOption record = new RecordOption();

  @Override
  public Integer call() {
    return record.upToDate(
        (view, open) -> {
          open.dump(line -> record.archive().out().println(line));
          Pipeline.index(view, open, index -> index.dump(record.archive().out()::println));
          return ExitStatus.GOOD;
        });
  }
}
