package org.tamga.corroboration.passage;

import java.util.Arrays;

/**
 * Postings in memory: an open table of keys; most have one document, which stands in the table
 * itself. Documents of the others stand in chains of cells.
 */
public final class MemoryPostings implements Postings {
  private static final int FIRST_CAPACITY = 1 << 12;

  /** A key of 0 marks a free place; the real key 0 takes this one's place. */
  private static final long FOR_ZERO = 0x5bd1e9955bd1e995L;

  private long[] keys = new long[FIRST_CAPACITY];

  /** The first document, plus one; negative: the cell with the last of several, minus one. */
  private int[] values = new int[FIRST_CAPACITY];

  private int size;
  private int[] cellDocuments = new int[FIRST_CAPACITY];
  private int[] cellBefore = new int[FIRST_CAPACITY];
  private int cells;

  @Override
  public int[] first(long key) {
    int value = values[place(keys, key == 0 ? FOR_ZERO : key)];
    if (value >= 0) {
      return value == 0 ? new int[0] : new int[] {value - 1};
    }
    int[] documents = new int[MOST];
    int at = MOST;
    for (int cell = -value - 1; cell >= 0; cell = cellBefore[cell]) {
      documents[--at] = cellDocuments[cell];
    }
    return Arrays.copyOfRange(documents, at, MOST);
  }

  @Override
  public void add(long given, int document) {
    long key = given == 0 ? FOR_ZERO : given;
    if (2 * size >= keys.length) {
      grow();
    }
    int place = place(keys, key);
    if (values[place] == 0) {
      keys[place] = key;
      values[place] = document + 1;
      size++;
      return;
    }
    if (values[place] > 0) {
      values[place] = -cell(values[place] - 1, -1) - 1;
    }
    int last = -values[place] - 1;
    if (cellDocuments[last] != document && depth(last) < MOST) {
      values[place] = -cell(document, last) - 1;
    }
  }

  private int depth(int last) {
    int depth = 0;
    for (int cell = last; cell >= 0; cell = cellBefore[cell]) {
      depth++;
    }
    return depth;
  }

  private int cell(int document, int before) {
    if (cells == cellDocuments.length) {
      cellDocuments = Arrays.copyOf(cellDocuments, cells + cells / 2);
      cellBefore = Arrays.copyOf(cellBefore, cells + cells / 2);
    }
    cellDocuments[cells] = document;
    cellBefore[cells] = before;
    return cells++;
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
