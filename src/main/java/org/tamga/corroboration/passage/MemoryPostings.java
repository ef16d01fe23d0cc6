package org.tamga.corroboration.passage;

import java.util.Arrays;

/**
 * Postings in memory: an open table of keys; most have one document, which stands in the table
 * itself. Documents of the others stand together in blocks that grow.
 */
public final class MemoryPostings implements Postings {
  private static final int FIRST_CAPACITY = 1 << 12;

  /** A key of 0 marks a free place; the real key 0 takes this one's place. */
  private static final long FOR_ZERO = 0x5bd1e9955bd1e995L;

  private static final int FIRST_BLOCK = 2;

  private long[] keys = new long[FIRST_CAPACITY];

  /** The one document, plus one; negative: the place of the block of several, minus one. */
  private int[] values = new int[FIRST_CAPACITY];

  private int size;

  /** Blocks, each with the number of documents, then room for some. */
  private int[] blocks = new int[FIRST_CAPACITY];

  private int used;

  @Override
  public int[] first(long key) {
    int value = values[place(keys, key == 0 ? FOR_ZERO : key)];
    if (value >= 0) {
      return value == 0 ? new int[0] : new int[] {value - 1};
    }
    int block = -value - 1;
    return Arrays.copyOfRange(blocks, block + 1, block + 1 + blocks[block]);
  }

  @Override
  public void add(long given, int document) {
    long key = given == 0 ? FOR_ZERO : given;
    if (2 * size >= keys.length) {
      grow();
    }
    int place = place(keys, key);
    int value = values[place];
    if (value == 0) {
      keys[place] = key;
      values[place] = document + 1;
      size++;
    } else if (value > 0) {
      int block = block(FIRST_BLOCK);
      blocks[block] = 1;
      blocks[block + 1] = value - 1;
      values[place] = -block(block, document) - 1;
    } else {
      values[place] = -block(-value - 1, document) - 1;
    }
  }

  /** Adds a document to a block and returns the place of the block, which may have moved. */
  private int block(int block, int document) {
    int count = blocks[block];
    if (count >= MOST || blocks[block + count] == document) {
      return block;
    }
    int at = block;
    boolean isFull = count >= FIRST_BLOCK && Integer.bitCount(count) == 1;
    if (isFull) {
      at = block(2 * count);
      System.arraycopy(blocks, block, blocks, at, count + 1);
    }
    blocks[at] = count + 1;
    blocks[at + count + 1] = document;
    return at;
  }

  private int block(int room) {
    int at = used;
    used += room + 1;
    if (used > blocks.length) {
      blocks = Arrays.copyOf(blocks, used + used / 2);
    }
    return at;
  }

  private static int place(long[] keys, long key) {
    int mask = keys.length - 1;
    int place = (int) Sketch.mix(key) & mask;
    while (keys[place] != 0 && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] wider = new long[2 * keys.length];
    int[] moved = new int[2 * keys.length];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int place = place(wider, keys[i]);
        wider[place] = keys[i];
        moved[place] = values[i];
      }
    }
    keys = wider;
    values = moved;
  }
}
