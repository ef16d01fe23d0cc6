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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tamga.vault.Disk;

/**
 * A disk in memory that knows what would survive a loss of power.
 *
 * <p>Modelled on POSIX: what is written survives once the file was forced, and a name (new, renamed
 * or taken away) once its folder was forced. Everything else may or may not survive; names change
 * in the order in which they were changed, as on a file system with a journal.
 */
final class MemoryDisk implements Disk {
  /** What happens to what was not forced to the disk. */
  enum Loss {
    /** The program died, the machine did not: everything is there. */
    NOTHING("nothing lost"),
    /** All of it is gone. */
    UNFORCED("unforced data lost"),
    /** Some of it is there: names up to a moment, and of each file's bytes any, some or none. */
    SCATTERED("unforced data scattered");

    final String words;

    Loss(String words) {
      this.words = words;
    }
  }

  /** One file: what programs see, and what the disk surely holds. */
  private static final class Node {
    byte[] seen = new byte[0];
    byte[] durable = new byte[0];
  }

  /** A change of names that no folder was forced for yet: each name's file afterwards, or none. */
  private record Renaming(Map<Path, @Nullable Node> names) {}

  private final Map<Path, Node> seen = new TreeMap<>();
  private final Map<Path, Node> durable = new TreeMap<>();
  private final List<Renaming> unforced = new ArrayList<>();
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

  private void change(Path path, @Nullable Node node) {
    Map<Path, @Nullable Node> one = new TreeMap<>();
    one.put(path, node);
    unforced.add(new Renaming(one));
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
    change(path, node);
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

  /** Forces only the first half of what a file holds, as when the power goes meanwhile. */
  void tear(Path file) throws IOException {
    Node node = node(file);
    node.seen = Arrays.copyOf(node.seen, node.seen.length / 2);
    node.durable = node.seen;
  }

  /** Writes on at the end of a file. */
  void append(Path file, byte[] bytes, int offset, int length) throws IOException {
    Node node = node(file);
    int end = node.seen.length;
    node.seen = Arrays.copyOf(node.seen, end + length);
    System.arraycopy(bytes, offset, node.seen, end, length);
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
    unforced.forEach(one -> one.names().keySet().removeIf(name -> path.equals(name.getParent())));
    unforced.removeIf(one -> one.names().isEmpty());
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Node node = node(from);
    if (!folders.contains(to.toAbsolutePath().getParent())) {
      throw new NoSuchFileException(to.toString());
    }
    seen.remove(from.toAbsolutePath());
    seen.put(to.toAbsolutePath(), node);
    Map<Path, @Nullable Node> both = new TreeMap<>();
    both.put(from.toAbsolutePath(), null);
    both.put(to.toAbsolutePath(), node);
    unforced.add(new Renaming(both));
  }

  @Override
  public void delete(Path file) {
    if (seen.remove(file.toAbsolutePath()) != null) {
      change(file.toAbsolutePath(), null);
    }
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
    Set<Path> names = new TreeSet<>();
    seen.keySet().stream().filter(name -> path.equals(name.getParent())).forEach(names::add);
    folders.stream().filter(name -> path.equals(name.getParent())).forEach(names::add);
    return List.copyOf(names);
  }

  /** What is left after the program died; after a loss of power only what was forced. */
  void restart(boolean powerWasLost) {
    restart(powerWasLost ? Loss.UNFORCED : Loss.NOTHING, new Random(0));
  }

  /** What is left after the program died. */
  void restart(Loss loss, Random random) {
    locks.clear();
    switch (loss) {
      case NOTHING -> {}
      case UNFORCED -> {
        seen.clear();
        seen.putAll(durable);
        seen.values().forEach(node -> node.seen = node.durable);
      }
      case SCATTERED -> scatter(random);
    }
    // A folder that was taken away is there again with the names in it that came back.
    seen.keySet().forEach(path -> createFolders(path.getParent()));
    unforced.clear();
    durable.clear();
    durable.putAll(seen);
    seen.values().forEach(node -> node.durable = node.seen);
  }

  private void scatter(Random random) {
    seen.clear();
    seen.putAll(durable);
    for (Renaming one : unforced.subList(0, random.nextInt(unforced.size() + 1))) {
      one.names()
          .forEach(
              (path, node) -> {
                if (node == null) {
                  seen.remove(path);
                } else {
                  seen.put(path, node);
                }
              });
    }
    for (Node node : new HashSet<>(seen.values())) {
      if (node.seen != node.durable) {
        int length = random.nextInt(node.seen.length + 1);
        node.seen = random.nextBoolean() ? node.durable : Arrays.copyOf(node.seen, length);
      }
    }
  }

  /** A copy of this disk as it is now, with nothing shared. */
  MemoryDisk copy() {
    MemoryDisk copy = new MemoryDisk();
    IdentityHashMap<Node, Node> twins = new IdentityHashMap<>();
    copy.folders.addAll(folders);
    seen.forEach((path, node) -> copy.seen.put(path, twin(twins, node)));
    durable.forEach((path, node) -> copy.durable.put(path, twin(twins, node)));
    for (Renaming one : unforced) {
      Map<Path, @Nullable Node> names = new TreeMap<>();
      one.names().forEach((path, node) -> names.put(path, node == null ? null : twin(twins, node)));
      copy.unforced.add(new Renaming(names));
    }
    return copy;
  }

  private static Node twin(IdentityHashMap<Node, Node> twins, Node node) {
    return twins.computeIfAbsent(
        node,
        one -> {
          Node other = new Node();
          other.seen = one.seen;
          other.durable = one.durable;
          return other;
        });
  }

  /** Every file below a folder, as programs see it; the arrays are not to be changed. */
  SortedMap<Path, byte[]> files(Path folder) {
    return below(folder, seen, false);
  }

  /** Every file below a folder that the disk surely holds. */
  SortedMap<Path, byte[]> durableFiles(Path folder) {
    return below(folder, durable, true);
  }

  private static SortedMap<Path, byte[]> below(Path folder, Map<Path, Node> names, boolean forced) {
    SortedMap<Path, byte[]> files = new TreeMap<>();
    names.forEach(
        (path, node) -> {
          if (path.startsWith(folder)) {
            files.put(folder.relativize(path), forced ? node.durable : node.seen);
          }
        });
    return files;
  }

  /** Every folder below a folder. */
  SortedSet<Path> folders(Path folder) {
    SortedSet<Path> below = new TreeSet<>();
    for (Path path : folders) {
      if (path.startsWith(folder) && !path.equals(folder)) {
        below.add(folder.relativize(path));
      }
    }
    return below;
  }

  /** Writes everything below {@code folder} to the real disk, for a checker to look at. */
  void materialise(Path folder, Path target) throws IOException {
    Files.createDirectories(target);
    for (Path part : folders(folder)) {
      Files.createDirectories(target.resolve(part.toString()));
    }
    for (Map.Entry<Path, byte[]> file : files(folder).entrySet()) {
      Files.write(target.resolve(file.getKey().toString()), file.getValue());
    }
  }
}
