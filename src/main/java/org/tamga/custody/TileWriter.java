package org.tamga.custody;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tamga.tlog.CompactRange;
import org.tamga.tlog.EntryBundle;
import org.tamga.tlog.Tile;
import org.tamga.tlog.TreeHash;
import org.tamga.vault.Disk;

/**
 * Writes the tiles and entry bundles of a growing log.
 *
 * <p>Keeps in memory only the tiles at the right edge, at most 255 hashes a level.
 */
final class TileWriter {
  private static final int HASH_FILE_BYTES = Tile.FULL_WIDTH * TreeHash.LENGTH_BYTES;

  private final Disk disk;
  private final ArchiveLayout layout;
  private final List<List<TreeHash>> edge = new ArrayList<>();
  private final List<byte[]> entries = new ArrayList<>();
  private final List<Path> superseded = new ArrayList<>();

  /** Files of the append at hand, which wait for the disk together. */
  private final Map<Path, byte[]> waiting = new LinkedHashMap<>();

  private long size;

  private TileWriter(Disk disk, ArchiveLayout layout) {
    this.disk = disk;
    this.layout = layout;
  }

  /** A writer that goes on where a log of {@code size} entries ends. */
  static TileWriter resume(Disk disk, ArchiveLayout layout, long size) throws IOException {
    TileWriter writer = new TileWriter(disk, layout);
    writer.size = size;
    long hashes = size;
    for (int level = 0; hashes > 0; level++) {
      writer.edge.add(new ArrayList<>());
      int width = (int) (hashes % Tile.FULL_WIDTH);
      if (width > 0) {
        writer.readEdge(new Tile(level, hashes / Tile.FULL_WIDTH, width));
      }
      hashes /= Tile.FULL_WIDTH;
    }
    int width = (int) (size % Tile.FULL_WIDTH);
    if (width > 0) {
      Tile bundle = new Tile(Tile.ENTRIES, size / Tile.FULL_WIDTH, width);
      byte[] bytes = disk.readAll(layout.tile(bundle), ArchiveLayout.LARGEST_FILE_BYTES);
      writer.entries.addAll(EntryBundle.parse(bytes, width));
    }
    return writer;
  }

  private void readEdge(Tile tile) throws IOException {
    byte[] bytes = disk.readAll(layout.tile(tile), HASH_FILE_BYTES);
    for (int i = 0; i < tile.width(); i++) {
      int offset = i * TreeHash.LENGTH_BYTES;
      int length = Math.min(TreeHash.LENGTH_BYTES, Math.max(0, bytes.length - offset));
      edge.getLast().add(TreeHash.of(bytes, offset, length));
    }
  }

  long size() {
    return size;
  }

  /** The root over all entries, from the right edge alone. */
  TreeHash root() {
    TreeHash right = null;
    for (List<TreeHash> level : edge) {
      CompactRange range = new CompactRange();
      level.forEach(range::append);
      if (right != null) {
        // A partial level hangs as the last child to the right of the complete ones above it.
        right = level.isEmpty() ? right : joinRight(level, right);
      } else if (!level.isEmpty()) {
        right = range.root();
      }
    }
    return right == null ? TreeHash.ofEmptyTree() : right;
  }

  private static TreeHash joinRight(List<TreeHash> level, TreeHash right) {
    TreeHash hash = right;
    int end = level.size();
    while (end > 0) {
      int part = Integer.lowestOneBit(end);
      CompactRange range = new CompactRange();
      level.subList(end - part, end).forEach(range::append);
      hash = TreeHash.ofNode(range.root(), hash);
      end -= part;
    }
    return hash;
  }

  /** Appends entries and writes every tile and bundle that they touch. */
  void append(List<byte[]> more) throws IOException {
    for (byte[] entry : more) {
      entries.add(entry);
      size++;
      if (entries.size() == Tile.FULL_WIDTH) {
        writeBundle();
        entries.clear();
      }
      appendHash(0, TreeHash.ofLeaf(entry));
    }
    if (!entries.isEmpty()) {
      writeBundle();
    }
    for (int level = 0; level < edge.size(); level++) {
      if (!edge.get(level).isEmpty()) {
        writeTile(level);
      }
    }
    disk.writeAllAtomically(waiting);
    waiting.clear();
  }

  private void appendHash(int level, TreeHash hash) {
    if (edge.size() == level) {
      edge.add(new ArrayList<>());
    }
    List<TreeHash> hashes = edge.get(level);
    hashes.add(hash);
    if (hashes.size() == Tile.FULL_WIDTH) {
      writeTile(level);
      CompactRange range = new CompactRange();
      hashes.forEach(range::append);
      hashes.clear();
      appendHash(level + 1, range.root());
    }
  }

  private void writeBundle() {
    Tile tile = new Tile(Tile.ENTRIES, (size - 1) / Tile.FULL_WIDTH, entries.size());
    write(tile, EntryBundle.write(entries));
  }

  private void writeTile(int level) {
    List<TreeHash> hashes = edge.get(level);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    hashes.forEach(hash -> out.writeBytes(hash.bytes()));
    long index = ((size - 1) >> (8 * level)) / Tile.FULL_WIDTH;
    write(new Tile(level, index, hashes.size()), out.toByteArray());
  }

  private void write(Tile tile, byte[] bytes) {
    waiting.put(layout.tile(tile), bytes);
    if (tile.isFull()) {
      Path full = layout.tile(tile);
      superseded.add(full.resolveSibling(full.getFileName() + ".p"));
    }
  }

  /** Takes away the partial tiles of tiles that have become full; only after the checkpoint. */
  void removeSuperseded() throws IOException {
    for (Path folder : superseded) {
      for (Path partial : disk.list(folder)) {
        disk.delete(partial);
      }
      disk.delete(folder);
    }
    superseded.clear();
  }
}
