package org.tamga.custody.copy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tamga.custody.Archive;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveLayout;
import org.tamga.custody.ArchiveLock;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.CustodyEvent.Repaired;
import org.tamga.custody.EventKind;
import org.tamga.custody.Journal;
import org.tamga.custody.Json;
import org.tamga.custody.copy.Documents.Look;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.Tile;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;

/**
 * Puts back into an archive what is lost or damaged there and whole in another copy, and logs it.
 *
 * <p>docs/spec/copies.md, "repair".
 */
public final class Repair {
  /** Where stands what a repair is about to put back, until that is logged. */
  private static final String NOTED = "repairing.jsonl";

  private final Side archive;
  private final Sealed copy;
  private final Archive.Surroundings surroundings;

  private Repair(Side archive, Sealed copy, Archive.Surroundings surroundings) {
    this.archive = archive;
    this.copy = copy;
    this.surroundings = surroundings;
  }

  /**
   * What a repair came to.
   *
   * @param documents how many documents were put back
   * @param files how many other files
   * @param firstEvent index of the first event that says so; -1 where nothing was to be done
   * @param lost documents that neither side has whole
   * @param lostEvents events of which neither side has what they said
   */
  public record Outcome(
      long documents, long files, long firstEvent, List<Digest> lost, List<Long> lostEvents) {
    public Outcome {
      lost = List.copyOf(lost);
      lostEvents = List.copyOf(lostEvents);
    }
  }

  /** What is put back: documents by their events, and other files by their paths. */
  private record Pieces(TreeSet<Long> events, TreeSet<String> files) {}

