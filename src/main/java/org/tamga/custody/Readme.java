package org.tamga.custody;

import java.io.IOException;
import java.io.InputStream;
import org.tamga.vault.Disk;

/** The page in every archive that tells a stranger what the folder is. */
final class Readme {
  private Readme() {}

  static void write(Disk disk, ArchiveLayout layout) throws IOException {
    try (InputStream text = Readme.class.getResourceAsStream("README.txt")) {
      if (text == null) {
        throw new AssertionError("README.txt is part of the program");
      }
      disk.writeAtomically(layout.readme(), text.readAllBytes());
    }
  }
}
