package org.tamga.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import org.tamga.tlog.EntryBundle;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.Tile;
import org.tamga.tlog.TreeHash;

/**
 * Computes the tree of a log again from its entries and compares every file of tiles with it.
 *
 * <p>docs/spec/log.md.
 */
final class LogChecker {
  static final String FOLDER = "log/";
  static final String CHECKPOINT = "log/checkpoint";

  private static final int TILE_BYTES = Tile.FULL_WIDTH * TreeHash.LENGTH_BYTES;
  private static final int BUNDLE_BYTES = Tile.FULL_WIDTH * (EntryBundle.LONGEST_ENTRY_BYTES + 2);

  /** A log may lack this many files before its stated size is taken for nonsense. */
  private static final long MOST_MISSING = 1000;

  private final EvidenceFolder folder;
  private final Findings findings;
  private final NavigableSet<String> files;
  private final long size;

  LogChecker(EvidenceFolder folder, Findings findings, long size) {
    this.folder = folder;
    this.findings = findings;
    this.size = size;
    this.files = folder.files("log");
  }

  private LogChecker(LogChecker other, long size) {
    this.folder = other.folder;
    this.findings = other.findings;
    this.files = other.files;
    this.size = size;
  }

  /** The same files as a log of another size. */
  LogChecker upTo(long otherSize) {
    return new LogChecker(this, otherSize);
  }

  /** How many entries stand here without a gap, up to {@code most}. */
  long reach(long most) {
    long reached = size;
    for (long start = size - size % Tile.FULL_WIDTH; start < most; start += Tile.FULL_WIDTH) {
      for (int width = (int) Math.min(Tile.FULL_WIDTH, most - start); width > 0; width--) {
        Tile tile = new Tile(Tile.ENTRIES, start / Tile.FULL_WIDTH, width);
        if (files.contains(FOLDER + tile.path())) {
          reached = Math.max(reached, start + upTo(start + width).entries(tile.index()).size());
          break;
        }
      }
      if (reached < start + Tile.FULL_WIDTH) {
        return reached;
      }
    }
    return reached;
  }

  /** The hashes of the entries from {@code start} on. */
  List<TreeHash> hashesFrom(long start) {
    List<TreeHash> hashes = new ArrayList<>();
    for (long bundle = start / Tile.FULL_WIDTH; bundle < bundles(); bundle++) {
      List<byte[]> entries = entries(bundle);
      int known = (int) Math.max(0, start - bundle * Tile.FULL_WIDTH);
      entries.subList(known, entries.size()).forEach(e -> hashes.add(TreeHash.ofLeaf(e)));
    }
    return hashes;
  }

  /** Whether there are about as many files as a log of this size has; if not, that is found. */
  boolean isPlausible() {
    boolean plausible = bundles() <= files.size() + MOST_MISSING;
    if (!plausible) {
      findings.add(
          FindingCode.TILE_MISSING,
          FOLDER + "tile",
          "the checkpoint speaks of " + size + " entries, and most of their files are missing");
    }
    return plausible;
  }

  private long bundles() {
    return size / Tile.FULL_WIDTH + (size % Tile.FULL_WIDTH == 0 ? 0 : 1);
  }

  private int width(long bundle) {
    return (int) Math.min(Tile.FULL_WIDTH, size - bundle * Tile.FULL_WIDTH);
  }

  /** The bytes of a tile, or of the full one in its place; null where there is neither. */
  private byte @Nullable [] read(Tile tile, int mostBytes) {
    String name = FOLDER + tile.path();
    if (!files.contains(name)) {
      name = FOLDER + new Tile(tile.level(), tile.index(), Tile.FULL_WIDTH).path();
    }
    return files.contains(name) ? folder.read(name, mostBytes) : null;
  }

  /** The entries of a bundle as far as the log reaches; empty where they cannot be read. */
  List<byte[]> entries(long bundle) {
    byte[] bytes = read(new Tile(Tile.ENTRIES, bundle, width(bundle)), BUNDLE_BYTES);
    if (bytes == null) {
      return List.of();
    }
    try {
      List<byte[]> entries = EntryBundle.parse(bytes);
      return entries.subList(0, Math.min(entries.size(), width(bundle)));
    } catch (MalformedLogException e) {
      return List.of();
    }
  }

