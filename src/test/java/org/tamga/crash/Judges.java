package org.tamga.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Json;
import org.tamga.vault.Digest;
import org.tamga.verify.NotAnArchiveException;
import org.tamga.verify.Trust;
import org.tamga.verify.Verifier;

/**
 * Two judges of what a stopped program left: our own checker, and, in a process of its own, {@code
 * tools/verify.py} with a script that knows only what the program had printed.
 *
 * <p>Both read real folders. The same state of a folder is read once by each; consecutive states
 * differ in a file or two, so only those are written.
 */
final class Judges implements AutoCloseable {
  /**
   * What to hold a folder to.
   *
   * @param side {@code archive} or {@code copy}
   * @param said all that programs had printed, in order
   * @param asked documents that somebody asked to destroy
   * @param harmed documents that the test took away before the program began
   */
  record Case(String side, String said, Collection<String> asked, Collection<String> harmed) {}

  private final Path folder;
  private final Process process;
  private final BufferedWriter toProcess;
  private final BufferedReader fromProcess;
  private final IdentityHashMap<byte[], byte[]> digests = new IdentityHashMap<>();
  private final Map<String, Boolean> sound = new HashMap<>();
  private final Set<String> toldOutside = new HashSet<>();
  private final Set<String> judged = new HashSet<>();
  private SortedMap<Path, byte[]> files = new TreeMap<>();
  private SortedSet<Path> folders = new TreeSet<>();

  /** Skips the rest of a test aloud where this machine lacks what the other judge needs. */
  static void assume() {
    boolean there = true;
    for (String[] command : new String[][] {{"python3", "--version"}, {"openssl", "version"}}) {
      try {
        Process process =
            new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        there &= process.waitFor() == 0;
      } catch (IOException e) {
        there = false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    Assumptions.assumeTrue(
        there, "SKIPPED: tools/verify.py needs python3 and openssl, which are not here");
  }

  Judges(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.process =
        new ProcessBuilder("python3", "src/test/python/judge_stops.py")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    this.toProcess = process.outputWriter(StandardCharsets.UTF_8);
    this.fromProcess = process.inputReader(StandardCharsets.UTF_8);
  }

  /** A name for what stands below a folder, the same for the same names and bytes. */
  String nameOf(MemoryDisk disk, Path home) {
    return nameOf(disk.files(home), disk.folders(home));
  }

  /** A name for a disk with all that it would lose. */
  String wholeNameOf(MemoryDisk disk, List<Path> homes) {
    StringBuilder name = new StringBuilder();
    for (Path home : homes) {
      name.append(nameOf(disk, home)).append(nameOf(disk.durableFiles(home), new TreeSet<>()));
    }
    return name.toString();
  }

  private String nameOf(SortedMap<Path, byte[]> names, SortedSet<Path> parts) {
    MessageDigest all = Digest.sha256();
    parts.forEach(part -> all.update((part + "\n").getBytes(StandardCharsets.UTF_8)));
    names.forEach(
        (path, bytes) -> {
          all.update((path + "\n").getBytes(StandardCharsets.UTF_8));
          all.update(digests.computeIfAbsent(bytes, one -> Digest.sha256().digest(one)));
        });
    return Digest.of(all).hex();
  }

  /** Our own checker's judgement; false where it finds damage, or no archive. */
  boolean isSound(MemoryDisk disk, Path home) throws IOException {
    String name = nameOf(disk, home);
    Boolean known = sound.get(name);
    if (known == null) {
      place(disk, home);
      known = isSound();
      sound.put(name, known);
    }
    return known;
  }

  private boolean isSound() throws IOException {
    try {
      return Verifier.verify(folder, Trust.NONE).findings().isEmpty();
    } catch (NotAnArchiveException none) {
      return false;
    }
  }

  /**
   * Has the other process judge; fails with what it says is wrong.
   *
   * @param always whether also where it has not read this state yet
   */
  void judge(MemoryDisk disk, Path home, Case what, String when, boolean always)
      throws IOException {
    String name = nameOf(disk, home);
    if ((!always && !toldOutside.contains(name)) || !judged.add(name + what)) {
      return;
    }
    TreeMap<String, Json> line = new TreeMap<>();
    if (toldOutside.add(name)) {
      place(disk, home);
      line.put("folder", Json.text(folder.toString()));
    }
    line.put("id", Json.text(name));
    line.put("side", Json.text(what.side()));
    line.put("said", Json.text(what.said()));
    line.put("asked", texts(what.asked()));
    line.put("harmed", texts(what.harmed()));
    toProcess.write(CanonicalJson.write(new Json.Members(line)) + "\n");
    toProcess.flush();
    assertEquals("", fromProcess.readLine(), when);
  }

  /** Frees what is remembered of bytes that no later state has. */
  void forgetBytes() {
    digests.clear();
  }

  /** How many different states the other process has read. */
  int statesReadOutside() {
    return toldOutside.size();
  }

  private static Json texts(Collection<String> words) {
    List<Json> all = new ArrayList<>();
    words.forEach(word -> all.add(Json.text(word)));
    return new Json.Array(all);
  }

  /** Makes the real folder hold what {@code home} holds in memory. */
  private void place(MemoryDisk disk, Path home) throws IOException {
    SortedMap<Path, byte[]> wanted = disk.files(home);
    SortedSet<Path> parts = disk.folders(home);
    for (Path old : files.keySet()) {
      if (!wanted.containsKey(old)) {
        Files.delete(folder.resolve(old));
      }
    }
    List<Path> gone = new ArrayList<>(folders);
    gone.removeAll(parts);
    for (Path old : gone.reversed()) {
      Files.delete(folder.resolve(old));
    }
    for (Path part : parts) {
      Files.createDirectories(folder.resolve(part));
    }
    for (Map.Entry<Path, byte[]> file : wanted.entrySet()) {
      byte[] before = files.get(file.getKey());
      if (before != file.getValue() && !Arrays.equals(before, file.getValue())) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
    }
    files = wanted;
    folders = parts;
  }

  @Override
  public void close() throws IOException {
    toProcess.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
