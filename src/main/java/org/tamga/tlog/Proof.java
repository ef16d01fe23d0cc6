package org.tamga.tlog;

import java.util.List;

/**
 * Checks that an entry is in a log, or that one state of a log continues another.
 *
 * <p>Both follow RFC 9162 sections 2.1.3.2 and 2.1.4.2 (the algorithms; the hashes are those of RFC
 * 6962). A check answers yes or no and never throws for a wrong proof.
 */
public final class Proof {
  private Proof() {}

  /**
   * Whether {@code proof} shows that the leaf at {@code index} is in the tree of {@code size}
   * leaves with this {@code root}.
   */
  public static boolean holdsInclusion(
      TreeHash leaf, long index, long size, List<TreeHash> proof, TreeHash root) {
    if (index < 0 || size <= 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    TreeHash hash = leaf;
    for (TreeHash sibling : proof) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = TreeHash.ofNode(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = TreeHash.ofNode(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /**
   * Whether {@code proof} shows that the tree of {@code newSize} leaves begins with the tree of
   * {@code oldSize} leaves. No proof shows anything about an empty tree, which every tree
   * continues.
   */
  public static boolean holdsConsistency(
      long oldSize, long newSize, TreeHash oldRoot, TreeHash newRoot, List<TreeHash> proof) {
    if (oldSize <= 0 || newSize < oldSize) {
      return false;
    }
    if (oldSize == newSize) {
      return proof.isEmpty() && oldRoot.equals(newRoot);
    }
    return joins(oldSize, newSize, oldRoot, newRoot, proof);
  }

  private static boolean joins(
      long oldSize, long newSize, TreeHash oldRoot, TreeHash newRoot, List<TreeHash> proof) {
    if (proof.isEmpty()) {
      return false;
    }
    long node = oldSize - 1;
    long last = newSize - 1;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    boolean oldIsComplete = Long.bitCount(oldSize) == 1;
    TreeHash first = oldIsComplete ? oldRoot : proof.getFirst();
    TreeHash oldHash = first;
    TreeHash newHash = first;
    for (TreeHash sibling : oldIsComplete ? proof : proof.subList(1, proof.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        oldHash = TreeHash.ofNode(sibling, oldHash);
        newHash = TreeHash.ofNode(sibling, newHash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        newHash = TreeHash.ofNode(newHash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot);
  }
}
