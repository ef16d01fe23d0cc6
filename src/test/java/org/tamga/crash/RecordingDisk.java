package org.tamga.crash;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tamga.vault.Disk;
import org.tamga.vault.SystemDisk;

/**
 * A disk that keeps, for each operation of a program, what would be left if it had died there.
 *
 * <p>A program that dies does nothing more; so what it leaves is what its operations until then had
 * made, and what it had said by then is all that it ever says. One run therefore shows every stop.
 * Archives stand in memory; what is derived from them, and everything else, on the real disk.
 */
final class RecordingDisk implements Disk {
  /**
   * One operation that changes the disk.
   *
   * @param operation its kind and the place, without changing parts
   * @param before the disk before it
   * @param torn in the middle of it; null where it has no middle
   * @param after just after it
   * @param said what the program had said by then
   */
  record Stop(
      String operation,
      MemoryDisk before,
      @Nullable MemoryDisk torn,
      MemoryDisk after,
      String said) {}

  private final MemoryDisk memory;
  private final List<Path> archives;
  private final Supplier<String> said;
  private final SystemDisk real = new SystemDisk();
  private final List<Stop> stops = new ArrayList<>();

  RecordingDisk(MemoryDisk memory, List<Path> archives, Supplier<String> said) {
    this.memory = memory;
    this.archives = List.copyOf(archives);
    this.said = said;
  }

  /** The stops so far, in order. */
  List<Stop> stops() {
    return List.copyOf(stops);
  }

  private interface Step {
    void on(MemoryDisk disk) throws IOException;
  }

  private boolean isInMemory(Path path) {
    return archives.stream()
        .anyMatch(home -> path.startsWith(home) && !path.startsWith(home.resolve("derived")));
  }

  private Disk of(Path path) {
    return isInMemory(path) ? memory : real;
  }

  private void step(String name, Path path, Step step, @Nullable Step half) throws IOException {
    if (!isInMemory(path)) {
      throw new IllegalArgumentException(path.toString());
    }
    MemoryDisk before = memory.copy();
    MemoryDisk torn = null;
    if (half != null) {
      torn = memory.copy();
      half.on(torn);
    }
    step.on(memory);
    stops.add(new Stop(name + " " + role(path), before, torn, memory.copy(), said.get()));
  }

  /** What a path is in an archive, without its changing parts. */
  private static String role(Path path) {
    return path.toString()
        .replaceAll(".*/(archive|copy)(?=/|$)", "$1")
        .replaceAll("/vault/[0-9a-f]{2}/[0-9a-f]{62}", "/vault/OBJECT")
        .replaceAll("/vault/[0-9a-f]{2}$", "/vault/PART")
        .replaceAll("/incoming/[0-9a-f-]{16,}", "/incoming/NAME")
        .replaceAll("-[0-9a-f]{8}\\.", "-ID.");
  }

  @Override
  public InputStream open(Path file) throws IOException {
    return of(file).open(file);
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    if (!isInMemory(file)) {
      return real.create(file);
    }
    OutputStream[] made = new OutputStream[1];
    step("create", file, disk -> made[0] = disk.create(file), null);
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        step(
            "write",
            file,
            disk -> made[0].write(bytes, offset, length),
            disk -> disk.append(file, bytes, offset, length / 2));
      }
    };
  }

  @Override
  public void sync(Path file) throws IOException {
    if (isInMemory(file)) {
      step("sync", file, disk -> disk.sync(file), disk -> disk.tear(file));
    } else {
      real.sync(file);
    }
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    if (isInMemory(folder)) {
      step("syncFolder", folder, disk -> disk.syncFolder(folder), null);
    } else {
      real.syncFolder(folder);
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    if (isInMemory(to)) {
      step("rename", to, disk -> disk.rename(from, to), null);
    } else {
      real.rename(from, to);
    }
  }

  @Override
  public void delete(Path file) throws IOException {
    if (isInMemory(file)) {
      step("delete", file, disk -> disk.delete(file), null);
    } else {
      real.delete(file);
    }
  }

  @Override
  public void createFolders(Path folder) throws IOException {
    if (isInMemory(folder)) {
      step("createFolders", folder, disk -> disk.createFolders(folder), null);
    } else {
      real.createFolders(folder);
    }
  }

  @Override
  public @Nullable Closeable lock(Path file) throws IOException {
    return of(file).lock(file);
  }

  @Override
  public boolean exists(Path path) {
    return of(path).exists(path);
  }

  @Override
  public long size(Path file) throws IOException {
    return of(file).size(file);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    return of(folder).list(folder);
  }
}
