package org.tamga.custody.copy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tamga.custody.ArchiveLayout;

/** Puts files in place where they are missing or different, many at a time. */
final class WholeFiles {
  private static final int MOST_FILES = 64;
  private static final long MOST_BYTES = 1 << 23;

  private final Side side;
  private final boolean dry;
  private final Map<Path, byte[]> waiting = new LinkedHashMap<>();
  private final List<String> changed = new ArrayList<>();
  private long waitingBytes;

  /**
   * @param dry whether to find out only what would be put in place
   */
  WholeFiles(Side side, boolean dry) {
    this.side = side;
    this.dry = dry;
  }

  /** What was put in place, or would be, relative to the archive, with slashes. */
  List<String> changed() {
    return List.copyOf(changed);
  }

  void put(Path file, byte[] bytes) throws IOException {
    if (Arrays.equals(side.read(file, ArchiveLayout.LARGEST_FILE_BYTES), bytes)) {
      return;
    }
    Path relative = side.layout().folder().relativize(file);
    changed.add(relative.toString().replace(relative.getFileSystem().getSeparator(), "/"));
    if (dry) {
      return;
    }
    waiting.put(file, bytes);
    waitingBytes += bytes.length;
    if (waiting.size() >= MOST_FILES || waitingBytes >= MOST_BYTES) {
      finish();
    }
  }

  void putAll(Map<Path, byte[]> files) throws IOException {
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      put(file.getKey(), file.getValue());
    }
  }

  /** Writes what is still waiting. */
  void finish() throws IOException {
    if (!waiting.isEmpty()) {
      side.disk().writeAllAtomically(waiting);
      waiting.clear();
      waitingBytes = 0;
    }
  }
}