  /** Mends the archive in {@code folder} with what the copy in {@code from} has. */
  public static Outcome run(Disk disk, Path folder, Path from, Archive.Surroundings surroundings)
      throws IOException {
    if (folder.toAbsolutePath().normalize().equals(from.toAbsolutePath().normalize())) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE, "an archive cannot mend itself", "name a copy of it with --from");
    }
    if (!disk.exists(folder)) {
      throw new ArchiveException(
          Reason.NOT_AN_ARCHIVE,
          folder + " is not there",
          "to make a whole archive of a copy: tamga replicate --archive "
              + from
              + " --to "
              + folder);
    }
    Sealed copy = Sealed.read(Side.of(disk, from));
    Repair repair = new Repair(Side.of(disk, folder), copy, surroundings);
    Mended mended;
    try (ArchiveLock _ = ArchiveLock.take(disk, new ArchiveLayout(folder).lock())) {
      mended = repair.mend();
    }
    return repair.log(mended);
  }

  /** The archive's log as it is to be, and the checkpoint that it is to have. */
  private record Goal(History history, Side.State state) {}

  private record Mended(Pieces pieces, List<Digest> lost, List<Long> lostEvents) {}

  private Mended mend() throws IOException {
    Path folder = archive.layout().folder();
    if (archive.isStrangerTo(copy.origin())) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          copy.side().layout().folder() + " is a copy of another archive, " + copy.origin(),
          "name a copy of this archive with --from; nothing was changed");
    }
    if (archive.disk().exists(archive.layout().arrival())) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          folder + " is a copy that has not arrived completely",
          "run tamga replicate to it again; nothing was changed");
    }
    Goal goal = goal();
    Restoration restoration =
        new Restoration(archive, copy.side(), goal.history(), surroundings::randomName);
    pendingDestructions().forEach(restoration::leaveToGo);
    if (Signatures.count(copy.state(), restoration.keys()) == 0) {
      throw Sealed.damaged(copy.side().layout().folder(), "no key of the log has signed it");
    }
    restoration.readEvents(0);
    restoration.documents().compare(restoration.vault(), Look.BYTES);
    restoration.documents().dropLost(restoration.fromVault());
    WholeFiles wouldBe = new WholeFiles(archive, true);
    put(restoration, wouldBe);
    byte[] note = checkpoint(goal, restoration).note().bytes();
    wouldBe.put(archive.layout().checkpoint(), note);
    Map<Path, byte[]> stamps = new Stamps(goal.history()).lacking(copy.side(), archive);
    wouldBe.putAll(stamps);
    Pieces pieces =
        note(
            new Pieces(
                new TreeSet<>(restoration.documents().lacking()),
                new TreeSet<>(wouldBe.changed())));
    put(restoration, new WholeFiles(archive, false));
    restoration.documents().copy(restoration.fromVault(), restoration.vault());
    restoration.putCheckpoint(note);
    WholeFiles beside = new WholeFiles(archive, false);
    beside.putAll(stamps);
    beside.finish();
    restoration.erase();
    restoration.tiles().removeSuperseded(0, archive);
    return new Mended(pieces, restoration.documents().lost(), restoration.lostLines());
  }

  private static void put(Restoration restoration, WholeFiles files) throws IOException {
    restoration.putDescription(files);
    restoration.tiles().put(0, restoration.target().layout(), files);
    restoration.tiles().mendPartials(restoration.target(), files);
    restoration.putKeys(files);
    restoration.putDisclosures(0, files);
  }

  /** The checkpoint that the archive shall have: its own, with what signatures the copy's adds. */
  private Side.State checkpoint(Goal goal, Restoration restoration) throws IOException {
    Side.State mine = goal.state();
    boolean sameSize = mine.size() == copy.state().size();
    int own = Signatures.count(mine, restoration.keys());
    int theirs = Signatures.count(copy.state(), restoration.keys());
    return sameSize && theirs > own
        ? Signatures.union(copy.state(), mine, restoration.keys())
        : Signatures.union(mine, copy.state(), restoration.keys());
  }

  private Goal goal() throws IOException {
    Path one = archive.layout().folder();
    Path other = copy.side().layout().folder();
    Optional<Side.State> state = archive.checkpoint();
    long covered = copy.history().size();
    boolean usable = state.isPresent() && state.get().checkpoint().origin().equals(copy.origin());
    if (!usable) {
      if (archive.hasEntriesBeyond(covered) && !isExplained(covered)) {
        throw new ArchiveException(
            Reason.DAMAGED,
            one + " has no readable checkpoint, and holds events that " + other + " has not",
            "use a newer copy: with this one those events would be lost; nothing was changed");
      }
      return new Goal(copy.history(), copy.state());
    }
    long size = state.get().size();
    if (size <= covered) {
      if (!copy.history().rootAt(size).equals(state.get().checkpoint().root())) {
        throw Sealed.forked(one, other, size);
      }
      return new Goal(copy.history(), size == covered ? state.get() : copy.state());
    }
    return new Goal(ahead(state.get()), state.get());
  }

  /** The log of an archive that is ahead of the copy: the beginning from the copy, then its own. */
  private History ahead(Side.State state) throws IOException {
    Path folder = archive.layout().folder();
    long covered = copy.history().size();
    try {
      History both =
          History.read(
              (bundle, width) -> {
                int known = Math.clamp(covered - bundle * Tile.FULL_WIDTH, 0, width);
                List<byte[]> entries = new ArrayList<>();
                if (known > 0) {
                  entries.addAll(copy.side().entries(bundle, known));
                }
                if (known < width) {
                  entries.addAll(archive.entries(bundle, width).subList(known, width));
                }
                return entries;
              },
              state.size());
      if (both.rootAt(state.size()).equals(state.checkpoint().root())) {
        return both;
      }
      History own = History.read(archive::entries, state.size());
      if (own.rootAt(state.size()).equals(state.checkpoint().root())) {
        throw Sealed.forked(folder, copy.side().layout().folder(), covered);
      }
    } catch (MalformedLogException | java.nio.file.NoSuchFileException e) {
      // Said below.
    }
    throw new ArchiveException(
        Reason.DAMAGED,
        "the log in "
            + folder
            + " is damaged where "
            + copy.side().layout().folder()
            + " does not reach",
        "use a newer copy; nothing was changed");
  }

  private Optional<Journal> journal() {
    byte[] bytes = archive.read(archive.layout().journal(), Journal.LARGEST_BYTES);
    try {
      return bytes == null ? Optional.empty() : Optional.of(Journal.parse(bytes));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Whether an unfinished batch, which was not sealed, explains entries beyond this size. */
  private boolean isExplained(long size) {
    return journal().filter(journal -> journal.base() == size).isPresent();
  }

  private List<Long> pendingDestructions() {
    return journal().map(Journal::events).orElse(List.of()).stream()
        .filter(event -> event.entry().kind() == EventKind.DESTROYED)
        .map(event -> event.entry().index().orElseThrow())
        .toList();
  }

  private Path noted() {
    return archive.layout().folder().resolve(NOTED);
  }

  /** Adds what an interrupted repair had noted, and notes all of it. */
  private Pieces note(Pieces pieces) throws IOException {
    byte[] before = archive.read(noted(), ArchiveLayout.LARGEST_FILE_BYTES);
    if (before != null) {
      for (String line : new String(before, StandardCharsets.UTF_8).lines().toList()) {
        Json.Members one = CanonicalJson.parse(line).asMembers();
        if (one.members().containsKey("event")) {
          pieces.events().add(one.get("event").asWhole());
        } else {
          pieces.files().add(one.get("file").asText());
        }
      }
    }
    StringBuilder text = new StringBuilder();
    pieces.events().forEach(event -> text.append("{\"event\":" + event + "}\n"));
    for (String file : pieces.files()) {
      text.append("{\"file\":" + CanonicalJson.write(Json.text(file)) + "}\n");
    }
    if (!text.isEmpty()) {
      archive.disk().writeAtomically(noted(), text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return pieces;
  }

  private Outcome log(Mended mended) throws IOException {
    Pieces pieces = mended.pieces();
    long first = -1;
    // Also opened where nothing was put back: it finishes what a program that died had begun.
    try (Archive open = Archive.open(archive.disk(), archive.layout().folder(), surroundings)) {
      List<Archive.Draft> drafts = drafts(pieces, open.surroundings());
      if (!drafts.isEmpty()) {
        first = open.log(drafts);
        archive.disk().delete(noted());
        archive.disk().syncFolder(archive.layout().folder());
      }
    }
    return new Outcome(
        pieces.events().size(), pieces.files().size(), first, mended.lost(), mended.lostEvents());
  }

  private static List<Archive.Draft> drafts(Pieces pieces, Archive.Surroundings surroundings) {
    List<Long> events = List.copyOf(pieces.events());
    List<String> files = List.copyOf(pieces.files());
    List<Archive.Draft> drafts = new ArrayList<>();
    int most = Repaired.MOST_PIECES;
    for (int start = 0; start < events.size() + files.size(); start += most) {
      int end = start + most;
      int from = Math.max(0, start - events.size());
      int to = Math.clamp((long) end - events.size(), from, files.size());
      Repaired repaired =
          new Repaired(
              start >= events.size()
                  ? List.of()
                  : events.subList(start, Math.min(end, events.size())),
              from >= files.size() ? List.of() : files.subList(from, to),
              surroundings.now(),
              surroundings.program());
      drafts.add(new Archive.Draft(repaired, null, null));
    }
    return drafts;
  }
}
