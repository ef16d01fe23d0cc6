package org.tamga.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine, without asking any network. */
final class Machine {
  private static final Path NAME_FILE = Path.of("/etc/hostname");

  private Machine() {}

  /** The name, or an empty text where the system does not tell. */
  static String name() {
    try {
      if (Files.isReadable(NAME_FILE)) {
        return Files.readString(NAME_FILE).strip();
      }
    } catch (IOException e) {
      return "";
    }
    String windows = System.getenv("COMPUTERNAME");
    return windows == null ? "" : windows;
  }
}
