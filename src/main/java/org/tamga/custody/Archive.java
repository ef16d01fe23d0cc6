package org.tamga.custody;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;
import org.tamga.vault.FolderVault;
import org.tamga.vault.Vault;
import org.tamga.vault.Vault.Staged;

/**
 * An archive for writing: the only way by which evidence comes into being.
 *
 * <p>Holds the archive's lock from opening to closing. The order of writing, and what a program
 * that dies leaves behind, are in docs/spec/archive.md, "Writing".
 */
public final class Archive implements AutoCloseable {
  private final Disk disk;
  private final ArchiveLayout layout;
  private final String origin;
  private final Surroundings surroundings;
  private final ArchiveLock lock;
  private final Vault vault;
  private final TileWriter tiles;
  private final BatchWriter batches;

  /**
   * What an archive needs from outside itself.
   *
   * @param signer signs the log
   * @param clock tells the time of events
   * @param random makes salts and passing names
   * @param program name and version, as the events will state it
   */
  public record Surroundings(LogSigner signer, Clock clock, SecureRandom random, String program) {
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The time now, as events state it: UTC, always with milliseconds. */
    public String now() {
      return TIME.format(clock.instant());
    }

    /** A new random name of 32 hex digits. */
    public String randomName() {
      return HexFormat.of().formatHex(randomBytes(16));
    }

    byte[] randomBytes(int count) {
      byte[] bytes = new byte[count];
      random.nextBytes(bytes);
      return bytes;
    }
  }

  /**
   * One event to be logged.
   *
   * @param event what happened
   * @param staged the bytes that it brings in; null where it brings none
   * @param signer the person whose act it is; null for the kinds that nobody signs
   */
  public record Draft(CustodyEvent event, @Nullable Staged staged, @Nullable PersonSigner signer) {
    public Draft {
      if ((signer != null) != event.kind().isSigned()) {
        throw new IllegalArgumentException("a signature where none belongs, or none");
      }
    }
  }

  private Archive(
      Disk disk,
      ArchiveLayout layout,
      String origin,
      Surroundings surroundings,
      ArchiveLock lock,
      TileWriter tiles) {
    this.disk = disk;
    this.layout = layout;
    this.origin = origin;
    this.surroundings = surroundings;
    this.lock = lock;
    this.tiles = tiles;
    this.vault = new FolderVault(disk, layout.vault(), surroundings::randomName);
    this.batches = new BatchWriter(disk, layout, origin, surroundings, vault, tiles);
  }

