package org.tamga.text.wall;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.tamga.text.parser.DocumentParser;
import org.tamga.text.wall.Parsed.Piece;

/** Walls for tests: around a parser that misbehaves as it is told. */
final class TestWall {
  /** What the worker itself needs of the parsers' jars; the others would only slow its start. */
  private static final List<String> NEEDED =
      List.of(
          "tamga",
          "tika-core",
          "commons-io",
          "commons-compress",
          "commons-logging",
          "poi-5",
          "pdfbox",
          "jwarc",
          "slf4j-api");

  private static final Path JDK = Path.of(System.getProperty("java.home"));
  static final Source SOURCE = new Source("somebody");

  private TestWall() {}

  /** Skips the test, aloud, where this machine cannot have a wall. */
  static void assumePossible() {
    Assumptions.assumeTrue(
        Sandbox.find(System.getenv()).isPresent() && Wall.parsers().isPresent(),
        "skipped: needs bubblewrap and the folder of parsers");
  }

  /** Limits that are reached quickly. */
  static Limits tight() {
    Limits usual = Limits.STANDARD;
    return new Limits(
        8 << 20,
        usual.startMillis(),
        4_000,
        0,
        128,
        400L << 20,
        1 << 20,
        100,
        64 << 20,
        200,
        16 << 20);
  }

  /** A folder with the worker and {@link Misbehaving} in it. */
  static Path parsers(Path folder) throws IOException {
    Path parsers = Files.createDirectories(folder.resolve("parsers"));
    try (Stream<Path> jars = Files.list(Wall.parsers().orElseThrow())) {
      for (Path jar : jars.toList()) {
        String name = jar.getFileName().toString();
        if (NEEDED.stream().anyMatch(name::startsWith)) {
          Files.copy(jar, parsers.resolve(name));
        }
      }
    }
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(parsers.resolve("misbehaving.jar")))) {
      for (Class<?> type :
          List.of(Misbehaving.class, Class.forName(Misbehaving.class.getName() + "$Zeros"))) {
        put(jar, type);
      }
      jar.putNextEntry(new JarEntry("META-INF/services/" + DocumentParser.class.getName()));
      jar.write(Misbehaving.class.getName().getBytes(StandardCharsets.UTF_8));
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
    return parsers;
  }

  private static void put(JarOutputStream jar, Class<?> type) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new JarEntry(file));
    try (var bytes = type.getClassLoader().getResourceAsStream(file)) {
      bytes.transferTo(jar);
    }
    jar.closeEntry();
  }

  static Wall walled(Path parsers, Limits limits) throws IOException {
    return Wall.of(
        WorkerCommand.walled(JDK, parsers, limits, System.getenv()).orElseThrow(), limits);
  }

  static Wall unwalled(Path parsers, Limits limits, Path temporary) throws IOException {
    return Wall.of(WorkerCommand.unwalled(JDK, parsers, limits, temporary), limits);
  }

  /** What the misbehaving parser said, or why the worker had to die. */
  static String order(Wall wall, String order) {
    return order(wall, SOURCE, order);
  }

  static String order(Wall wall, Source source, String order) {
    byte[] document = order.getBytes(StandardCharsets.UTF_8);
    try {
      return words(
          wall.parse(
              source,
              Misbehaving.PURPOSE,
              "order.txt",
              "",
              new ByteArrayInputStream(document),
              (path, bytes) -> bytes.transferTo(OutputStream.nullOutputStream())));
    } catch (WorkerFailure failure) {
      return failure.reason();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String words(Parsed parsed) {
    StringBuilder words = new StringBuilder(parsed.notRead());
    for (Piece piece : parsed.pieces()) {
      if (piece instanceof Piece.Words block) {
        words.append(words.isEmpty() ? "" : "\n").append(block.text());
      }
    }
    return words.toString();
  }

  static Map<String, String> environmentWithoutTools() {
    return Map.of("PATH", "/nowhere");
  }
}
