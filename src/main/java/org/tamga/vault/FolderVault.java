package org.tamga.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A vault in a folder: one plain file for each object, so that anybody can read it in fifty years.
 *
 * <p>{@code ab/cdef…} holds the bytes whose digest begins with {@code abcdef}; {@code incoming}
 * holds what is being copied in.
 */
public final class FolderVault implements Vault {
  /** Folder of the bytes that are still being copied in. */
  public static final String INCOMING = "incoming";

  /** Large enough to keep a disk busy, small enough to be nothing beside the heap. */
  private static final int COPY_BUFFER_BYTES = 1 << 17;

  private final Disk disk;
  private final Path folder;
  private final Supplier<String> names;

  /**
   * @param names makes a new passing name each time, never the same twice
   */
  public FolderVault(Disk disk, Path folder, Supplier<String> names) {
    this.disk = disk;
    this.folder = folder;
    this.names = names;
  }

  /** Where the bytes with this digest stand, relative to the vault's folder. */
  public static String pathOf(Digest digest) {
    return digest.hex().substring(0, 2) + "/" + digest.hex().substring(2);
  }

  private Path file(Digest digest) {
    return folder.resolve(pathOf(digest));
  }

  private Path folderOf(Digest digest) {
    return folder.resolve(digest.hex().substring(0, 2));
  }

  private Path incoming(String name) {
    return folder.resolve(INCOMING).resolve(name);
  }

  @Override
  public Staged stage(InputStream bytes) throws IOException {
    disk.createFolders(folder.resolve(INCOMING));
    String name = names.get();
    MessageDigest computation = Digest.sha256();
    long size = 0;
    boolean complete = false;
    try (OutputStream out = disk.create(incoming(name))) {
      byte[] buffer = new byte[COPY_BUFFER_BYTES];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        computation.update(buffer, 0, n);
        out.write(buffer, 0, n);
        size += n;
      }
      complete = true;
    } finally {
      if (!complete) {
        disk.delete(incoming(name));
      }
    }
    return new Staged(Digest.of(computation), size, name);
  }

  @Override
  public void secure(Collection<Staged> staged) throws IOException {
    if (staged.isEmpty()) {
      return;
    }
    disk.syncAll(staged.stream().map(one -> incoming(one.name())).toList());
    disk.syncFolder(folder.resolve(INCOMING));
  }

  @Override
  public void keep(Collection<Staged> staged) throws IOException {
    Set<Path> touched = new LinkedHashSet<>();
    for (Staged one : staged) {
      Path from = incoming(one.name());
      Path to = file(one.digest());
      if (disk.exists(to)) {
        disk.delete(from);
      } else if (disk.exists(from)) {
        if (!disk.exists(folderOf(one.digest()))) {
          disk.createFolders(folderOf(one.digest()));
          touched.add(folder);
        }
        disk.rename(from, to);
        touched.add(folderOf(one.digest()));
      }
    }
    disk.syncFolders(touched);
  }

  @Override
  public void discard(Staged staged) throws IOException {
    disk.delete(incoming(staged.name()));
  }

  @Override
  public boolean contains(Digest digest) {
    return disk.exists(file(digest));
  }

  @Override
  public InputStream open(Digest digest) throws IOException {
    return disk.open(file(digest));
  }

  @Override
  public void destroy(Digest digest) throws IOException {
    if (disk.exists(file(digest))) {
      disk.delete(file(digest));
      disk.syncFolder(folderOf(digest));
    }
  }

  @Override
  public void discardLeftovers(Collection<String> exceptNames) throws IOException {
    for (Path file : disk.list(folder.resolve(INCOMING))) {
      if (!exceptNames.contains(file.getFileName().toString())) {
        disk.delete(file);
      }
    }
  }
}
