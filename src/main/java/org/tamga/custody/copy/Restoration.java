package org.tamga.custody.copy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.ArchiveDescription;
import org.tamga.custody.ArchiveLayout;
import org.tamga.custody.CustodyEvent;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.custody.CustodyEvent.Created;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.Disclosures;
import org.tamga.custody.Entry;
import org.tamga.custody.EventSignature;
import org.tamga.tlog.Tile;
import org.tamga.vault.Digest;
import org.tamga.vault.FolderVault;
import org.tamga.vault.Vault;

/**
 * Makes one folder hold what a log says, with what another folder has.
 *
 * <p>Its steps are called in the order of docs/spec/copies.md; each does nothing where nothing is
 * to be done, so that an interrupted run is gone on with by running again.
 */
final class Restoration {
  private final Side target;
  private final Side from;
  private final History history;
  private final TileFiles tiles;
  private final Vault vault;
  private final Vault fromVault;
  private final Documents documents = new Documents();
  private final List<Long> lostLines = new ArrayList<>();
  private final Set<Long> going = new HashSet<>();

  /**
   * @param history the log that the target is to hold, compared with a signed root
   * @param names makes passing names for documents that arrive
   */
  Restoration(Side target, Side from, History history, Supplier<String> names) {
    this.target = target;
    this.from = from;
    this.history = history;
    this.tiles = new TileFiles(history);
    this.vault = new FolderVault(target.disk(), target.layout().vault(), names);
    this.fromVault = new FolderVault(from.disk(), from.layout().vault(), names);
  }

  /** Says that the target is about to destroy this event: what it brought in is left alone. */
  void leaveToGo(long index) {
    going.add(index);
  }

  Side target() {
    return target;
  }

  Documents documents() {
    return documents;
  }

  Vault fromVault() {
    return fromVault;
  }

  Vault vault() {
    return vault;
  }

  TileFiles tiles() {
    return tiles;
  }

  /** Events of which neither side has what they said. */
  List<Long> lostLines() {
    return List.copyOf(lostLines);
  }

  /** The two sides' lines of one bundle, and its entries. */
  private final class Lines {
    private final long start;
    private final List<byte[]> entries;
    private final List<String> own;
    private final List<String> theirs;

    Lines(long bundle) throws IOException {
      this.start = bundle * Tile.FULL_WIDTH;
      int width = (int) Math.min(Tile.FULL_WIDTH, history.size() - start);
      this.entries = history.entries(bundle, width);
      this.own = target.lines(bundle);
      this.theirs = from.lines(bundle);
    }

    Entry entry(int place) {
      return Entry.parse(entries.get(place));
    }

    /**
     * What the target is to have in this place; null where neither side has it. What was destroyed
     * is never taken from the other side.
     */
    @Nullable Disclosures chosen(int place) {
      Entry entry = entry(place);
      long index = start + place;
      Disclosures mine = sealed(own, place, entry);
      if (mine instanceof Disclosures.Shown) {
        return mine;
      }
      if (history.destroyed().get((int) index)) {
        return new Disclosures.Erased(index);
      }
      return sealed(theirs, place, entry) instanceof Disclosures.Shown shown ? shown : null;
    }

    private @Nullable Disclosures sealed(List<String> lines, int place, Entry entry) {
      return place < lines.size() ? Side.sealed(lines.get(place), entry, start + place) : null;
    }

