package org.tamga.tlog;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one file of a log: up to 256 neighbouring hashes, or the entries beneath them.
 *
 * <p>Paths are those of C2SP tlog-tiles, such as {@code tile/0/x001/234} or {@code
 * tile/entries/000.p/17}, relative to the log's folder.
 *
 * @param level height in the tree in steps of 256, 0 to 63; {@link #ENTRIES} for an entry bundle
 * @param index which tile of that level, from 0
 * @param width how many hashes or entries it holds, 1 to 256
 */
public record Tile(int level, long index, int width) {
  /** Most hashes or entries in one tile. */
  public static final int FULL_WIDTH = 256;

  /** Stands for "no hashes but the entries themselves". */
  public static final int ENTRIES = -1;

  private static final int HIGHEST_LEVEL = 63;
  private static final Pattern PATH =
      Pattern.compile(
          "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  public Tile {
    if (level < ENTRIES || level > HIGHEST_LEVEL || index < 0) {
      throw new MalformedLogException("no such tile: level " + level + ", index " + index);
    }
    if (width < 1 || width > FULL_WIDTH) {
      throw new MalformedLogException("a tile is 1 to 256 wide, not " + width);
    }
  }

  /** Whether the tile holds all that it ever will. */
  public boolean isFull() {
    return width == FULL_WIDTH;
  }

  /** The tile named by {@code path}, or {@link MalformedLogException}. */
  public static Tile parse(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw new MalformedLogException("not the path of a tile: " + path);
    }
    int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
    long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
    int width = matcher.group(3) == null ? FULL_WIDTH : Integer.parseInt(matcher.group(3));
    Tile tile = new Tile(level, index, width);
    if (!tile.path().equals(path)) {
      throw new MalformedLogException("not the canonical path of a tile: " + path);
    }
    return tile;
  }

  /** Where the tile stands under the log's folder. */
  public String path() {
    String name = level == ENTRIES ? "entries" : Integer.toString(level);
    String partial = isFull() ? "" : ".p/" + width;
    return "tile/" + name + "/" + indexPath(index) + partial;
  }

  /** A number in path elements of three digits, all but the last beginning with x. */
  public static String indexPath(long index) {
    String path = String.format(Locale.ROOT, "%03d", index % 1000);
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path = String.format(Locale.ROOT, "x%03d/", rest % 1000) + path;
    }
    return path;
  }

  @Override
  public String toString() {
    return path();
  }
}
