package org.tamga.custody;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.vault.Disk;

/** Keeps a second program from writing to an archive; the system frees it when a program dies. */
final class ArchiveLock implements AutoCloseable {
  private final Closeable held;

  private ArchiveLock(Closeable held) {
    this.held = held;
  }

  static ArchiveLock take(Disk disk, Path file) throws IOException {
    Closeable held = disk.lock(file);
    if (held == null) {
      throw new ArchiveException(
          Reason.BUSY,
          "another program is writing to the archive in " + file.getParent(),
          "wait until it has finished, then try again; nothing was changed");
    }
    return new ArchiveLock(held);
  }

  @Override
  public void close() throws IOException {
    held.close();
  }
}
