package org.tamga.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tamga.tlog.CompactRange;
import org.tamga.tlog.Tile;
import org.tamga.tlog.TreeHash;

/** Many hashes of one level of the tree, 32 bytes each and nothing more. */
final class Leaves {
  private static final int TILE_BYTES = Tile.FULL_WIDTH * TreeHash.LENGTH_BYTES;

  private final List<byte[]> tiles = new ArrayList<>();
  private long size;

  long size() {
    return size;
  }

  void add(TreeHash hash) {
    int place = (int) (size % Tile.FULL_WIDTH);
    if (place == 0) {
      tiles.add(new byte[TILE_BYTES]);
    }
    System.arraycopy(
        hash.bytes(), 0, tiles.getLast(), place * TreeHash.LENGTH_BYTES, TreeHash.LENGTH_BYTES);
    size++;
  }

  TreeHash get(long index) {
    byte[] tile = tiles.get((int) (index / Tile.FULL_WIDTH));
    int offset = (int) (index % Tile.FULL_WIDTH) * TreeHash.LENGTH_BYTES;
    return TreeHash.of(tile, offset, TreeHash.LENGTH_BYTES);
  }

  /** The bytes of the tile at {@code number} as far as {@code width}. */
  byte[] tile(long number, int width) {
    return Arrays.copyOf(tiles.get((int) number), width * TreeHash.LENGTH_BYTES);
  }

  /** The root over the first {@code count} hashes. */
  TreeHash rootOf(long count) {
    CompactRange range = new CompactRange();
    for (long i = 0; i < count; i++) {
      range.append(get(i));
    }
    return range.root();
  }

  /** The level above: the roots of all full tiles. */
  Leaves above() {
    Leaves above = new Leaves();
    for (long start = 0; start + Tile.FULL_WIDTH <= size; start += Tile.FULL_WIDTH) {
      CompactRange range = new CompactRange();
      for (long i = start; i < start + Tile.FULL_WIDTH; i++) {
        range.append(get(i));
      }
      above.add(range.root());
    }
    return above;
  }

  /** These hashes and more behind them. */
  Leaves and(List<TreeHash> more) {
    Leaves all = new Leaves();
    tiles.forEach(tile -> all.tiles.add(tile.clone()));
    all.size = size;
    more.forEach(all::add);
    return all;
  }

  /** Whether two of the hashes are equal. */
  boolean hasEqual() {
    byte[][] sorted = new byte[(int) size][];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = get(i).bytes();
    }
    Arrays.sort(sorted, Arrays::compare);
    for (int i = 1; i < sorted.length; i++) {
      if (Arrays.equals(sorted[i - 1], sorted[i])) {
        return true;
      }
    }
    return false;
  }
}
