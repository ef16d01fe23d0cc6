package org.tamga.text.wall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the command that runs a program within walls: bubblewrap with everything unshared and
 * nothing mounted but what is named. docs/spec/wall.md, "What a worker can reach".
 */
public final class Sandbox {
  /** What a JVM needs of the C library, by the names that it asks for. */
  private static final List<String> LIBRARIES =
      List.of("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1");

  private static final List<Path> LIBRARY_FOLDERS =
      List.of(
          Path.of("/lib/x86_64-linux-gnu"),
          Path.of("/lib/aarch64-linux-gnu"),
          Path.of("/lib64"),
          Path.of("/usr/lib64"),
          Path.of("/usr/lib"),
          Path.of("/lib"));

  private static final List<Path> LOADERS =
      List.of(
          Path.of("/lib64/ld-linux-x86-64.so.2"),
          Path.of("/lib/ld-linux-aarch64.so.1"),
          Path.of("/lib/ld-musl-x86_64.so.1"),
          Path.of("/lib/ld-musl-aarch64.so.1"));

  private final Path program;
  private final List<String> mounts = new ArrayList<>();
  private final List<String> variables = new ArrayList<>();

  private Sandbox(Path program) {
    this.program = program;
    for (String device : List.of("/dev/null", "/dev/random", "/dev/urandom")) {
      mounts.addAll(List.of("--dev-bind", device, device));
    }
    for (Path loader : LOADERS) {
      if (Files.exists(loader)) {
        readOnly(loader, loader.toString());
      }
    }
  }

  /** Walls to be built by the {@code bwrap} of the search path; none where there is none. */
  public static Optional<Sandbox> find(Map<String, String> environment) {
    for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
      Path program = Path.of(folder.isEmpty() ? "/nowhere" : folder, "bwrap");
      if (Files.isExecutable(program)) {
        return Optional.of(new Sandbox(program));
      }
    }
    return Optional.empty();
  }

  /** Shows a file or folder of the machine at a place within the walls, for reading alone. */
  public Sandbox readOnly(Path from, String to) {
    mounts.addAll(List.of("--ro-bind", from.toString(), to));
    return this;
  }

  /** The few libraries that programs written in C and JVMs need. */
  public Sandbox withLibraries() throws IOException {
    for (String library : LIBRARIES) {
      for (Path folder : LIBRARY_FOLDERS) {
        Path file = folder.resolve(library);
        if (Files.exists(file)) {
          readOnly(file.toRealPath(), "/lib/" + library);
          break;
        }
      }
    }
    return this;
  }

  /** A writable folder {@code /tmp} in memory. */
  public Sandbox withMemory(long bytes) {
    mounts.addAll(List.of("--size", Long.toString(bytes), "--tmpfs", "/tmp", "--chdir", "/tmp"));
    return this;
  }

  /** Sets a variable of the environment, which is empty otherwise. */
  public Sandbox with(String variable, String value) {
    variables.addAll(List.of("--setenv", variable, value));
    return this;
  }

  /** The whole command that runs {@code inner} within these walls. */
  public List<String> command(List<String> inner) {
    List<String> all =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--clearenv",
                "--cap-drop",
                "ALL"));
    all.addAll(variables);
    all.addAll(mounts);
    all.add("--");
    all.addAll(inner);
    return List.copyOf(all);
  }
}
