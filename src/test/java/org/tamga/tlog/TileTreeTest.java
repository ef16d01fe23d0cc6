package org.tamga.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Proofs made from tiles are those of the definition in RFC 6962 section 2.1. */
class TileTreeTest {
  private static final int LARGEST = 600;

  private final List<TreeHash> leaves = new ArrayList<>();

  TileTreeTest() {
    for (int i = 0; i < LARGEST; i++) {
      leaves.add(
          TreeHash.ofLeaf(("letter " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
  }

  /** MTH of RFC 6962 section 2.1, word for word. */
  private static TreeHash root(List<TreeHash> part) {
    if (part.isEmpty()) {
      return TreeHash.ofEmptyTree();
    }
    if (part.size() == 1) {
      return part.getFirst();
    }
    int k = split(part.size());
    return TreeHash.ofNode(root(part.subList(0, k)), root(part.subList(k, part.size())));
  }

  private static int split(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  /** PATH of RFC 6962 section 2.1.1. */
  private static List<TreeHash> path(int m, List<TreeHash> part) {
    if (part.size() == 1) {
      return List.of();
    }
    int k = split(part.size());
    List<TreeHash> left = part.subList(0, k);
    List<TreeHash> right = part.subList(k, part.size());
    List<TreeHash> path = new ArrayList<>(m < k ? path(m, left) : path(m - k, right));
    path.add(m < k ? root(right) : root(left));
    return path;
  }

  /** SUBPROOF of RFC 6962 section 2.1.2. */
  private static List<TreeHash> subproof(int m, List<TreeHash> part, boolean b) {
    int n = part.size();
    if (m == n) {
      return b ? List.of() : List.of(root(part));
    }
    int k = split(n);
    List<TreeHash> left = part.subList(0, k);
    List<TreeHash> right = part.subList(k, n);
    List<TreeHash> proof =
        new ArrayList<>(m <= k ? subproof(m, left, b) : subproof(m - k, right, false));
    proof.add(m <= k ? root(right) : root(left));
    return proof;
  }

  private TileReader tiles(int size) {
    return tile -> {
      List<TreeHash> hashes = leaves.subList(0, size);
      for (int level = 0; level < tile.level(); level++) {
        List<TreeHash> above = new ArrayList<>();
        for (int i = 0; i + Tile.FULL_WIDTH <= hashes.size(); i += Tile.FULL_WIDTH) {
          above.add(root(hashes.subList(i, i + Tile.FULL_WIDTH)));
        }
        hashes = above;
      }
      int start = (int) tile.index() * Tile.FULL_WIDTH;
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      hashes.subList(start, start + tile.width()).forEach(hash -> out.writeBytes(hash.bytes()));
      return out.toByteArray();
    };
  }

  @Test
  void rootsAndProofsOfAllSizesAreThoseOfTheDefinition() throws IOException {
    long seed = System.nanoTime();
    System.out.println("TileTreeTest: seed " + seed);
    Random random = new Random(seed);
    CompactRange range = new CompactRange();
    int proofs = 0;
    for (int size = 1; size <= LARGEST; size++) {
      range.append(leaves.get(size - 1));
      List<TreeHash> part = leaves.subList(0, size);
      TileTree tree = new TileTree(size, tiles(size));
      TreeHash root = root(part);
      assertEquals(root, tree.root());
      assertEquals(root, range.root());
      int[] places = {0, size - 1, random.nextInt(size), random.nextInt(size)};
      for (int i : places) {
        List<TreeHash> proof = tree.inclusionProof(i);
        assertEquals(path(i, part), proof);
        assertTrue(Proof.holdsInclusion(leaves.get(i), i, size, proof, root));
        int other = (i + 1) % size;
        assertFalse(
            other != i && Proof.holdsInclusion(leaves.get(i), other, size, proof, root),
            "no proof holds for another place");
        int old = i + 1;
        List<TreeHash> joint = tree.consistencyProof(old);
        assertEquals(subproof(old, part, true), joint);
        assertTrue(Proof.holdsConsistency(old, size, root(part.subList(0, old)), root, joint));
        proofs += 2;
      }
    }
    System.out.println("TileTreeTest: " + proofs + " proofs, sizes 1 to " + LARGEST);
  }

  @Test
  void aTileOfTheWrongLengthIsRefused() {
    TileReader shorter = tile -> new byte[31];
    TileReader longer = tile -> new byte[tile.width() * TreeHash.LENGTH_BYTES + 1];
    assertThrows(MalformedLogException.class, () -> new TileTree(5, shorter).root());
    assertThrows(MalformedLogException.class, () -> new TileTree(5, longer).root());
  }

  @Test
  void knownAnswersOfRfc6962() {
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        TreeHash.ofEmptyTree().toString());
    assertEquals(
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        TreeHash.ofLeaf(new byte[0]).toString());
  }

  @Test
  void impossibleQuestionsAreRefused() {
    TileTree tree = new TileTree(5, tiles(5));
    assertThrows(MalformedLogException.class, () -> tree.inclusionProof(5));
    assertThrows(MalformedLogException.class, () -> tree.inclusionProof(-1));
    assertThrows(MalformedLogException.class, () -> tree.consistencyProof(6));
  }
}
