package org.tamga.tlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Proofs made from a log's tiles, reading only the few that a proof needs.
 *
 * <p>A proof costs O(log n) hashes and reads; nothing is kept between calls.
 */
public final class TileTree {
  private static final int TILE_HEIGHT = 8;

  private final long size;
  private final TileReader tiles;

  /** A tree of {@code size} leaves whose hashes stand in {@code tiles}. */
  public TileTree(long size, TileReader tiles) {
    if (size < 0) {
      throw new MalformedLogException("no tree has " + size + " leaves");
    }
    this.size = size;
    this.tiles = tiles;
  }

  /** The root hash. */
  public TreeHash root() throws IOException {
    return size == 0 ? TreeHash.ofEmptyTree() : range(0, size);
  }

  /** The hash of the leaf at {@code index}. */
  public TreeHash leaf(long index) throws IOException {
    return range(index, index + 1);
  }

  /** The hashes that show the leaf at {@code index} to be in this tree, from the leaf upwards. */
  public List<TreeHash> inclusionProof(long index) throws IOException {
    if (index < 0 || index >= size) {
      throw new MalformedLogException("no leaf " + index + " in a tree of " + size);
    }
    List<TreeHash> proof = new ArrayList<>();
    path(index, 0, size, proof);
    return List.copyOf(proof);
  }

  /** The hashes that show this tree to continue the tree of its first {@code oldSize} leaves. */
  public List<TreeHash> consistencyProof(long oldSize) throws IOException {
    if (oldSize < 0 || oldSize > size) {
      throw new MalformedLogException("a tree of " + size + " never had " + oldSize + " leaves");
    }
    List<TreeHash> proof = new ArrayList<>();
    if (oldSize > 0 && oldSize < size) {
      subproof(oldSize, 0, size, true, proof);
    }
    return List.copyOf(proof);
  }

  private void path(long index, long start, long end, List<TreeHash> proof) throws IOException {
    if (end - start == 1) {
      return;
    }
    long middle = start + split(end - start);
    if (index < middle) {
      path(index, start, middle, proof);
      proof.add(range(middle, end));
    } else {
      path(index, middle, end, proof);
      proof.add(range(start, middle));
    }
  }

  private void subproof(long old, long start, long end, boolean complete, List<TreeHash> proof)
      throws IOException {
    if (old == end) {
      if (!complete) {
        proof.add(range(start, end));
      }
      return;
    }
    long middle = start + split(end - start);
    if (old <= middle) {
      subproof(old, start, middle, complete, proof);
      proof.add(range(middle, end));
    } else {
      subproof(old, middle, end, false, proof);
      proof.add(range(start, middle));
    }
  }

  /** The largest power of two below {@code count}, which is at least 2. */
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }

  /** The hash over the leaves from {@code start} to {@code end}, a range that RFC 6962 names. */
  private TreeHash range(long start, long end) throws IOException {
    long count = end - start;
    if (Long.bitCount(count) == 1) {
      return complete(start, Long.numberOfTrailingZeros(count));
    }
    long middle = start + split(count);
    return TreeHash.ofNode(range(start, middle), range(middle, end));
  }

  private TreeHash complete(long start, int height) throws IOException {
    int level = height / TILE_HEIGHT;
    long first = start >> (level * TILE_HEIGHT);
    int count = 1 << (height % TILE_HEIGHT);
    Tile tile = tileHolding(level, first);
    byte[] bytes = tiles.read(tile);
    if (bytes.length != tile.width() * TreeHash.LENGTH_BYTES) {
      throw new MalformedLogException(tile + " has " + bytes.length + " bytes");
    }
    int offset = (int) (first % Tile.FULL_WIDTH);
    CompactRange range = new CompactRange();
    for (int i = offset; i < offset + count; i++) {
      range.append(TreeHash.of(bytes, i * TreeHash.LENGTH_BYTES, TreeHash.LENGTH_BYTES));
    }
    return range.root();
  }

  private Tile tileHolding(int level, long position) {
    long hashes = size >> (level * TILE_HEIGHT);
    long index = position / Tile.FULL_WIDTH;
    long width = Math.min(Tile.FULL_WIDTH, hashes - index * Tile.FULL_WIDTH);
    return new Tile(level, index, (int) width);
  }
}
