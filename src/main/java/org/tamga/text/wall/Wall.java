package org.tamga.text.wall;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes documents apart that may harm whoever opens them: each in a worker behind the wall, which
 * is replaced whenever anything goes wrong with it.
 *
 * <p>At most two workers live at a time, and each serves one source. One document is taken apart at
 * a time; other threads wait.
 */
public final class Wall implements AutoCloseable {
  /** Two of them keep memory within what small machines have. */
  private static final int MOST_WORKERS = 2;

  /** Names the folder of the parsers' jars where they do not stand beside the program's own. */
  private static final String FOLDER = "tamga.parsers";

  private final Optional<WorkerCommand> command;
  private final Limits limits;
  private final @Nullable Path temporary;
  private final Map<Source, WorkerProcess> workers = new LinkedHashMap<>(4, 0.75f, true);
  private String unavailable;
  private boolean proven;
  private volatile List<Process> living = List.of();

  private Wall(
      Optional<WorkerCommand> command,
      Limits limits,
      String unavailable,
      @Nullable Path temporary) {
    this.command = command;
    this.limits = limits;
    this.unavailable = unavailable;
    this.temporary = temporary;
  }

  /** A wall whose workers are started so; tests and benchmarks choose how. */
  public static Wall of(WorkerCommand command, Limits limits) {
    return new Wall(Optional.of(command), limits, "", null);
  }

  /** The wall as this machine can have it; where it can have none, nothing passes. */
  public static Wall standard() throws IOException {
    Optional<Path> parsers = parsers();
    if (parsers.isEmpty()) {
      return none("the folder 'parsers' is missing beside the program; build it again");
    }
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
      return none("such files are only read behind a wall, which needs Linux; or use --no-wall");
    }
    Optional<WorkerCommand> command =
        WorkerCommand.walled(jdk(), parsers.get(), Limits.STANDARD, System.getenv());
    return command
        .map(found -> of(found, Limits.STANDARD))
        .orElseGet(
            () ->
                none(
                    "such files are only read behind a wall: install bubblewrap (Debian: apt-get"
                        + " install bubblewrap), or use --no-wall"));
  }

  /** The same workers without walls around them, for {@code --no-wall}. */
  public static Wall unwalled() throws IOException {
    Optional<Path> parsers = parsers();
    if (parsers.isEmpty()) {
      return none("the folder 'parsers' is missing beside the program; build it again");
    }
    Path temporary = Files.createTempDirectory("tamga-parsers");
    WorkerCommand command =
        WorkerCommand.unwalled(jdk(), parsers.get(), Limits.STANDARD, temporary);
    return new Wall(Optional.of(command), Limits.STANDARD, "", temporary);
  }

  /** No wall, and nothing that passes: every document gets this reason. */
  public static Wall none(String reason) {
    return new Wall(Optional.empty(), Limits.STANDARD, reason, null);
  }

  private static Path jdk() {
    return Path.of(System.getProperty("java.home"));
  }

  /** The folder of the parsers' jars, which stands beside the jar or the classes of the program. */
  public static Optional<Path> parsers() {
    String named = System.getProperty(FOLDER, "");
    Path folder = named.isEmpty() ? besideTheProgram() : Path.of(named);
    return Optional.of(folder).filter(Files::isDirectory);
  }

  private static Path besideTheProgram() {
    var code = Wall.class.getProtectionDomain().getCodeSource();
    if (code == null) {
      return Path.of("parsers");
    }
    return Path.of(java.net.URI.create(code.getLocation().toString())).resolveSibling("parsers");
  }

  /** What the workers may use. */
  public Limits limits() {
    return limits;
  }

  /**
   * Has one document taken apart by a worker of its source.
   *
   * @param purpose what is wanted: {@code read}
   * @param name the name it came under
   * @param choice which part is wanted; empty for all
   * @throws WorkerFailure where that failed, with the reason; the next document gets a new worker
   * @throws IOException where the document cannot be read or a member cannot be kept
   */
  public synchronized Parsed parse(
      Source source,
      String purpose,
      String name,
      String choice,
      InputStream document,
      MemberSink sink)
      throws IOException {
    if (command.isEmpty() || !unavailable.isEmpty()) {
      throw new WorkerFailure(unavailable);
    }
    WorkerProcess worker = workerOf(source, command.get());
    try {
      if (!proven) {
        prove(worker);
      }
      return worker.parse(purpose, name, choice, document, sink);
    } finally {
      if (!worker.isUsable()) {
        worker.close();
        workers.remove(source);
      }
      noteLiving();
    }
  }

  /** Where not even the first worker comes up, the others would not either. */
  private void prove(WorkerProcess worker) throws WorkerFailure {
    try {
      worker.greet();
      proven = true;
    } catch (WorkerFailure failed) {
      worker.close();
      unavailable =
          "such files are only read behind a wall, and the system does not let bubblewrap build one"
              + " (try: bwrap --unshare-all --ro-bind / / true); or use --no-wall";
      throw new WorkerFailure(unavailable);
    }
  }

  private WorkerProcess workerOf(Source source, WorkerCommand start) throws IOException {
    WorkerProcess there = workers.get(source);
    if (there != null && there.isUsable()) {
      return there;
    }
    if (there != null) {
      there.close();
      workers.remove(source);
    }
    while (workers.size() >= MOST_WORKERS) {
      Source longestIdle = workers.keySet().iterator().next();
      retire(longestIdle);
    }
    WorkerProcess started = WorkerProcess.start(start, limits);
    workers.put(source, started);
    noteLiving();
    return started;
  }

  private void retire(Source source) {
    WorkerProcess worker = workers.remove(source);
    if (worker != null) {
      worker.close();
    }
  }

  /** Processes of the workers that live now; for tests that kill them at any moment. */
  List<Process> processes() {
    return living;
  }

  private void noteLiving() {
    living = workers.values().stream().map(WorkerProcess::process).toList();
  }

  /** Ends all workers. */
  @Override
  public synchronized void close() {
    workers.values().forEach(WorkerProcess::close);
    workers.clear();
    noteLiving();
    if (temporary != null) {
      boolean unused = temporary.toFile().delete(); // workers leave it empty
    }
  }
}
