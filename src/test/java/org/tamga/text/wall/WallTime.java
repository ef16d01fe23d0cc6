package org.tamga.text.wall;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.tamga.text.TextReader;
import org.tamga.text.parser.Inside;

/**
 * Measures taking documents apart behind the wall, or inside this very process: from the start of
 * the JVM to its end. bench/wall.sh runs both in turns.
 *
 * <p>Arguments: {@code wall} or {@code inside}, a folder of documents, and how often each is read.
 */
public final class WallTime {
  private WallTime() {}

  public static void main(String[] arguments) throws IOException {
    boolean walled = arguments[0].equals("wall");
    int documents = 0;
    double processorSeconds;
    try (Wall wall = walled ? Wall.standard() : Wall.none("inside");
        Stream<Path> all = Files.list(Path.of(arguments[1]))) {
      Inside inside = walled ? null : new Inside();
      for (Path file : all.sorted().toList()) {
        for (int i = 0; i < Integer.parseInt(arguments[2]) && isWalled(file); i++) {
          documents++;
          if (inside == null) {
            parse(wall, file);
          } else {
            inside.parse(file);
          }
        }
      }
      processorSeconds = processorSeconds(wall);
    }
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    double seconds = (System.currentTimeMillis() - started) / 1000.0;
    System.out.printf(
        Locale.ROOT, "%s %d %.2f %.2f%n", arguments[0], documents, seconds, processorSeconds);
  }

  /** Processor time of this process and of the workers. */
  private static double processorSeconds(Wall wall) {
    Duration all = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    for (Process worker : wall.processes()) {
      for (ProcessHandle one : worker.descendants().toList()) {
        all = all.plus(one.info().totalCpuDuration().orElse(Duration.ZERO));
      }
    }
    return all.toMillis() / 1000.0;
  }

  private static boolean isWalled(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] start = bytes.readNBytes(TextReader.TELLING_BYTES);
      return TextReader.walledType(start, file.getFileName().toString()).isPresent();
    }
  }

  private static void parse(Wall wall, Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      String name = file.getFileName().toString();
      wall.parse(new Source("one"), "read", name, "", bytes, MemberSink.NONE);
    } catch (WorkerFailure failed) {
      System.err.println(file.getFileName() + ": " + failed.reason());
    }
  }
}
