package org.tamga.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.verify.VerifyCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks an archive; the same check as that of the small jar for strangers. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Reads everything again and says what holds and what does not.")
final class VerifyArchiveCommand implements Callable<Integer> {
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Whose keys and witnesses you trust (C2SP tlog-policy), kept by you")
  private @Nullable Path policy;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "A checkpoint that you kept: the archive must continue it")
  private @Nullable Path checkpoint;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "A copy: says on which side is what damaged, and whether one is behind")
  private @Nullable Path against;

  @Option(names = "--json", description = "One object a line; the result last")
  private boolean json;

  @Override
  public Integer call() {
    List<String> arguments = new ArrayList<>();
    if (policy != null) {
      arguments.addAll(List.of("--policy", policy.toString()));
    }
    if (checkpoint != null) {
      arguments.addAll(List.of("--checkpoint", checkpoint.toString()));
    }
    if (against != null) {
      arguments.addAll(List.of("--against", against.toString()));
    }
    if (json) {
      arguments.add("--json");
    }
    arguments.add(archive.folder().toString());
    ByteArrayOutputStream talk = new ByteArrayOutputStream();
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    int status =
        new VerifyCommand(
                new PrintStream(result, true, StandardCharsets.UTF_8),
                new PrintStream(talk, true, StandardCharsets.UTF_8))
            .run(arguments);
    archive.out().print(result.toString(StandardCharsets.UTF_8));
    archive.out().flush();
    archive.err().print(talk.toString(StandardCharsets.UTF_8));
    archive.err().flush();
    return status;
  }
}
