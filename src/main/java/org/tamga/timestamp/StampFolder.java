package org.tamga.timestamp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveLayout;
import org.tamga.custody.ArchiveView;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.Tile;
import org.tamga.tlog.TileReader;
import org.tamga.tlog.TileTree;
import org.tamga.tlog.TreeHash;

/**
 * The time stamps beside an archive, by the states of its log that they are over.
 *
 * <p>docs/spec/timestamps.md, "Files".
 */
public final class StampFolder {
  /** Name of the folder. */
  public static final String NAME = "timestamps";

  private static final String STAMP = ".tsr";
  private static final String CERTIFICATES = ".pem";
  private static final int ROOT_DIGITS = 16;
  private static final int MOST_STAMPS = 1000;
  private static final Pattern FILE =
      Pattern.compile("(0|[1-9][0-9]{0,17})-([0-9a-f]{16})-([1-9][0-9]{0,3})\\.tsr");

  private final ArchiveView view;

  /** The time stamps of an archive. */
  public StampFolder(ArchiveView view) {
    this.view = view;
  }

  /**
   * One stamp.
   *
   * @param file where the reply stands
   * @param size how many events the stamped state has
   * @param root the first 16 digits of its root
   */
  public record Stamp(Path file, long size, String root) {
    /** Where the certificates stand by which it was accepted. */
    public Path certificates() {
      String name = file.getFileName().toString();
      return file.resolveSibling(name.substring(0, name.length() - STAMP.length()) + CERTIFICATES);
    }
  }

  /** The bytes that a stamp over a state of a log is over. */
  public static byte[] stamped(Checkpoint state) {
    return state.text().getBytes(StandardCharsets.UTF_8);
  }

  /** All stamps, in the order of their names; files with other names are left to verify. */
  public List<Stamp> all() throws IOException {
    List<Stamp> stamps = new ArrayList<>();
    for (Path file : view.disk().list(folder())) {
      Matcher name = FILE.matcher(file.getFileName().toString());
      if (name.matches()) {
        stamps.add(new Stamp(file, Long.parseLong(name.group(1)), name.group(2)));
      }
    }
    return stamps;
  }

  /** The stamps over the state of this view. */
  public List<Stamp> ofNow() throws IOException {
    Checkpoint now = view.checkpoint();
    return all().stream()
        .filter(one -> one.size() == now.size() && one.root().equals(digits(now)))
        .toList();
  }

  /** The reply of a stamp. */
  public byte[] reply(Stamp stamp) throws IOException {
    return view.disk().readAll(stamp.file(), TimestampChecker.LARGEST_BYTES);
  }

  /** The state that a stamp's name speaks of, computed from the log; refused where it had none. */
  public Checkpoint stateOf(Stamp stamp) throws IOException {
    Checkpoint now = view.checkpoint();
    if (stamp.size() <= now.size()) {
      TreeHash root = new TileTree(stamp.size(), cutTiles(now.size())).root();
      Checkpoint state = new Checkpoint(now.origin(), stamp.size(), root);
      if (digits(state).equals(stamp.root())) {
        return state;
      }
    }
    throw new ArchiveException(
        Reason.DAMAGED,
        stamp.file() + " is over a state that this log does not have",
        "events may have been cut off: compare with a copy of the archive");
  }

  /** Tiles of earlier states: beginnings of those that the log has now. */
  private TileReader cutTiles(long size) {
    return tile -> {
      long hashes = size >> (8 * tile.level());
      long width = Math.min(Tile.FULL_WIDTH, hashes - tile.index() * Tile.FULL_WIDTH);
      byte[] bytes = view.tiles().read(new Tile(tile.level(), tile.index(), (int) width));
      return java.util.Arrays.copyOf(bytes, tile.width() * TreeHash.LENGTH_BYTES);
    };
  }

  /** Stores a reply that was accepted, with its certificates. */
  public Stamp store(byte[] reply, Verdict.Accepted verdict) throws IOException {
    ArchiveLayout layout = view.layout();
    try (Closeable lock = view.disk().lock(layout.lock())) {
      if (lock == null) {
        throw new ArchiveException(
            Reason.BUSY,
            "another program is writing to " + layout.folder(),
            "wait until it has finished, then try again");
      }
      Checkpoint now = view.checkpoint();
      Stamp stamp = new Stamp(free(now), now.size(), digits(now));
      Map<Path, byte[]> files = new LinkedHashMap<>();
      files.put(stamp.certificates(), pem(verdict.path()));
      files.put(stamp.file(), reply);
      view.disk().writeAllAtomically(files);
      return stamp;
    }
  }

  private Path free(Checkpoint state) {
    for (int n = 1; n < MOST_STAMPS; n++) {
      Path file = folder().resolve(state.size() + "-" + digits(state) + "-" + n + STAMP);
      if (!view.disk().exists(file)) {
        return file;
      }
    }
    throw new ArchiveException(
        Reason.NOT_POSSIBLE,
        "this state of the log has " + MOST_STAMPS + " stamps already",
        "more of them prove nothing more");
  }

  private Path folder() {
    return view.layout().folder().resolve(NAME);
  }

  private static String digits(Checkpoint state) {
    return state.root().toString().substring(0, ROOT_DIGITS);
  }

  private static byte[] pem(List<X509Certificate> path) {
    StringBuilder out = new StringBuilder();
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    try {
      for (X509Certificate one : path) {
        out.append("-----BEGIN CERTIFICATE-----\n");
        out.append(lines.encodeToString(one.getEncoded()));
        out.append("\n-----END CERTIFICATE-----\n");
      }
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
