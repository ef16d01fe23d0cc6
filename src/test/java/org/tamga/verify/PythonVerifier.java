package org.tamga.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Json;

/**
 * The other checker, for a second opinion.
 *
 * <p>It runs in one process for all tests of a JVM, for most of a run's time goes into starting and
 * into answers about the same signatures.
 */
public final class PythonVerifier {
  private PythonVerifier() {}

  /**
   * What a run of a program gave.
   *
   * @param status its exit status
   * @param lines what it had printed
   */
  public record Run(int status, List<String> lines) {}

  /** Skips the rest of a test aloud where this machine lacks what the other checker needs. */
  public static void assume() {
    Assumptions.assumeTrue(
        Needs.MET, "SKIPPED: tools/verify.py needs python3 and openssl, which are not here");
  }

  /** Asked once: the answer stays the same, and two processes a time are many in a long suite. */
  private static final class Needs {
    static final boolean MET = isThere("python3", "--version") && isThere("openssl", "version");
  }

  private static boolean isThere(String... command) {
    try {
      return run(List.of(command), "").status() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Has the other checker read a folder. */
  public static Run verify(Path archive, String... options) throws IOException {
    List<Json> arguments = new ArrayList<>();
    arguments.add(Json.text(archive.toString()));
    arguments.add(Json.text("--json"));
    for (String option : options) {
      arguments.add(Json.text(option));
    }
    return Resident.ONLY.ask(CanonicalJson.write(new Json.Array(arguments)));
  }

  /** The process; it ends when its input does, that is with this JVM. */
  private record Resident(BufferedWriter input, BufferedReader output) {
    static final Resident ONLY = start();

    private static Resident start() {
      try {
        Process process =
            new ProcessBuilder("python3", "src/test/python/verify_many.py")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Resident(process.outputWriter(UTF_8), process.inputReader(UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    synchronized Run ask(String arguments) throws IOException {
      input.write(arguments + "\n");
      input.flush();
      String[] head = String.valueOf(output.readLine()).split(" ", 2);
      if (head.length < 2) {
        throw new IOException("the other checker has ended");
      }
      List<String> lines = new ArrayList<>();
      for (int i = Integer.parseInt(head[1]); i > 0; i--) {
        lines.add(String.valueOf(output.readLine()));
      }
      return new Run(Integer.parseInt(head[0]), lines);
    }
  }

  static Run run(List<String> command, String input) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Thread feeder =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (var out = process.getOutputStream()) {
                    out.write(input.getBytes(UTF_8));
                  } catch (IOException e) {
                    // The program ended early; its status says so.
                  }
                });
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    try {
      feeder.join();
      return new Run(process.waitFor(), lines);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
