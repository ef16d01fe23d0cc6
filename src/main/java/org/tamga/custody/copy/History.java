package org.tamga.custody.copy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tamga.custody.Entry;
import org.tamga.custody.EventKind;
import org.tamga.tlog.CompactRange;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.Tile;
import org.tamga.tlog.TreeHash;

/**
 * The entries of a log, read once as a whole: their hashes, and what they tell in the open.
 *
 * <p>Keeps 32 bytes for each entry. It is for the caller to compare the roots with signed ones.
 */
final class History {
  /** Reads entries. */
  @FunctionalInterface
  interface Source {
    /** The first {@code width} entries of a bundle, or {@link MalformedLogException}. */
    List<byte[]> entries(long bundle, int width) throws IOException;
  }

  private final Source source;
  private final long size;
  private final byte[] leaves;
  private final BitSet destroyed = new BitSet();
  private final BitSet withheld = new BitSet();
  private final List<Long> keyEvents = new ArrayList<>();
  private long lastDestruction = -1;

  private History(Source source, long size, byte[] leaves) {
    this.source = source;
    this.size = size;
    this.leaves = leaves;
  }

  /**
   * Reads the first {@code size} entries; {@link MalformedLogException} where they are not there.
   */
  static History read(Source source, long size) throws IOException {
    ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    List<Entry> open = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    for (long start = 0; start < size; start += Tile.FULL_WIDTH) {
      int width = (int) Math.min(Tile.FULL_WIDTH, size - start);
      List<byte[]> entries = source.entries(start / Tile.FULL_WIDTH, width);
      for (int i = 0; i < width; i++) {
        leaves.writeBytes(TreeHash.ofLeaf(entries.get(i)).bytes());
        if (tellsInTheOpen(entries.get(i))) {
          open.add(parse(entries.get(i)));
          places.add(start + i);
        }
      }
    }
    History history = new History(source, size, leaves.toByteArray());
    for (int i = 0; i < open.size(); i++) {
      history.take(places.get(i), open.get(i));
    }
    return history;
  }

  /** Base64url has no quotation mark: nothing but a kind or a name can look like this. */
  private static boolean tellsInTheOpen(byte[] entry) {
    String text = new String(entry, StandardCharsets.ISO_8859_1);
    return text.contains("\"index\":") || text.contains(EventKind.KEY_ADDED.word());
  }

  private static Entry parse(byte[] entry) {
    try {
      return Entry.parse(entry);
    } catch (IllegalArgumentException e) {
      throw new MalformedLogException("an entry is malformed: " + e.getMessage());
    }
  }

  private void take(long index, Entry entry) {
    switch (entry.kind()) {
      case CREATED, ACQUIRED, LINKED, DECIDED, REPAIRED, KEY_CLOSED, KEY_REVOKED -> {}
      case KEY_ADDED -> keyEvents.add(index);
      case WITHHELD -> withheld.set((int) entry.index().orElseThrow());
      case RELEASED -> withheld.clear((int) entry.index().orElseThrow());
      case DESTROYED -> {
        destroyed.set((int) entry.index().orElseThrow());
        lastDestruction = index;
      }
    }
  }

  long size() {
    return size;
  }

  BitSet destroyed() {
    return destroyed;
  }

  BitSet withheld() {
    return withheld;
  }

  /** Indexes of the events that name keys. */
  List<Long> keyEvents() {
    return List.copyOf(keyEvents);
  }

  /** Index of the last event that destroys; -1 where none does. */
  long lastDestruction() {
    return lastDestruction;
  }

  private TreeHash leaf(long index) {
    return TreeHash.of(leaves, (int) index * TreeHash.LENGTH_BYTES, TreeHash.LENGTH_BYTES);
  }

  /** The root over the first {@code count} entries. */
  TreeHash rootAt(long count) {
    CompactRange range = new CompactRange();
    for (long i = 0; i < count; i++) {
      range.append(leaf(i));
    }
    return range.root();
  }

  /** The entries of a bundle, as they were when the whole was read. */
  List<byte[]> entries(long bundle, int width) throws IOException {
    List<byte[]> entries = source.entries(bundle, width);
    for (int i = 0; i < width; i++) {
      if (!TreeHash.ofLeaf(entries.get(i)).equals(leaf(bundle * Tile.FULL_WIDTH + i))) {
        throw new MalformedLogException("an entry of bundle " + bundle + " has changed meanwhile");
      }
    }
    return entries;
  }

  /** The hashes of each level, from the leaves up: roots of full tiles only. */
  List<byte[]> levels() {
    List<byte[]> levels = new ArrayList<>(List.of(leaves));
    int tileBytes = Tile.FULL_WIDTH * TreeHash.LENGTH_BYTES;
    while (levels.getLast().length >= tileBytes) {
      byte[] below = levels.getLast();
      ByteArrayOutputStream above = new ByteArrayOutputStream();
      for (int start = 0; start + tileBytes <= below.length; start += tileBytes) {
        CompactRange range = new CompactRange();
        for (int at = start; at < start + tileBytes; at += TreeHash.LENGTH_BYTES) {
          range.append(TreeHash.of(below, at, TreeHash.LENGTH_BYTES));
        }
        above.writeBytes(range.root().bytes());
      }
      levels.add(above.toByteArray());
    }
    return List.copyOf(levels);
  }
}