  /**
   * The leaf hashes: of the entries; of the tiles where an entry is not there, or where the entries
   * do not give the signed root and the tiles do.
   */
  Leaves leaves(TreeHash root) {
    Leaves leaves = new Leaves();
    Map<Long, byte[]> others = new HashMap<>();
    for (long bundle = 0; bundle < bundles(); bundle++) {
      int width = width(bundle);
      List<byte[]> entries = entries(bundle);
      byte[] tile = read(new Tile(0, bundle, width), TILE_BYTES);
      byte[] stored = Arrays.copyOf(tile == null ? new byte[0] : tile, TILE_BYTES);
      for (int i = 0; i < width; i++) {
        leaves.add(i < entries.size() ? TreeHash.ofLeaf(entries.get(i)) : hashAt(stored, i));
      }
      byte[] cut = Arrays.copyOf(stored, width * TreeHash.LENGTH_BYTES);
      if (!Arrays.equals(leaves.tile(bundle, width), cut)) {
        others.put(bundle, stored);
      }
    }
    if (leaves.rootOf(size).equals(root)) {
      return leaves;
    }
    Leaves stored = replaced(leaves, others);
    if (stored.rootOf(size).equals(root)) {
      return stored;
    }
    findings.add(FindingCode.CHECKPOINT_ROOT, CHECKPOINT);
    return leaves;
  }

  private static TreeHash hashAt(byte[] tile, int place) {
    return TreeHash.of(tile, place * TreeHash.LENGTH_BYTES, TreeHash.LENGTH_BYTES);
  }

  private static Leaves replaced(Leaves leaves, Map<Long, byte[]> others) {
    Leaves replaced = new Leaves();
    for (long i = 0; i < leaves.size(); i++) {
      byte[] other = others.get(i / Tile.FULL_WIDTH);
      replaced.add(other == null ? leaves.get(i) : hashAt(other, (int) (i % Tile.FULL_WIDTH)));
    }
    return replaced;
  }

  /**
   * Compares all files of tiles with these leaves.
   *
   * @param leaves those of the log, and those that a journal is about to add
   * @param coming files of a log of this size may be there already
   */
  void checkTiles(Leaves leaves, long coming) {
    List<Leaves> levels = new ArrayList<>(List.of(leaves));
    while (levels.getLast().size() >= Tile.FULL_WIDTH) {
      levels.add(levels.getLast().above());
    }
    for (String name : files) {
      if (!name.equals(CHECKPOINT)) {
        check(name, levels, coming);
      }
    }
    checkNoneMissing(Tile.ENTRIES, size);
    long count = size;
    for (int level = 0; count > 0; level++, count /= Tile.FULL_WIDTH) {
      checkNoneMissing(level, count);
    }
  }

  private void checkNoneMissing(int level, long count) {
    for (long start = 0; start < count; start += Tile.FULL_WIDTH) {
      int width = (int) Math.min(Tile.FULL_WIDTH, count - start);
      long index = start / Tile.FULL_WIDTH;
      String name = FOLDER + new Tile(level, index, width).path();
      if (!files.contains(name)
          && !files.contains(FOLDER + new Tile(level, index, Tile.FULL_WIDTH).path())) {
        findings.add(FindingCode.TILE_MISSING, name);
      }
    }
  }

  private void check(String name, List<Leaves> levels, long coming) {
    Tile tile;
    try {
      tile = Tile.parse(name.substring(FOLDER.length()));
    } catch (MalformedLogException e) {
      findings.add(FindingCode.TILE_UNEXPECTED, name);
      return;
    }
    int height = Math.max(0, tile.level());
    long start = tile.index() * Tile.FULL_WIDTH;
    if (height >= levels.size()
        || tile.index() > levels.get(height).size()
        || start + tile.width() > levels.get(height).size()) {
      long later = coming >> Math.min(63, 8 * height);
      if (tile.index() > later || start + tile.width() > later) {
        findings.add(FindingCode.TILE_UNEXPECTED, name);
      }
    } else if (tile.level() == Tile.ENTRIES) {
      checkEntries(name, tile, levels.getFirst());
    } else {
      byte[] bytes = folder.read(name, TILE_BYTES);
      if (!Arrays.equals(bytes, levels.get(height).tile(tile.index(), tile.width()))) {
        findings.add(FindingCode.TILE_ALTERED, name);
      }
    }
  }

  private void checkEntries(String name, Tile tile, Leaves leaves) {
    byte[] bytes = folder.read(name, BUNDLE_BYTES);
    List<byte[]> entries;
    try {
      entries = EntryBundle.parse(bytes == null ? new byte[0] : bytes, tile.width());
    } catch (MalformedLogException e) {
      findings.add(FindingCode.TILE_MALFORMED, name, String.valueOf(e.getMessage()));
      return;
    }
    long start = tile.index() * Tile.FULL_WIDTH;
    for (int i = 0; i < entries.size(); i++) {
      if (!TreeHash.ofLeaf(entries.get(i)).equals(leaves.get(start + i))) {
        findings.add(FindingCode.ENTRY_ALTERED, name, start + i, "");
      }
    }
  }
}
