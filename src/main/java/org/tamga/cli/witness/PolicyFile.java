package org.tamga.cli.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.Policy;
import org.tamga.vault.SystemDisk;

/** Reads the file that says whom somebody trusts. */
final class PolicyFile {
  private static final int LARGEST_BYTES = 1 << 22;

  private PolicyFile() {}

  static Policy read(Path file) {
    try {
      byte[] bytes = new SystemDisk().readAll(file, LARGEST_BYTES);
      return Policy.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException | MalformedLogException e) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "the policy " + file + " cannot be read: " + e.getMessage(),
          "docs/spec/log.md shows what a policy looks like");
    }
  }
}
