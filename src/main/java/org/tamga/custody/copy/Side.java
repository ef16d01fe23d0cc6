package org.tamga.custody.copy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveDescription;
import org.tamga.custody.ArchiveLayout;
import org.tamga.custody.Disclosures;
import org.tamga.custody.Entry;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.EntryBundle;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.Tile;
import org.tamga.vault.Disk;

/**
 * The files of one archive, in whatever state they are: nothing that is read here is trusted yet.
 *
 * @param disk where it is
 * @param layout its places
 */
record Side(Disk disk, ArchiveLayout layout) {
  static Side of(Disk disk, Path folder) {
    return new Side(disk, new ArchiveLayout(folder));
  }

  /** A signed state of a log, as its bytes stand in a file. */
  record State(SignedNote note, Checkpoint checkpoint) {
    long size() {
      return checkpoint.size();
    }
  }

  /** The bytes of a file; null where there is none or it cannot be read. */
  byte @Nullable [] read(Path file, int mostBytes) {
    try {
      return disk.exists(file) ? disk.readAll(file, mostBytes) : null;
    } catch (IOException e) {
      return null;
    }
  }

  Optional<State> checkpoint() {
    return state(layout.checkpoint());
  }

  /** The state that a copy is being brought to, where one is. */
  Optional<State> arrival() {
    return state(layout.arrival());
  }

  private Optional<State> state(Path file) {
    byte[] bytes = read(file, SignedNote.LARGEST_BYTES);
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      SignedNote note = SignedNote.parse(bytes);
      return Optional.of(new State(note, Checkpoint.parse(note.text())));
    } catch (MalformedLogException e) {
      return Optional.empty();
    }
  }

  /** What archive.json says; empty where it is missing or malformed. */
  Optional<ArchiveDescription> description() {
    byte[] bytes = read(layout.description(), ArchiveDescription.LARGEST_BYTES);
    try {
      return bytes == null ? Optional.empty() : Optional.of(ArchiveDescription.parse(bytes));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The names that the folder gives itself; damage may have changed one of them. */
  Set<String> origins() {
    Set<String> origins = new LinkedHashSet<>();
    description().ifPresent(about -> origins.add(about.origin()));
    checkpoint().ifPresent(state -> origins.add(state.checkpoint().origin()));
    arrival().ifPresent(state -> origins.add(state.checkpoint().origin()));
    return origins;
  }

  /** Whether the folder has names, and this is none of them. */
  boolean isStrangerTo(String origin) {
    return !origins().isEmpty() && !origins().contains(origin);
  }

  /**
   * The first {@code width} entries of a bundle, or {@link MalformedLogException} where no file has
   * so many.
   */
  List<byte[]> entries(long bundle, int width) throws IOException {
    for (int wide = width; wide <= Tile.FULL_WIDTH; wide++) {
      Path file = layout.tile(new Tile(Tile.ENTRIES, bundle, wide));
      if (disk.exists(file)) {
        byte[] bytes = disk.readAll(file, ArchiveLayout.LARGEST_FILE_BYTES);
        return EntryBundle.parse(bytes, wide).subList(0, width);
      }
    }
    throw new MalformedLogException("entry bundle " + bundle + " is missing");
  }

  /** Whether there are entries beyond the first {@code size}. */
  boolean hasEntriesBeyond(long size) {
    long bundle = size / Tile.FULL_WIDTH;
    for (int width = (int) (size % Tile.FULL_WIDTH) + 1; width <= Tile.FULL_WIDTH; width++) {
      if (disk.exists(layout.tile(new Tile(Tile.ENTRIES, bundle, width)))) {
        return true;
      }
    }
    return false;
  }

  /** The lines of a bundle's disclosures; none where there is no readable file. */
  List<String> lines(long bundle) {
    byte[] bytes = read(layout.disclosures(bundle), ArchiveLayout.LARGEST_FILE_BYTES);
    return bytes == null ? List.of() : new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  /** What a line says, if it is what was sealed of this event or that it was erased; or null. */
  static @Nullable Disclosures sealed(String line, Entry entry, long index) {
    try {
      Disclosures said = Disclosures.parse(line);
      if (said.index() != index || !said.line().equals(line)) {
        return null;
      }
      return switch (said) {
        case Disclosures.Erased erased -> erased;
        case Disclosures.Shown shown -> shown.belongTo(entry) ? shown : null;
      };
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
