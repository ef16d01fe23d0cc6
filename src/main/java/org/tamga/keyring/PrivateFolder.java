package org.tamga.keyring;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.tamga.vault.Disk;

/**
 * A folder that only its owner can look into: mode 700, its files 600.
 *
 * <p>Windows has no such modes; there a user's profile folder is closed to others already.
 */
final class PrivateFolder {
  private PrivateFolder() {}

  static void create(Disk disk, Path folder) throws IOException {
    disk.createFolders(folder);
    if (hasModes(folder)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  static void closeToOthers(Path folder) throws IOException {
    if (!hasModes(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  /** A disk that is only in memory has no modes either. */
  private static boolean hasModes(Path folder) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        && Files.isDirectory(folder);
  }
}