    /** The file that the target is to have; null where a line is lost and has no stand-in. */
    byte @Nullable [] file(boolean erasing) {
      StringBuilder text = new StringBuilder();
      for (int place = 0; place < entries.size(); place++) {
        long index = start + place;
        Disclosures line =
            erasing && history.destroyed().get((int) index)
                ? new Disclosures.Erased(index)
                : chosen(place);
        if (line == null && place >= own.size()) {
          return null;
        }
        text.append(line == null ? own.get(place) : line.line()).append('\n');
      }
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Reads what the events from {@code first} on say: what documents there should be. */
  void readEvents(long first) throws IOException {
    for (long bundle = first / Tile.FULL_WIDTH;
        bundle * Tile.FULL_WIDTH < history.size();
        bundle++) {
      Lines lines = new Lines(bundle);
      for (int place = 0; place < lines.entries.size(); place++) {
        if (lines.start + place >= first) {
          take(lines, place);
        }
      }
    }
  }

  private void take(Lines lines, int place) {
    int index = (int) lines.start + place;
    Disclosures said = lines.chosen(place);
    if (said == null) {
      lostLines.add((long) index);
    } else if (!going.contains((long) index)
        && said instanceof Disclosures.Shown shown
        && event(lines.entry(place), shown) instanceof Acquired acquired) {
      if (history.destroyed().get(index)) {
        documents.nameDestroyed(acquired.digest());
      } else {
        boolean open = !history.withheld().get(index);
        documents.want(acquired.digest(), new Documents.Wanted(index, open));
      }
    }
  }

  private static @Nullable CustodyEvent event(Entry entry, Disclosures.Shown shown) {
    try {
      var fields = shown.byName();
      fields.remove(EventSignature.FIELD);
      return CustodyEvent.parse(entry, fields);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private @Nullable CustodyEvent event(long index) throws IOException {
    Lines lines = new Lines(index / Tile.FULL_WIDTH);
    int place = (int) (index % Tile.FULL_WIDTH);
    return lines.chosen(place) instanceof Disclosures.Shown shown
        ? event(lines.entry(place), shown)
        : null;
  }

  /** The keys that events name. */
  List<KeyAdded> keys() throws IOException {
    List<KeyAdded> keys = new ArrayList<>();
    for (long index : history.keyEvents()) {
      if (event(index) instanceof KeyAdded added) {
        keys.add(added);
      }
    }
    return List.copyOf(keys);
  }

  /** The right archive.json, from whichever side has it. */
  byte @Nullable [] description() throws IOException {
    if (!(event(0) instanceof Created created)) {
      return null;
    }
    for (Side side : List.of(target, from)) {
      byte[] bytes = side.read(side.layout().description(), ArchiveDescription.LARGEST_BYTES);
      if (bytes != null && Digest.of(bytes).equals(created.archive())) {
        return bytes;
      }
    }
    return null;
  }

  /** Puts the page for strangers and archive.json in place. */
  void putDescription(WholeFiles files) throws IOException {
    byte[] about = description();
    if (about != null) {
      files.put(target.layout().description(), about);
    }
    byte[] page = from.read(from.layout().readme(), ArchiveLayout.LARGEST_FILE_BYTES);
    if (page != null && !target.disk().exists(target.layout().readme())) {
      files.put(target.layout().readme(), page);
    }
    files.finish();
  }

  void putKeys(WholeFiles files) throws IOException {
    for (KeyAdded added : keys()) {
      byte[] line = (added.key() + "\n").getBytes(StandardCharsets.UTF_8);
      files.put(target.layout().key(added), line);
    }
    files.finish();
  }

  /** Puts what the events from {@code first} on say in place; erases nothing yet. */
  void putDisclosures(long first, WholeFiles files) throws IOException {
    for (long bundle = first / Tile.FULL_WIDTH;
        bundle * Tile.FULL_WIDTH < history.size();
        bundle++) {
      byte[] bytes = new Lines(bundle).file(false);
      if (bytes != null) {
        files.put(target.layout().disclosures(bundle), bytes);
      }
    }
    files.finish();
  }

  /** Takes away what was destroyed: bytes first, then what the events said. */
  long erase() throws IOException {
    long count = 0;
    for (Digest digest : documents.destroyed()) {
      if (vault.contains(digest)) {
        vault.destroy(digest);
        count++;
      }
    }
    for (long bundle : bundlesOfDestroyed()) {
      WholeFiles files = new WholeFiles(target, false);
      byte[] bytes = new Lines(bundle).file(true);
      if (bytes != null) {
        files.put(target.layout().disclosures(bundle), bytes);
      }
      files.finish();
    }
    return count;
  }

  private List<Long> bundlesOfDestroyed() {
    return history.destroyed().stream()
        .mapToObj(index -> (long) index / Tile.FULL_WIDTH)
        .distinct()
        .toList();
  }

  /** Whether an event beyond the first {@code base} destroys something. */
  boolean destroysBeyond(long base) {
    return history.lastDestruction() >= base;
  }

  /** Takes the checkpoint over; from here on the target holds all that it covers. */
  void putCheckpoint(byte[] note) throws IOException {
    Path file = target.layout().checkpoint();
    if (!java.util.Arrays.equals(target.read(file, ArchiveLayout.LARGEST_FILE_BYTES), note)) {
      target.disk().writeAtomically(file, note);
    }
  }
}
