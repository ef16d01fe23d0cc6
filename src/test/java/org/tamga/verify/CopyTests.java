package org.tamga.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.copy.Repair;
import org.tamga.custody.copy.Replication;
import org.tamga.vault.Digest;
import org.tamga.vault.FolderVault;
import org.tamga.vault.SystemDisk;

/** What tests of copies have in common: an archive, a copy of it, and ways to hurt them. */
abstract class CopyTests {
  static final List<String> MORE =
      List.of(
          "The ferry office of Port Sorrel has not answered the third letter.\n",
          "In Lower Tessaly the wells were opened again, wrote Sister Amaranth.\n");

  @TempDir Path folder = Path.of("");

  TestArchive varied() throws IOException {
    return TestArchive.createVaried(folder.resolve("archive"));
  }

  Path copy() {
    return folder.resolve("copy");
  }

  Replication.Outcome replicate(TestArchive made, boolean thorough) throws IOException {
    return Replication.run(
        new SystemDisk(), made.folder(), copy(), thorough, () -> UUID.randomUUID().toString());
  }

  Repair.Outcome repair(TestArchive made, Path from) throws IOException {
    return Repair.run(new SystemDisk(), made.folder(), from, made.surroundings());
  }

  static Set<String> codes(Path archive) throws Exception {
    return Verifier.verify(archive, Trust.NONE).findings().stream()
        .map(finding -> finding.code().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Comparison compare(TestArchive made) throws Exception {
    return Comparison.compare(made.folder(), copy(), Trust.NONE);
  }

  static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Path object(Path archive, String text) {
    return archive.resolve("vault").resolve(FolderVault.pathOf(digest(text)));
  }

  /** All evidence in a folder, by name. */
  static SortedMap<String, Digest> evidence(Path archive) throws IOException {
    TreeMap<String, Digest> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(archive)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = archive.relativize(file).toString();
        if (!name.equals("lock")) {
          all.put(name, Digest.of(Files.readAllBytes(file)));
        }
      }
    }
    return all;
  }

  /** The copy is the archive, less partial tiles that only older checkpoints asked for. */
  void assertSame(TestArchive made) throws Exception {
    SortedMap<String, Digest> archive = evidence(made.folder());
    SortedMap<String, Digest> there = evidence(copy());
    archive.keySet().removeIf(name -> name.contains(".p/") && !there.containsKey(name));
    assertEquals(archive, there);
    assertEquals(Set.of(), codes(copy()));
    assertEquals(Set.of(), codes(made.folder()));
  }

  static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path there = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(there);
        } else {
          Files.copy(file, there);
        }
      }
    }
  }

  static void rot(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  static ArchiveException refusal(org.junit.jupiter.api.function.Executable act) {
    return assertThrows(ArchiveException.class, act);
  }
}
