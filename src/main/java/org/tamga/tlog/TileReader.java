package org.tamga.tlog;

import java.io.IOException;

/** Hands over the bytes of a log's tiles, wherever they are kept. */
@FunctionalInterface
public interface TileReader {
  /**
   * The bytes of a tile.
   *
   * @throws java.nio.file.NoSuchFileException where the log has no such tile
   * @throws IOException where it cannot be read
   */
  byte[] read(Tile tile) throws IOException;
}