  /**
   * Makes a new archive in a folder that is empty or not there yet.
   *
   * @param keeper the public key of the person who keeps it
   */
  public static Archive create(
      Disk disk,
      Path folder,
      String origin,
      org.tamga.tlog.VerifierKey keeper,
      Surroundings surroundings)
      throws IOException {
    ArchiveLayout layout = new ArchiveLayout(folder);
    if (!disk.list(folder).isEmpty()) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          folder + " is not empty",
          "choose a folder that does not exist yet; nothing was changed");
    }
    disk.createFolders(folder);
    ArchiveLock lock = ArchiveLock.take(disk, layout.lock());
    ArchiveDescription description =
        new ArchiveDescription(
            ArchiveDescription.NEWEST_FORMAT, origin, ArchiveDescription.FOLDER_VAULT);
    writeReadme(disk, layout);
    disk.createFolders(layout.vault());
    TileWriter tiles = TileWriter.resume(disk, layout, 0);
    Archive archive = new Archive(disk, layout, origin, surroundings, lock, tiles);
    String now = surroundings.now();
    List<Draft> first = new ArrayList<>();
    Digest about = Digest.of(description.bytes());
    first.add(draft(new CustodyEvent.Created(about, now, surroundings.program())));
    for (var key : surroundings.signer().keys()) {
      first.add(draft(new KeyAdded(key, KeyRole.LOG, now)));
    }
    first.add(draft(new KeyAdded(keeper, KeyRole.PERSON, now)));
    archive.log(first);
    // Last, so that a folder with archive.json always has a log behind it.
    disk.writeAtomically(layout.description(), description.bytes());
    return archive;
  }

  /** The page in every archive that tells a stranger what the folder is. */
  private static void writeReadme(Disk disk, ArchiveLayout layout) throws IOException {
    try (InputStream text = Archive.class.getResourceAsStream("README.txt")) {
      if (text == null) {
        throw new AssertionError("README.txt is part of the program");
      }
      disk.writeAtomically(layout.readme(), text.readAllBytes());
    }
  }

  private static Draft draft(CustodyEvent event) {
    return new Draft(event, null, null);
  }

  /** Opens an archive for writing and finishes what an interrupted program had begun. */
  public static Archive open(Disk disk, Path folder, Surroundings surroundings) throws IOException {
    ArchiveLayout layout = new ArchiveLayout(folder);
    ArchiveDescription description = ArchiveView.describe(disk, layout);
    ArchiveLock lock = ArchiveLock.take(disk, layout.lock());
    boolean opened = false;
    try {
      refuseArriving(disk, layout);
      ArchiveView view = ArchiveView.open(disk, folder);
      TileWriter tiles = resume(disk, view);
      if (!tiles.root().equals(view.checkpoint().root())) {
        throw ArchiveView.damaged(
            layout.checkpoint(), new IOException("its root is not that of the tiles beside it"));
      }
      Archive archive = new Archive(disk, layout, description.origin(), surroundings, lock, tiles);
      archive.batches.finishInterrupted();
      opened = true;
      return archive;
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  private static void refuseArriving(Disk disk, ArchiveLayout layout) {
    if (disk.exists(layout.arrival())) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          layout.folder() + " is a copy that has not arrived completely",
          "run tamga replicate to it again; if the archive is lost, make a whole archive of this"
              + " copy with: tamga replicate --archive "
              + layout.folder()
              + " --to NEW");
    }
  }

  private static TileWriter resume(Disk disk, ArchiveView view) throws IOException {
    try {
      return TileWriter.resume(disk, view.layout(), view.checkpoint().size());
    } catch (IllegalArgumentException | java.nio.file.NoSuchFileException e) {
      throw ArchiveView.damaged(view.layout().log(), e);
    }
  }

  /** Copies bytes to the side and hashes them; they are not sealed before they are logged. */
  public Staged stage(InputStream bytes) throws IOException {
    return vault.stage(bytes);
  }

  /** Throws away bytes that were staged and shall not be logged. */
  public void discard(Staged staged) throws IOException {
    vault.discard(staged);
  }

  /** Whether bytes with this digest are in the vault. */
  public boolean holds(Digest digest) {
    return vault.contains(digest);
  }

  /**
   * Logs a batch of events and signs the log. When this returns, they are sealed: they survive a
   * loss of power. When it throws, opening the archive again finishes them or none of them.
   *
   * @return the log index of the first
   */
  public long log(List<Draft> drafts) throws IOException {
    long first = tiles.size();
    if (!drafts.isEmpty()) {
      batches.write(drafts);
    }
    return first;
  }

  /**
   * Puts cosignatures beneath the checkpoint; those by other witnesses stay. The next batch makes a
   * new checkpoint without any.
   *
   * @throws IllegalArgumentException where one is not by a witness whose key was logged, or does
   *     not hold
   */
  public void attach(List<NoteSignature> cosignatures) throws IOException {
    batches.attach(cosignatures);
  }

  /** Number of events in the log. */
  public long size() {
    return tiles.size();
  }

  /** Name of the log. */
  public String origin() {
    return origin;
  }

  /** Where things stand. */
  public ArchiveLayout layout() {
    return layout;
  }

  /** What this archive was given from outside. */
  public Surroundings surroundings() {
    return surroundings;
  }

  /** The archive as it is now, for reading. */
  public ArchiveView view() throws IOException {
    return ArchiveView.open(disk, layout.folder());
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
