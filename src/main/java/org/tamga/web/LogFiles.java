package org.tamga.web;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.tamga.custody.ArchiveLayout;
import org.tamga.custody.ArchiveView;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.Tile;

/**
 * The files of the log as C2SP tlog-tiles has them served. They hold salted digests and may be
 * published; nothing else of an archive may.
 */
final class LogFiles {
  /** Tiles never change, so that a client may keep them for good. */
  static final String FOR_GOOD = "public, max-age=31536000, immutable";

  private LogFiles() {}

  /** The signed state of the log. */
  static byte[] checkpoint(ArchiveView view) throws IOException {
    return view.disk().readAll(view.layout().checkpoint(), SignedNote.LARGEST_BYTES);
  }

  /**
   * The tile or entry bundle at a path such as {@code tile/0/000.p/5}; empty where there is none
   * that the checkpoint covers, because an unfinished batch is nobody's business yet.
   */
  static Optional<byte[]> tile(ArchiveView view, String path) throws IOException {
    try {
      Tile tile = Tile.parse(path);
      if (!isCovered(tile, view.size())) {
        return Optional.empty();
      }
      return Optional.of(
          view.disk().readAll(view.layout().tile(tile), ArchiveLayout.LARGEST_FILE_BYTES));
    } catch (MalformedLogException | NoSuchFileException none) {
      return Optional.empty();
    }
  }

  private static boolean isCovered(Tile tile, long size) {
    long hashes = size;
    for (int level = 0; level < tile.level(); level++) {
      hashes /= Tile.FULL_WIDTH;
    }
    long before = hashes / Tile.FULL_WIDTH;
    return tile.index() < before
        || (tile.index() == before && tile.width() <= hashes % Tile.FULL_WIDTH);
  }
}
