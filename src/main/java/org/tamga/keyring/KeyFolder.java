package org.tamga.keyring;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.vault.Disk;

/**
 * A folder of private keys, with a lock on them or without.
 *
 * <p>docs/spec/keyring.md. Whatever happens while a passphrase is set, changed or taken away: every
 * file can be read with the one lock that is there, and a second try finishes it.
 */
final class KeyFolder {
  /** The file of the lock. */
  static final String LOCK = "passphrase.lock";

  private static final String KEY = ".key";

  private final Disk disk;
  private final Path folder;
  private @Nullable KeyLock lock;

  private KeyFolder(Disk disk, Path folder, @Nullable KeyLock lock) {
    this.disk = disk;
    this.folder = folder;
    this.lock = lock;
  }

  /** A folder that no keys are in yet. */
  static KeyFolder create(Disk disk, Path folder) throws IOException {
    PrivateFolder.create(disk, folder);
    return new KeyFolder(disk, folder, null);
  }

  /** Opens a folder; asks for its passphrase where it has one. */
  static KeyFolder open(Disk disk, Path folder, PassphraseSource source) throws IOException {
    Path file = folder.resolve(LOCK);
    if (!disk.exists(file)) {
      return new KeyFolder(disk, folder, null);
    }
    try {
      byte[] bytes = disk.readAll(file, KeyLock.LARGEST_BYTES);
      String passphrase = source.passphrase("Passphrase of the keys in " + folder);
      return new KeyFolder(disk, folder, KeyLock.open(bytes, passphrase));
    } catch (KeyLock.WrongPassphraseException e) {
      throw new ArchiveException(
          Reason.KEY,
          "this is not the passphrase of the keys in " + folder,
          "try again; nothing was changed. Without it, printed shares of the keys help:"
              + " tamga keys join");
    } catch (IllegalArgumentException e) {
      throw new ArchiveException(
          Reason.KEY,
          "the lock " + file + " cannot be read: " + e.getMessage(),
          "restore it from your own copy: without it the keys beside it stay locked");
    }
  }

  boolean isLocked() {
    return lock != null;
  }

  boolean holds(String name) {
    return disk.exists(folder.resolve(name));
  }

  /** The names of all files of keys that begin so, sorted. */
  List<String> names(String start) throws IOException {
    return disk.list(folder).stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.startsWith(start) && name.endsWith(KEY))
        .sorted()
        .toList();
  }

  /**
   * The key in a file.
   *
   * @param hint what a person can do where it is not there
   */
  SecretKey read(String name, String hint) throws IOException {
    Path file = folder.resolve(name);
    if (!disk.exists(file)) {
      throw new ArchiveException(Reason.KEY, "the private key " + file + " is not there", hint);
    }
    try {
      return KeyFile.parse(disk.readAll(file, KeyFile.LARGEST_BYTES), lock);
    } catch (IllegalArgumentException e) {
      throw new ArchiveException(
          Reason.KEY,
          "the private key " + file + " cannot be read: " + e.getMessage(),
          "restore it from your own copy");
    }
  }

  void write(String name, SecretKey key, SecureRandom random) throws IOException {
    PrivateFolder.create(disk, folder);
    byte[] bytes = lock == null ? KeyFile.write(key) : KeyFile.write(key, lock, random);
    disk.writeAtomically(folder.resolve(name), bytes);
    PrivateFolder.closeToOthers(folder);
  }

  /** Sets or changes the passphrase: the lock's file first, for that alone depends on it. */
  void lockWith(String passphrase, KeyLock.Cost cost, SecureRandom random) throws IOException {
    if (passphrase.codePointCount(0, passphrase.length()) < KeyLock.FEWEST_CHARACTERS) {
      throw new ArchiveException(
          Reason.KEY,
          "a passphrase has at least " + KeyLock.FEWEST_CHARACTERS + " characters",
          "six words by chance are a good one; nothing was changed");
    }
    KeyLock kept = lock == null ? KeyLock.create(random) : lock;
    disk.writeAtomically(folder.resolve(LOCK), kept.file(passphrase, cost, random));
    lock = kept;
    writeAllAgain(random);
  }

  /** Takes the passphrase away: the lock's file last, for until then it is needed. */
  void unlock(SecureRandom random) throws IOException {
    KeyLock old = lock;
    for (String name : names("")) {
      lock = old;
      SecretKey key = read(name, "");
      lock = null;
      write(name, key, random);
    }
    lock = null;
    disk.delete(folder.resolve(LOCK));
    disk.syncFolder(folder);
  }

  private void writeAllAgain(SecureRandom random) throws IOException {
    for (String name : names("")) {
      write(name, read(name, ""), random);
    }
    PrivateFolder.closeToOthers(folder);
  }
}
