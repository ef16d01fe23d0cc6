package org.tamga.witness;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.VerifierKey;
import org.tamga.tlog.Witness;
import org.tamga.tlog.WitnessMemory;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;

/**
 * The folder in which a witness keeps what it must not forget, and what contradicted it.
 *
 * <p>docs/spec/witness.md, "The folder of its state". One program at a time.
 */
public final class WitnessState implements WitnessMemory, AutoCloseable {
  /**
   * So many contradictions of either sort are kept for each log: a flood must not fill the disk.
   */
  static final int MOST_EVIDENCE = 1000;

  private static final int LARGEST_KEY_BYTES = 1 << 13;
  private static final String REQUEST = ".request";

  private final Disk disk;
  private final Path folder;
  private final Consumer<String> talk;
  private final Closeable lock;

  private WitnessState(Disk disk, Path folder, Consumer<String> talk, Closeable lock) {
    this.disk = disk;
    this.folder = folder;
    this.talk = talk;
    this.lock = lock;
  }

  /**
   * Opens a state, made where there is none.
   *
   * @param talk takes one line for the witness's keeper for each contradiction
   */
  public static WitnessState open(Disk disk, Path folder, Consumer<String> talk)
      throws IOException {
    disk.createFolders(folder);
    Closeable lock = disk.lock(folder.resolve("lock"));
    if (lock == null) {
      throw new ArchiveException(
          Reason.BUSY,
          "another witness runs on the state in " + folder,
          "stop it first; two witnesses with one key would forget what each other signed");
    }
    return new WitnessState(disk, folder, talk, lock);
  }

  /** The folder of the witness's private keys. */
  public Path keys() {
    return folder.resolve("keys");
  }

  /** Writes the public keys beside the private ones' folder, to be handed out. */
  public void publish(List<VerifierKey> keys) throws IOException {
    for (VerifierKey key : keys) {
      String name =
          switch (key.type()) {
            case ED25519, ED25519_COSIGNATURE -> "ed25519.vkey";
            case ML_DSA_44_COSIGNATURE -> "ml-dsa-44.vkey";
          };
      Path file = folder.resolve(name);
      if (!disk.exists(file)) {
        disk.writeAtomically(file, (key + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** The keys of the logs to be watched, from the files that the witness's keeper put there. */
  public List<VerifierKey> logKeys() throws IOException {
    List<Path> files =
        disk.list(folder.resolve("logs")).stream()
            .filter(file -> file.toString().endsWith(".vkey"))
            .toList();
    List<VerifierKey> keys = new java.util.ArrayList<>();
    for (Path file : files) {
      try {
        byte[] line = disk.readAll(file, LARGEST_KEY_BYTES);
        keys.add(VerifierKey.parse(new String(line, StandardCharsets.UTF_8).stripTrailing()));
      } catch (MalformedLogException e) {
        throw new ArchiveException(
            Reason.KEY, file + " is no public key: " + e.getMessage(), "mend it or take it away");
      }
    }
    return keys;
  }

  private Path checkpoint(String origin) {
    return folder.resolve("checkpoints").resolve(Witness.originHash(origin));
  }

  /**
   * A program that died may have renamed the file without forcing the folder. So what is read is
   * written again before anybody relies on it.
   */
  @Override
  public @Nullable SignedNote recall(String origin) throws IOException {
    Path file = checkpoint(origin);
    if (!disk.exists(file)) {
      return null;
    }
    byte[] bytes = disk.readAll(file, SignedNote.LARGEST_BYTES);
    try {
      SignedNote note = SignedNote.parse(bytes);
      if (!Checkpoint.parse(note.text()).origin().equals(origin)) {
        throw new MalformedLogException("it is of another log");
      }
      disk.writeAtomically(file, bytes);
      return note;
    } catch (MalformedLogException e) {
      throw new ArchiveException(
          Reason.DAMAGED,
          file + " is damaged: " + e.getMessage(),
          "this witness must not sign for that log any more unless you know what it signed last");
    }
  }

  @Override
  public void remember(String origin, SignedNote note) throws IOException {
    disk.writeAtomically(checkpoint(origin), note.bytes());
  }

  @Override
  public void keep(Contradiction contradiction) {
    String origin = contradiction.request().checkpoint().origin();
    String sort = contradiction.isFork() ? "fork" : "doubtful";
    Path place = folder.resolve("evidence").resolve(Witness.originHash(origin));
    byte[] text = contradiction.request().note().text().getBytes(StandardCharsets.UTF_8);
    String name = sort + "-" + Digest.of(text).hex().substring(0, 16);
    try {
      Path file = place.resolve(name + REQUEST);
      if (disk.exists(file) || isFull(place, sort)) {
        return;
      }
      if (contradiction.held() != null) {
        disk.writeAtomically(place.resolve(name + ".held"), contradiction.held().bytes());
      }
      disk.writeAtomically(file, contradiction.request().bytes());
      talk.accept(
          (contradiction.isFork()
                  ? "the log signed two histories: "
                  : "a signed checkpoint without a proof that it continues the last: ")
              + origin
              + "; kept in "
              + file);
    } catch (IOException e) {
      talk.accept("a contradiction of " + origin + " could not be kept: " + e);
    }
  }

  private boolean isFull(Path place, String sort) throws IOException {
    return disk.list(place).stream()
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> name.startsWith(sort) && name.endsWith(REQUEST))
            .count()
        >= MOST_EVIDENCE;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
