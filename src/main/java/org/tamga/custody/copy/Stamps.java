package org.tamga.custody.copy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.custody.ArchiveLayout;

/**
 * Carries trusted time from one folder to another: stamps over states that the log had.
 *
 * <p>docs/spec/copies.md, "Time stamps". Whether a stamp holds is not asked here (timestamps.md);
 * so none is ever replaced, and one with the name of another gets the next free number.
 */
final class Stamps {
  private static final String FOLDER = "timestamps";
  private static final String REPLY = ".tsr";
  private static final String CERTIFICATES = ".pem";
  private static final Pattern NAME =
      Pattern.compile("((0|[1-9][0-9]{0,17})-([0-9a-f]{16}))-([1-9][0-9]{0,2})\\.tsr");

  private final History history;
  private final Map<Long, String> roots = new HashMap<>();

  Stamps(History history) {
    this.history = history;
  }

  /**
   * What {@code target} lacks of the stamps that {@code from} has.
   *
   * @return the bytes by the places where they are to stand
   */
  Map<Path, byte[]> lacking(Side from, Side target) throws IOException {
    Map<Path, byte[]> lacking = new LinkedHashMap<>();
    Map<String, List<byte[]>> there = replies(target);
    Path folder = target.layout().folder().resolve(FOLDER);
    for (Path file : from.disk().list(from.layout().folder().resolve(FOLDER))) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      byte[] reply = from.read(file, ArchiveLayout.LARGEST_FILE_BYTES);
      if (reply == null || !name.matches() || !wasState(name)) {
        continue;
      }
      String state = name.group(1);
      List<byte[]> known = there.computeIfAbsent(state, none -> new ArrayList<>());
      if (known.stream().anyMatch(one -> Arrays.equals(one, reply))) {
        continue;
      }
      known.add(reply);
      Path place = folder.resolve(state + "-" + name.group(4) + REPLY);
      for (int n = 1; target.disk().exists(place) || lacking.containsKey(place); n++) {
        place = folder.resolve(state + "-" + n + REPLY);
      }
      byte[] path = from.read(certificates(file), ArchiveLayout.LARGEST_FILE_BYTES);
      if (path != null) {
        lacking.put(certificates(place), path);
      }
      lacking.put(place, reply);
    }
    return lacking;
  }

  private static Path certificates(Path reply) {
    String name = reply.getFileName().toString();
    return reply.resolveSibling(name.substring(0, name.length() - REPLY.length()) + CERTIFICATES);
  }

  private static Map<String, List<byte[]>> replies(Side side) throws IOException {
    Map<String, List<byte[]>> replies = new HashMap<>();
    for (Path file : side.disk().list(side.layout().folder().resolve(FOLDER))) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      byte[] reply = side.read(file, ArchiveLayout.LARGEST_FILE_BYTES);
      if (name.matches() && reply != null) {
        replies.computeIfAbsent(name.group(1), none -> new ArrayList<>()).add(reply);
      }
    }
    return replies;
  }

  private boolean wasState(Matcher name) {
    long size = Long.parseLong(name.group(2));
    return size <= history.size()
        && roots
            .computeIfAbsent(size, count -> history.rootAt(count).toString())
            .startsWith(name.group(3));
  }
}
