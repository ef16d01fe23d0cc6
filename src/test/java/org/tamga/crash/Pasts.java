package org.tamga.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.tamga.cli.Tamga;
import org.tamga.crash.MemoryDisk.Loss;
import org.tamga.crash.RecordingDisk.Stop;
import org.tamga.vault.Digest;
import org.tamga.vault.FolderVault;

/** Runs commands on a disk in memory, one after another, and keeps what was done and said. */
final class Pasts {
  /** Where the archive stands. */
  final Path home;

  /** Where its copy stands. */
  final Path copy;

  private final Path folder;

  /**
   * What was done so far.
   *
   * @param disk the disk with both archives
   * @param said all that the commands had printed, in order
   */
  record Past(MemoryDisk disk, String said) {}

  /** A run of one command: each place where it could have stopped, and how it ended. */
  record Run(List<Stop> stops, Past after) {}

  Pasts(Path folder) {
    this.folder = folder;
    this.home = folder.resolve("archive");
    this.copy = folder.resolve("copy");
  }

  /** Both places in which sealed files stand. */
  List<Path> homes() {
    return List.of(home, copy);
  }

  /** Runs a command that must end well. */
  Run run(Past past, List<String> command) throws IOException {
    clearDerived();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    MemoryDisk memory = past.disk().copy();
    RecordingDisk disk =
        new RecordingDisk(memory, homes(), () -> past.said() + text(out) + text(err));
    List<String> arguments = new ArrayList<>(command);
    if (!arguments.getFirst().equals("init")) {
      arguments.addAll(1, List.of("--archive", home.toString()));
    }
    if (!arguments.getFirst().equals("replicate")) {
      arguments.addAll(1, List.of("--keys", folder.resolve("keys").toString()));
    }
    int status = Tamga.run(disk, out, err, arguments.toArray(String[]::new));
    assertEquals(0, status, () -> String.join(" ", command) + "\n" + text(out) + text(err));
    MemoryDisk left = memory.copy();
    left.restart(Loss.NOTHING, new Random());
    return new Run(disk.stops(), new Past(left, past.said() + text(out) + text(err)));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** What was derived in an earlier run, perhaps of another past, is in nobody's way. */
  private void clearDerived() throws IOException {
    Path derived = home.resolve("derived");
    if (Files.exists(derived)) {
      try (Stream<Path> files = Files.walk(derived)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Nothing was done yet. */
  Past nothing() {
    return new Past(new MemoryDisk(), "");
  }

  /** An archive with nothing in it. */
  Past empty() throws IOException {
    List<String> init = List.of("init", home.toString(), "--origin", "tamga/fault");
    return run(nothing(), init).after();
  }

  /** Adds letters with these numbers, each twice the later ones where {@code kinds} is smaller. */
  List<String> adding(String name, int first, int count, int kinds) throws IOException {
    Path source = Files.createDirectories(folder.resolve(name));
    for (int i = 0; i < count; i++) {
      Files.writeString(source.resolve(i + ".txt"), letter(first + i % kinds));
    }
    String rows = count < 3 ? "" : "0.txt,1.txt\n";
    Path manifest = folder.resolve(name + "/manifest.csv");
    Files.writeString(manifest, "path,versionOf\n" + rows);
    List<String> add = new ArrayList<>(List.of("add", "--json", "--manifest"));
    add.add(manifest.toString());
    for (int i = 0; i < count; i++) {
      add.add(source.resolve(i + ".txt").toString());
    }
    return add;
  }

  /** The past in which letters were added too. */
  Past added(Past past, String name, int first, int count, int kinds) throws IOException {
    return run(past, adding(name, first, count, kinds)).after();
  }

  private static String letter(int number) {
    return "The harbour office of Selm said on Monday that road " + number + " was closed.\n";
  }

  /** The digest of a letter, in hex. */
  static String digest(int number) {
    return Digest.of(letter(number).getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** Copies the archive. */
  List<String> replicating() {
    return List.of("replicate", "--to", copy.toString());
  }

  /** Destroys a letter. */
  static List<String> destroying(int number) {
    return List.of("destroy", "--reason", "the family asked", digest(number));
  }

  /** The past in which the archive then lost these letters, and files that every event needs. */
  Past harmed(Past past, int... numbers) throws IOException {
    MemoryDisk disk = past.disk().copy();
    for (int number : numbers) {
      String place = FolderVault.pathOf(Digest.parse("sha256:" + digest(number)));
      disk.delete(home.resolve("vault").resolve(place));
    }
    for (Path file : disk.list(home.resolve("keys"))) {
      disk.delete(file);
    }
    disk.delete(home.resolve("disclosures/000.jsonl"));
    disk.delete(home.resolve("log/tile/entries/000"));
    disk.restart(Loss.NOTHING, new Random());
    return new Past(disk, past.said());
  }
}
