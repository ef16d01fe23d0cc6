package org.tamga.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.vault.Disk;
import org.tamga.vault.SystemDisk;

/** A disk on which one operation, counted from 0, fails, and all after it: as if switched off. */
final class FailingDisk implements Disk {
  private final Disk real = new SystemDisk();
  private final long failing;
  private long operations;

  FailingDisk(long failing) {
    this.failing = failing;
  }

  long operations() {
    return operations;
  }

  private void count() throws IOException {
    if (operations++ >= failing) {
      throw new IOException("switched off at operation " + failing);
    }
  }

  @Override
  public InputStream open(Path file) throws IOException {
    return real.open(file);
  }

  /** Half of the bytes arrive when the disk is switched off while they are written. */
  @Override
  public OutputStream create(Path file) throws IOException {
    count();
    OutputStream out = real.create(file);
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        if (operations >= failing) {
          out.write(bytes, offset, length / 2);
        }
        count();
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }

  @Override
  public void sync(Path file) throws IOException {
    count();
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    count();
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    count();
    real.rename(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    count();
    real.delete(file);
  }

  @Override
  public void createFolders(Path folder) throws IOException {
    count();
    real.createFolders(folder);
  }

  @Override
  public @Nullable Closeable lock(Path file) throws IOException {
    return real.lock(file);
  }

  @Override
  public boolean exists(Path path) {
    return real.exists(path);
  }

  @Override
  public long size(Path file) throws IOException {
    return real.size(file);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    return real.list(folder);
  }
}
