package org.tamga.custody.copy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveLayout;
import org.tamga.custody.ArchiveLock;
import org.tamga.custody.copy.Documents.Look;
import org.tamga.tlog.MalformedLogException;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;

/**
 * Makes a copy of an archive, or brings one forward to what the archive is now.
 *
 * <p>docs/spec/copies.md, "replicate".
 */
public final class Replication {
  private final Sealed archive;
  private final Side copy;
  private final boolean thorough;
  private final Supplier<String> names;

  private Replication(Sealed archive, Side copy, boolean thorough, Supplier<String> names) {
    this.archive = archive;
    this.copy = copy;
    this.thorough = thorough;
    this.names = names;
  }

  /**
   * What a replication came to.
   *
   * @param before how many events the copy had
   * @param after how many it has
   * @param documents how many documents were copied
   * @param destroyed how many were taken away from the copy
   * @param files how many other files were written
   * @param lost documents that the archive itself has no longer whole
   */
  public record Outcome(
      long before, long after, long documents, long destroyed, long files, List<Digest> lost) {
    public Outcome {
      lost = List.copyOf(lost);
    }
  }

  /** The copy as it is: how much it holds for certain. */
  private record Standing(long size, boolean arriving) {}

  /**
   * Brings the copy in {@code to} to what the archive in {@code from} is.
   *
   * @param thorough whether to read all that the copy holds already, and mend it
   * @param names makes a new passing name each time, never the same twice
   */
  public static Outcome run(Disk disk, Path from, Path to, boolean thorough, Supplier<String> names)
      throws IOException {
    Path one = from.toAbsolutePath().normalize();
    Path other = to.toAbsolutePath().normalize();
    if (one.startsWith(other) || other.startsWith(one)) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "a copy cannot stand inside the archive, nor the archive inside the copy",
          "choose another folder, best on another disk; nothing was changed");
    }
    try (ArchiveLock _ = lock(disk, one)) {
      Sealed archive = Sealed.read(Side.of(disk, from));
      Side copy = Side.of(disk, to);
      refuseStrangers(archive, copy);
      disk.createFolders(to);
      try (ArchiveLock _ = ArchiveLock.take(disk, copy.layout().lock())) {
        return new Replication(archive, copy, thorough, names).run();
      }
    }
  }

  private static ArchiveLock lock(Disk disk, Path folder) throws IOException {
    ArchiveLayout layout = new ArchiveLayout(folder);
    if (!disk.exists(layout.description())) {
      throw new ArchiveException(
          Reason.NOT_AN_ARCHIVE,
          folder + " is not an archive: it has no archive.json",
          "name the folder of an archive with --archive; nothing was changed");
    }
    return ArchiveLock.takeIfWritable(disk, layout.lock());
  }

  /** Neither another archive nor somebody's folder becomes a copy. */
  private static void refuseStrangers(Sealed archive, Side copy) throws IOException {
    Path folder = copy.layout().folder();
    if (copy.origins().isEmpty() && !isUnused(copy)) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          folder + " is not empty and no copy of an archive",
          "choose a folder that is empty or does not exist yet; nothing was changed");
    }
    if (copy.isStrangerTo(archive.origin())) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          folder + " is another archive, " + copy.origins() + ", not " + archive.origin(),
          "choose another folder; nothing was changed");
    }
  }

  /** Whether there is nothing in a folder but what an interrupted first run may have left. */
  private static boolean isUnused(Side copy) throws IOException {
    Path disclosures = copy.layout().disclosures();
    for (Path file : copy.disk().list(copy.layout().folder())) {
      if (!file.equals(copy.layout().lock()) && !file.equals(disclosures)) {
        return false;
      }
    }
    return copy.disk().list(disclosures).stream()
        .allMatch(file -> file.toString().endsWith(Disk.NEW));
  }

  private Outcome run() throws IOException {
    Standing standing = standing();
    Disk disk = copy.disk();
    History history = archive.history();
    Restoration restoration = new Restoration(copy, archive.side(), history, names);
    boolean all = thorough || standing.arriving() || restoration.destroysBeyond(standing.size());
    restoration.readEvents(all ? 0 : standing.size());
    check(restoration);
    restoration.vault().discardLeftovers(List.of());
    byte[] note = note(restoration);
    if (standing.size() < history.size() || standing.arriving()) {
      disk.writeAtomically(copy.layout().arrival(), note);
    }
    WholeFiles files = new WholeFiles(copy, false);
    long base = thorough ? 0 : standing.size();
    restoration.putDescription(files);
    restoration.tiles().put(base, copy.layout(), files);
    if (thorough) {
      restoration.tiles().mendPartials(copy, files);
    }
    restoration.putKeys(files);
    restoration.putDisclosures(base, files);
    restoration.documents().compare(restoration.vault(), thorough ? Look.BYTES : Look.PRESENCE);
    restoration.documents().copy(restoration.fromVault(), restoration.vault());
    restoration.putCheckpoint(note);
    files.putAll(new Stamps(history).lacking(archive.side(), copy));
    files.finish();
    long destroyed = all ? restoration.erase() : 0;
    restoration.tiles().removeSuperseded(all ? 0 : standing.size(), copy);
    if (disk.exists(copy.layout().arrival())) {
      disk.delete(copy.layout().arrival());
      disk.syncFolder(copy.layout().disclosures());
    }
    return new Outcome(
        standing.size(),
        history.size(),
        restoration.documents().copied().size(),
        destroyed,
        files.changed().size(),
        restoration.documents().lost());
  }

  /** The archive's checkpoint, with cosignatures of it that only the copy has. */
  private byte[] note(Restoration restoration) throws IOException {
    Side.State own = archive.state();
    Optional<Side.State> theirs = copy.checkpoint();
    return theirs.isEmpty()
        ? own.note().bytes()
        : Signatures.union(own, theirs.get(), restoration.keys()).note().bytes();
  }

  private void check(Restoration restoration) throws IOException {
    Path folder = archive.side().layout().folder();
    if (Signatures.count(archive.state(), restoration.keys()) == 0) {
      throw Sealed.damaged(folder, "no key of the log has signed its checkpoint");
    }
    if (!restoration.lostLines().isEmpty()) {
      throw Sealed.damaged(
          folder, "what event " + restoration.lostLines().getFirst() + " says is not there");
    }
    if (restoration.description() == null) {
      throw Sealed.damaged(folder, "archive.json is not the one that was sealed");
    }
  }

  private Standing standing() throws IOException {
    if (copy.disk().exists(copy.layout().journal())) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          copy.layout().folder() + " has an unfinished batch of its own: somebody writes to it",
          "a copy that is written to is no copy any more; choose another folder");
    }
    Optional<Side.State> arrival = copy.arrival();
    if (arrival.isPresent()) {
      compare(arrival.get());
    }
    boolean arriving = copy.disk().exists(copy.layout().arrival());
    Optional<Side.State> state = copy.checkpoint();
    if (state.isPresent()) {
      compare(state.get());
      return new Standing(state.get().size(), arriving);
    }
    if (copy.disk().exists(copy.layout().checkpoint()) || (!arriving && !isUnused(copy))) {
      if (!thorough) {
        throw new ArchiveException(
            Reason.DAMAGED,
            "the checkpoint of the copy in " + copy.layout().folder() + " is damaged or missing",
            "add --thorough: everything in the copy is read and mended; nothing was changed");
      }
      if (copy.hasEntriesBeyond(archive.history().size())) {
        throw ahead();
      }
    }
    return new Standing(0, arriving);
  }

  /** Refuses a copy whose state the archive does not continue. */
  private void compare(Side.State state) throws IOException {
    Path one = archive.side().layout().folder();
    Path other = copy.layout().folder();
    long size = state.size();
    if (!state.checkpoint().origin().equals(archive.origin())) {
      throw Sealed.damaged(other, "its checkpoint is of another log");
    }
    if (size > archive.history().size()) {
      try {
        long shared = archive.history().size();
        History longer = History.read(copy::entries, size);
        if (longer.rootAt(size).equals(state.checkpoint().root())
            && !longer.rootAt(shared).equals(archive.state().checkpoint().root())) {
          throw Sealed.forked(one, other, shared);
        }
      } catch (MalformedLogException | java.nio.file.NoSuchFileException e) {
        // Not to be told from its entries: that it has more of them is reason enough.
      }
      throw ahead();
    }
    if (!archive.history().rootAt(size).equals(state.checkpoint().root())) {
      throw Sealed.forked(one, other, size);
    }
  }

  private ArchiveException ahead() {
    return new ArchiveException(
        Reason.NOT_POSSIBLE,
        "the copy is ahead: "
            + copy.layout().folder()
            + " has more events than "
            + archive.side().layout().folder(),
        "the archive has lost its latest events, or the two folders are confused; see"
            + " tamga verify --against, then tamga repair --from. Nothing was changed");
  }
}
