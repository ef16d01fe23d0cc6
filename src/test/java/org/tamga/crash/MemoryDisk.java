package org.tamga.crash;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.vault.Disk;

/**
 * A disk in memory that knows what would survive a loss of power.
 *
 * <p>Modelled on POSIX: what is written survives once the file was forced, and a name (new, renamed
 * or taken away) once its folder was forced. Everything else may or may not survive.
 */
final class MemoryDisk implements Disk {
  /** One file: what programs see, and what the disk surely holds. */
  private static final class Node {
    byte[] seen = new byte[0];
    byte[] durable = new byte[0];
  }

  private final Map<Path, Node> seen = new TreeMap<>();
  private final Map<Path, Node> durable = new TreeMap<>();
  private final Set<Path> folders = new HashSet<>();
  private final Set<Path> locks = new HashSet<>();

  @Override
  public InputStream open(Path file) throws IOException {
    return new ByteArrayInputStream(node(file).seen);
  }

  private Node node(Path file) throws NoSuchFileException {
    Node node = seen.get(file.toAbsolutePath());
    if (node == null) {
      throw new NoSuchFileException(file.toString());
    }
    return node;
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    Path path = file.toAbsolutePath();
    if (seen.containsKey(path)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    if (!folders.contains(path.getParent())) {
      throw new NoSuchFileException(file.toString());
    }
    Node node = new Node();
    seen.put(path, node);
    return new ByteArrayOutputStream() {
      @Override
      public synchronized void write(byte[] bytes, int offset, int length) {
        super.write(bytes, offset, length);
        node.seen = toByteArray();
      }

      @Override
      public synchronized void write(int b) {
        super.write(b);
        node.seen = toByteArray();
      }
    };
  }

  /** Leaves only the first half of what a file holds, as a torn write does. */
  void tear(Path file) throws IOException {
    Node node = node(file);
    node.seen = Arrays.copyOf(node.seen, node.seen.length / 2);
  }

  @Override
  public void sync(Path file) throws IOException {
    Node node = node(file);
    node.durable = node.seen;
  }

  @Override
  public void syncFolder(Path folder) {
    Path path = folder.toAbsolutePath();
    durable.keySet().removeIf(name -> path.equals(name.getParent()) && !seen.containsKey(name));
    seen.forEach(
        (name, node) -> {
          if (path.equals(name.getParent())) {
            durable.put(name, node);
          }
        });
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Node node = node(from);
    if (!folders.contains(to.toAbsolutePath().getParent())) {
      throw new NoSuchFileException(to.toString());
    }
    seen.remove(from.toAbsolutePath());
    seen.put(to.toAbsolutePath(), node);
  }

  @Override
  public void delete(Path file) {
    seen.remove(file.toAbsolutePath());
    folders.remove(file.toAbsolutePath());
  }

  @Override
  public void createFolders(Path folder) {
    for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
      folders.add(at);
    }
  }

  @Override
  public @Nullable Closeable lock(Path file) {
    Path path = file.toAbsolutePath();
    return locks.add(path) ? () -> locks.remove(path) : null;
  }

  @Override
  public boolean exists(Path path) {
    return seen.containsKey(path.toAbsolutePath()) || folders.contains(path.toAbsolutePath());
  }

  @Override
  public long size(Path file) throws IOException {
    return node(file).seen.length;
  }

  @Override
  public List<Path> list(Path folder) {
    Path path = folder.toAbsolutePath();
    Set<Path> names = new HashSet<>();
    seen.keySet().stream().filter(name -> path.equals(name.getParent())).forEach(names::add);
    folders.stream().filter(name -> path.equals(name.getParent())).forEach(names::add);
    return names.stream().sorted().toList();
  }

  /** What is left after the program died; after a loss of power only what is durable. */
  void restart(boolean powerWasLost) {
    locks.clear();
    if (powerWasLost) {
      seen.clear();
      seen.putAll(durable);
      seen.values().forEach(node -> node.seen = node.durable);
    }
  }

  /** A copy of this disk as it is now, with nothing shared. */
  MemoryDisk copy() {
    MemoryDisk copy = new MemoryDisk();
    copy.folders.addAll(folders);
    seen.forEach(
        (path, node) -> {
          Node other = new Node();
          other.seen = node.seen;
          other.durable = node.durable;
          copy.seen.put(path, other);
          if (durable.get(path) == node) {
            copy.durable.put(path, other);
          }
        });
    return copy;
  }

  /** Writes everything below {@code folder} to the real disk, for a checker to look at. */
  void materialise(Path folder, Path target) throws IOException {
    Path root = folder.toAbsolutePath();
    Files.createDirectories(target);
    for (Path path : folders) {
      if (path.startsWith(root)) {
        Files.createDirectories(target.resolve(root.relativize(path).toString()));
      }
    }
    for (Map.Entry<Path, Node> file : seen.entrySet()) {
      if (file.getKey().startsWith(root)) {
        Path to = target.resolve(root.relativize(file.getKey()).toString());
        Files.createDirectories(to.getParent());
        Files.write(to, file.getValue().seen);
      }
    }
  }
}
