package org.tamga.custody;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.vault.Disk;

/** Keeps a second program from writing to an archive; the system frees it when a program dies. */
public final class ArchiveLock implements AutoCloseable {
  private final Closeable held;

  private ArchiveLock(Closeable held) {
    this.held = held;
  }

  /** Takes the lock, or says in an {@link ArchiveException} that another program has it. */
  public static ArchiveLock take(Disk disk, Path file) throws IOException {
    Closeable held = disk.lock(file);
    if (held == null) {
      throw new ArchiveException(
          Reason.BUSY,
          "another program is writing to the archive in " + file.getParent(),
          "wait until it has finished, then try again; nothing was changed");
    }
    return new ArchiveLock(held);
  }

  /** Takes the lock; where nobody can write, as on a medium for reading, none is needed. */
  public static ArchiveLock takeIfWritable(Disk disk, Path file) throws IOException {
    try {
      return take(disk, file);
    } catch (AccessDeniedException | ReadOnlyFileSystemException e) {
      return new ArchiveLock(() -> {});
    } catch (FileSystemException e) {
      // How Linux says that a medium is for reading only.
      if (String.valueOf(e.getReason()).contains("Read-only")) {
        return new ArchiveLock(() -> {});
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    held.close();
  }
}
