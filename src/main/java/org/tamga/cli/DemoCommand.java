package org.tamga.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole way on the example documents: seal, read, annotate, verify, look. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Makes an archive of the example documents and shows what was found in them.")
final class DemoCommand implements Callable<Integer> {
  /** Names the folder that holds the program's examples; set by the script tamga. */
  private static final String HOME = "tamga.home";

  @Mixin private ArchiveOption talk = new ArchiveOption();

  @Option(names = "--no-serve", description = "Do not open the pages afterwards")
  private boolean noServe;

  @Option(names = "--port", paramLabel = "N", description = "Port of the pages. Default: any free")
  private int port;

  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() {
    return talk.attempt(this::demonstrate);
  }

  private int demonstrate() throws java.io.IOException {
    Path examples = Path.of(System.getProperty(HOME, "."), "examples");
    Path folder = java.nio.file.Files.createTempDirectory("tamga-demo");
    Path archive = folder.resolve("archive");
    List<String> keys = List.of("--archive", archive.toString(), "--keys", folder + "/keys");
    talk.err().println("This demonstration works in " + folder + "; remove it when you like.");
    int status = step("init", keys, List.of());
    if (status == ExitStatus.GOOD) {
      status =
          step(
              "add",
              keys,
              List.of(
                  "--manifest",
                  examples.resolve("manifest.csv").toString(),
                  examples.resolve("documents").toString()));
    }
    if (status == ExitStatus.GOOD) {
      DemoFindings.print(archive, talk.out());
      status = step("verify", keys.subList(0, 2), List.of());
    }
    if (status != ExitStatus.GOOD || noServe) {
      return status;
    }
    return step("serve", keys.subList(0, 2), List.of("--port", Integer.toString(port)));
  }

  private int step(String name, List<String> options, List<String> rest) {
    if (command == null) {
      throw new IllegalStateException("used outside a command");
    }
    List<String> line = new ArrayList<>(List.of(name));
    line.addAll(options);
    line.addAll(rest);
    talk.out().println();
    talk.out().println("$ tamga " + name + " …");
    talk.out().flush();
    CommandLine root = command.root().commandLine();
    return root.execute(line.toArray(new String[0]));
  }
}
