package org.tamga.text.wall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a worker is started: the JDK, the parsers' jars, and walls or none.
 *
 * @param command the program and its arguments
 * @param walled whether walls are around it
 */
public record WorkerCommand(List<String> command, boolean walled) {
  private static final String MAIN_CLASS = "org.tamga.text.parser.Worker";
  private static final String JDK = "/jdk";
  private static final String PARSERS = "/parsers";

  /** Parsers that need files keep them in memory; a document is there twice at most. */
  private static final long MEMORY_BYTES = 512L << 20;

  /** Some parsers go deep; below this, documents that are no attack would overflow. */
  private static final String STACK = "-Xss4m";

  public WorkerCommand {
    command = List.copyOf(command);
  }

  /**
   * A worker behind the wall.
   *
   * @param jdk the JDK that runs it
   * @param parsers the folder of the parsers' jars
   * @return nothing where no bubblewrap is installed
   */
  public static Optional<WorkerCommand> walled(
      Path jdk, Path parsers, Limits limits, Map<String, String> environment) throws IOException {
    Optional<Sandbox> found = Sandbox.find(environment);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Sandbox sandbox =
        found
            .get()
            .withLibraries()
            .readOnly(jdk.toRealPath(), JDK)
            // Without this file a JVM starts no process.
            .readOnly(Path.of("/dev/null"), JDK + "/lib/jspawnhelper")
            .readOnly(parsers.toRealPath(), PARSERS)
            .withMemory(MEMORY_BYTES)
            .with("LD_LIBRARY_PATH", "/lib:" + JDK + "/lib:" + JDK + "/lib/server")
            .with("LC_ALL", "C.UTF-8");
    List<String> java = java(JDK, PARSERS, parsers, limits, "/tmp");
    return Optional.of(new WorkerCommand(sandbox.command(java), true));
  }

  /**
   * The same worker as an ordinary process, for {@code --no-wall}.
   *
   * @param temporary folder for the parsers' temporary files
   */
  public static WorkerCommand unwalled(Path jdk, Path parsers, Limits limits, Path temporary)
      throws IOException {
    return new WorkerCommand(
        java(jdk.toString(), parsers.toString(), parsers, limits, temporary.toString()), false);
  }

  private static List<String> java(
      String jdk, String folder, Path parsers, Limits limits, String temporary) throws IOException {
    List<String> names;
    try (Stream<Path> jars = Files.list(parsers)) {
      names =
          jars.map(jar -> jar.getFileName().toString())
              .filter(name -> name.endsWith(".jar"))
              .sorted()
              .toList();
    }
    List<String> command = new ArrayList<>();
    command.add(jdk + "/bin/java");
    command.addAll(
        List.of(
            "-Xmx" + limits.heapMebibytes() + "m",
            STACK,
            "-XX:+UseSerialGC",
            // Half the processor time: most code of a parser runs too seldom to be worth more.
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            // What the JVM itself has to say must not get among the frames.
            "-XX:+DisplayVMOutputToStderr",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + temporary,
            "-Duser.home=" + temporary,
            "-Dpdfbox.fontcache=" + temporary,
            // The same text on every machine, whatever its settings.
            "-Duser.timezone=UTC",
            "-Duser.language=en",
            "-Duser.country=",
            "-Dfile.encoding=UTF-8",
            "-cp",
            String.join(":", names.stream().map(name -> folder + "/" + name).toList()),
            MAIN_CLASS));
    return command;
  }
}
