package org.tamga.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The other checker, for a second opinion. */
final class PythonVerifier {
  private PythonVerifier() {}

  /** What a run of a program gave. */
  record Run(int status, List<String> lines) {}

  /** Skips the rest of a test aloud where this machine lacks what the other checker needs. */
  static void assume() {
    Assumptions.assumeTrue(
        isThere("python3", "--version") && isThere("openssl", "version"),
        "SKIPPED: tools/verify.py needs python3 and openssl, which are not here");
  }

  private static boolean isThere(String... command) {
    try {
      return run(List.of(command), "").status() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  static Run verify(Path archive, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("python3", "tools/verify.py"));
    command.add(archive.toString());
    command.add("--json");
    command.addAll(List.of(options));
    return run(command, "");
  }

  static Run run(List<String> command, String input) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Thread feeder =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (var out = process.getOutputStream()) {
                    out.write(input.getBytes(StandardCharsets.UTF_8));
                  } catch (IOException e) {
                    // The program ended early; its status says so.
                  }
                });
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    try {
      feeder.join();
      return new Run(process.waitFor(), lines);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
