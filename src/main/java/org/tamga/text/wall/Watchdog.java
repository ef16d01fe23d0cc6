package org.tamga.text.wall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Watches one worker from a thread of its own and kills it when it takes too long or too much
 * memory.
 *
 * <p>Heap is limited by the JVM itself; this sees what a hostile parser takes beside it.
 */
final class Watchdog implements AutoCloseable {
  private static final long LOOK_MILLIS = 50;
  private static final String RESIDENT = "VmRSS:";
  private static final long KIBIBYTE = 1024;

  private final Process process;
  private final Limits limits;
  private final Object lock = new Object();
  private long deadlineNanos;
  private long allowedMillis;
  private boolean expecting;
  private boolean closed;
  private String reason = "";

  private Watchdog(Process process, Limits limits) {
    this.process = process;
    this.limits = limits;
  }

  /** A watchdog that is awake from now on. */
  static Watchdog over(Process process, Limits limits) {
    Watchdog watchdog = new Watchdog(process, limits);
    Thread.ofPlatform().daemon().name("watchdog").start(watchdog::watch);
    return watchdog;
  }

  /** From now on the worker has this long. */
  void expect(long millis) {
    synchronized (lock) {
      allowedMillis = millis;
      deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      expecting = true;
    }
  }

  /** The worker has nothing to do. */
  void rest() {
    synchronized (lock) {
      expecting = false;
    }
  }

  /** Why the worker was killed; empty where it was not. */
  String reason() {
    synchronized (lock) {
      return reason;
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
  }

  private void watch() {
    try {
      while (process.isAlive() && look()) {
        synchronized (lock) {
          if (!closed) {
            lock.wait(LOOK_MILLIS);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once; false when there is nothing left to watch. */
  private boolean look() {
    long resident = residentBytes(process);
    synchronized (lock) {
      if (closed) {
        return false;
      }
      if (resident > limits.residentBytes()) {
        reason =
            WorkerFailure.limit(
                    "MEMORY",
                    "its parser needed more memory than "
                        + Limits.mebibytes(limits.residentBytes()))
                .reason();
      } else if (expecting && System.nanoTime() - deadlineNanos > 0) {
        reason =
            WorkerFailure.limit(
                    "TIME", "its parser took longer than " + allowedMillis / 1000 + " s")
                .reason();
      } else {
        return true;
      }
    }
    kill(process);
    return false;
  }

  /** Memory of a process and all its descendants; 0 where the system does not tell. */
  private static long residentBytes(Process process) {
    try (Stream<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants())) {
      return all.mapToLong(one -> residentBytes(one.pid())).sum();
    }
  }

  private static long residentBytes(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith(RESIDENT)) {
          String number = line.substring(RESIDENT.length()).replace("kB", "").strip();
          return Long.parseLong(number) * KIBIBYTE;
        }
      }
    } catch (IOException | NumberFormatException gone) {
      return 0; // it ended, or this is no Linux
    }
    return 0;
  }

  /** Kills a process and all that it started. */
  static void kill(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }
}
