package org.tamga.crash;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tamga.vault.Disk;

/** A disk that stops the program at one chosen operation; afterwards nothing works any more. */
final class FaultDisk implements Disk {
  /** How the program dies at the chosen operation. */
  enum Fault {
    /** Before it has happened. */
    BEFORE,
    /** Just after. */
    AFTER,
    /** In the middle: of what is written, half arrives. */
    TORN;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The program is dead. */
  static final class Dead extends IOException {
    private static final long serialVersionUID = 1;

    Dead(String where) {
      super("stopped at " + where);
    }
  }

  private final MemoryDisk disk;
  private final long chosen;
  private final Fault fault;
  private long operations;
  private boolean dead;
  private String where = "";

  FaultDisk(MemoryDisk disk, long chosen, Fault fault) {
    this.disk = disk;
    this.chosen = chosen;
    this.fault = fault;
  }

  /** Operations so far that change the disk. */
  long operations() {
    return operations;
  }

  /** The kind and place of the operation at which the program died; empty if it did not. */
  String where() {
    return where;
  }

  private interface Step {
    void take() throws IOException;
  }

  private void step(String name, Path path, Step step, Step half) throws IOException {
    live();
    if (operations++ != chosen) {
      step.take();
      return;
    }
    dead = true;
    where = name + " " + role(path);
    switch (fault) {
      case BEFORE -> {}
      case AFTER -> step.take();
      case TORN -> half.take();
    }
    throw new Dead(where);
  }

  private void live() throws Dead {
    if (dead) {
      throw new Dead("an operation after death");
    }
  }

  /** What a path is in an archive, without its changing parts. */
  private static String role(Path path) {
    return path.toString()
        .replaceAll(".*/(archive|copy|state)(?=/|$)", "$1")
        .replaceAll("/vault/[0-9a-f]{2}/[0-9a-f]{62}", "/vault/OBJECT")
        .replaceAll("/vault/[0-9a-f]{2}$", "/vault/PART")
        .replaceAll("[0-9a-f]{16,}", "NAME")
        .replaceAll("-[0-9a-f]{8}\\.", "-ID.");
  }

  private static void nothing() {}

  @Override
  public InputStream open(Path file) throws IOException {
    live();
    return disk.open(file);
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    OutputStream[] made = new OutputStream[1];
    step("create", file, () -> made[0] = disk.create(file), FaultDisk::nothing);
    OutputStream out = made[0];
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
            () -> out.write(bytes, offset, length),
            () -> out.write(bytes, offset, length / 2));
      }
    };
  }

  @Override
  public void sync(Path file) throws IOException {
    step("sync", file, () -> disk.sync(file), () -> disk.tear(file));
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    step("syncFolder", folder, () -> disk.syncFolder(folder), FaultDisk::nothing);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    step("rename", to, () -> disk.rename(from, to), FaultDisk::nothing);
  }

  @Override
  public void delete(Path file) throws IOException {
    step("delete", file, () -> disk.delete(file), FaultDisk::nothing);
  }

  @Override
  public void createFolders(Path folder) throws IOException {
    step("createFolders", folder, () -> disk.createFolders(folder), FaultDisk::nothing);
  }

  @Override
  public @Nullable Closeable lock(Path file) throws IOException {
    live();
    return disk.lock(file);
  }

  @Override
  public boolean exists(Path path) {
    return disk.exists(path);
  }

  @Override
  public long size(Path file) throws IOException {
    live();
    return disk.size(file);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    live();
    return disk.list(folder);
  }
}
