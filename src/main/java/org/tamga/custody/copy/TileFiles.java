package org.tamga.custody.copy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tamga.custody.ArchiveLayout;
import org.tamga.tlog.EntryBundle;
import org.tamga.tlog.Tile;
import org.tamga.tlog.TreeHash;
import org.tamga.vault.Disk;

/** The tiles and entry bundles of a log, made again from its entries. */
final class TileFiles {
  private final History history;
  private final List<byte[]> levels;

  TileFiles(History history) {
    this.history = history;
    this.levels = history.levels();
  }

  private long count(int level) {
    return level == Tile.ENTRIES
        ? history.size()
        : levels.get(level).length / TreeHash.LENGTH_BYTES;
  }

  private byte[] bytes(Tile tile) throws IOException {
    if (tile.level() == Tile.ENTRIES) {
      return EntryBundle.write(history.entries(tile.index(), tile.width()));
    }
    int start = (int) tile.index() * Tile.FULL_WIDTH * TreeHash.LENGTH_BYTES;
    int end = start + tile.width() * TreeHash.LENGTH_BYTES;
    return Arrays.copyOfRange(levels.get(tile.level()), start, end);
  }

  /** Takes the tiles of a log one by one. */
  private interface Each {
    void take(Tile tile) throws IOException;
  }

  /** The tiles that hold something beyond the first {@code base} entries; the entries first. */
  private void forEach(long base, Each each) throws IOException {
    for (int level = Tile.ENTRIES; level < levels.size(); level++) {
      long before = base >> (8 * Math.max(0, level));
      for (long index = before / Tile.FULL_WIDTH; index * Tile.FULL_WIDTH < count(level); index++) {
        long left = count(level) - index * Tile.FULL_WIDTH;
        each.take(new Tile(level, index, (int) Math.min(Tile.FULL_WIDTH, left)));
      }
    }
  }

  /** Puts all tiles in place that hold something beyond the first {@code base} entries. */
  void put(long base, ArchiveLayout layout, WholeFiles files) throws IOException {
    forEach(base, tile -> files.put(layout.tile(tile), bytes(tile)));
    files.finish();
  }

  private static Path partials(ArchiveLayout layout, Tile tile) {
    Path full = layout.tile(new Tile(tile.level(), tile.index(), Tile.FULL_WIDTH));
    return full.resolveSibling(full.getFileName() + ".p");
  }

  /** Mends the beginnings of tiles that earlier checkpoints asked for. */
  void mendPartials(Side side, WholeFiles files) throws IOException {
    forEach(
        0,
        tile -> {
          for (Path file : side.disk().list(partials(side.layout(), tile))) {
            String width = file.getFileName().toString();
            if (width.matches("[1-9][0-9]{0,2}") && Integer.parseInt(width) <= tile.width()) {
              int wide = Integer.parseInt(width);
              files.put(file, bytes(new Tile(tile.level(), tile.index(), wide)));
            }
          }
        });
    files.finish();
  }

  /** Takes away the partial tiles of tiles that are full now; only after the checkpoint. */
  void removeSuperseded(long base, Side side) throws IOException {
    Disk disk = side.disk();
    forEach(
        base,
        tile -> {
          Path folder = partials(side.layout(), tile);
          if (tile.isFull() && disk.exists(folder)) {
            for (Path partial : disk.list(folder)) {
              disk.delete(partial);
            }
            disk.delete(folder);
          }
        });
  }
}
