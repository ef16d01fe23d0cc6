package org.tamga.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A growing tree kept as small as it can be: the roots of its complete subtrees only.
 *
 * <p>Appending costs O(1) on average and memory O(log n). Not safe for use by several threads.
 */
public final class CompactRange {
  private final List<TreeHash> roots = new ArrayList<>();
  private long size;

  /** An empty tree. */
  public CompactRange() {}

  /** Appends one leaf. */
  public void append(TreeHash leaf) {
    TreeHash hash = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      hash = TreeHash.ofNode(roots.removeLast(), hash);
    }
    roots.add(hash);
    size++;
  }

  /** Number of leaves. */
  public long size() {
    return size;
  }

  /** The root hash over all leaves so far. */
  public TreeHash root() {
    if (size == 0) {
      return TreeHash.ofEmptyTree();
    }
    TreeHash hash = roots.getLast();
    for (int i = roots.size() - 2; i >= 0; i--) {
      hash = TreeHash.ofNode(roots.get(i), hash);
    }
    return hash;
  }
}
