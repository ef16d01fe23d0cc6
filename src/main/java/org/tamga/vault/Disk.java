package org.tamga.vault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the disk: every file that Tamga writes goes through here.
 *
 * <p>An interface, so that tests can stop the program at any of these operations and look at what
 * is left. {@link SystemDisk} is the real one.
 */
public interface Disk {
  /** Opens a file for reading. */
  InputStream open(Path file) throws IOException;

  /** Creates a file that does not exist yet, for writing; fails where it exists. */
  OutputStream create(Path file) throws IOException;

  /** Makes what was written to a file survive a loss of power. */
  void sync(Path file) throws IOException;

  /** Makes what was written to these files survive a loss of power, in any order. */
  default void syncAll(Collection<Path> files) throws IOException {
    for (Path file : files) {
      sync(file);
    }
  }

  /** Makes the names in these folders survive a loss of power, in any order. */
  default void syncFolders(Collection<Path> folders) throws IOException {
    for (Path folder : folders) {
      syncFolder(folder);
    }
  }

  /** Makes the names in a folder survive a loss of power. */
  void syncFolder(Path folder) throws IOException;

  /** Gives a file another name in one step, replacing what had that name. */
  void rename(Path from, Path to) throws IOException;

  /** Takes a file away; does nothing where there is none. */
  void delete(Path file) throws IOException;

  /** Makes a folder and those above it, so that they survive a loss of power. */
  void createFolders(Path folder) throws IOException;

  /**
   * Keeps other programs from taking the same lock, until it is closed or this program dies.
   *
   * @param file an empty file that stands for what is locked; made where it is missing
   * @return null where another program, or another part of this one, holds it
   */
  @Nullable Closeable lock(Path file) throws IOException;

  /** Whether something has this name. */
  boolean exists(Path path);

  /** Size of a file in bytes. */
  long size(Path file) throws IOException;

  /** The names in a folder, sorted; empty where there is no such folder. */
  List<Path> list(Path folder) throws IOException;

  /** All of a small file, refused where it is larger than {@code mostBytes}. */
  default byte[] readAll(Path file, int mostBytes) throws IOException {
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(mostBytes);
      if (in.read() >= 0) {
        throw new IOException(file + " is larger than " + mostBytes + " bytes");
      }
      return bytes;
    }
  }

  /**
   * Writes a whole file so that, whatever happens, either all of it is there or none.
   *
   * <p>This is the only place where files of an archive come into being: the bytes go to a
   * neighbour with {@code .new} at the end of its name, are forced to the disk, the neighbour is
   * renamed over the file, and the folder is forced too. A program that dies leaves at most a
   * {@code .new} file, which nobody reads and the next writing replaces.
   */
  default void writeAtomically(Path file, byte[] bytes) throws IOException {
    writeAllAtomically(Map.of(file, bytes));
  }

  /**
   * Writes several whole files, each as {@link #writeAtomically} does; all of them wait for the
   * disk together. Of several files some may be there and others not when a program dies.
   */
  default void writeAllAtomically(Map<Path, byte[]> files) throws IOException {
    Map<Path, Path> fresh = new LinkedHashMap<>();
    Set<Path> folders = new LinkedHashSet<>();
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      Path folder = Objects.requireNonNull(file.getKey().toAbsolutePath().getParent());
      if (folders.add(folder)) {
        createFolders(folder);
      }
      Path neighbour = folder.resolve(file.getKey().getFileName() + NEW);
      delete(neighbour);
      try (OutputStream out = create(neighbour)) {
        out.write(file.getValue());
      }
      fresh.put(neighbour, file.getKey());
    }
    syncAll(fresh.keySet());
    for (Map.Entry<Path, Path> one : fresh.entrySet()) {
      rename(one.getKey(), one.getValue());
    }
    syncFolders(folders);
  }

  /** Writes what a file shall hold. */
  @FunctionalInterface
  interface Content {
    /** Writes it, all of it or with an exception. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** As {@link #writeAtomically(Path, byte[])}, for a file that may be larger than the heap. */
  default void writeAtomically(Path file, Content content) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    createFolders(folder);
    Path fresh = folder.resolve(file.getFileName() + NEW);
    delete(fresh);
    boolean complete = false;
    try (OutputStream out = create(fresh)) {
      content.writeTo(out);
      complete = true;
    } finally {
      if (!complete) {
        delete(fresh);
      }
    }
    sync(fresh);
    rename(fresh, file);
    syncFolder(folder);
  }

  /** End of the name of a file that is being written. */
  String NEW = ".new";
}
