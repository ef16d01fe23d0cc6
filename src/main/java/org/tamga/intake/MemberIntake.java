package org.tamga.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.custody.Archive;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.custody.FileName;
import org.tamga.custody.Particulars;
import org.tamga.vault.Digest;
import org.tamga.vault.Vault.Staged;

/**
 * Seals the members of containers as somebody else takes them out, before anybody looks into them.
 *
 * <p>A member is handled as its container is and comes from the same source; what was said of the
 * container's author and date is not said of what it contains. docs/spec/add.md, "Containers".
 */
public final class MemberIntake {
  private static final int MOST_MEMBERS = 256;
  private static final long MOST_BYTES = 64L << 20;

  /** What was said of the container that holds for its members too. */
  private static final List<String> INHERITED =
      List.of("captured", "collector", "machine", "reason", "source");

  /** How web archives call what was captured: when, and from which address. docs/spec/warc.md. */
  private static final Pattern CAPTURE =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z)/(https?://.+)");

  private final Archive archive;
  private final Listener listener;
  private final List<Waiting> batch = new ArrayList<>();
  private long batchBytes;

  private record Waiting(Acquired event, Staged staged) {}

  /** Hears of each member that is sealed. */
  @FunctionalInterface
  public interface Listener {
    /** A member is sealed; {@code isNew} where its bytes were not in the archive before. */
    void sealed(Acquired member, long index, boolean isNew);
  }

  /** Seals into this archive. */
  public MemberIntake(Archive archive, Listener listener) {
    this.archive = archive;
    this.listener = listener;
  }

  /**
   * Takes one member. It is sealed when {@link #seal} returns, at the latest.
   *
   * @param path its path within the container, as the container says
   * @return how many bytes it has
   */
  public long take(Acquired container, String path, InputStream bytes) throws IOException {
    Staged staged = archive.stage(bytes);
    batch.add(new Waiting(acquired(container, path, staged), staged));
    batchBytes += staged.size();
    if (batch.size() >= MOST_MEMBERS || batchBytes >= MOST_BYTES) {
      seal();
    }
    return staged.size();
  }

  private Acquired acquired(Acquired container, String path, Staged staged) {
    Particulars particulars = Particulars.NONE;
    for (String name : INHERITED) {
      particulars = particulars.with(name, container.particulars().get(name));
    }
    particulars = particulars.with("container", container.digest().toString()).with("member", path);
    Matcher capture = CAPTURE.matcher(path);
    if (capture.matches()) {
      particulars =
          particulars.with("captured", capture.group(1)).with("url", address(capture.group(2)));
    }
    return new Acquired(
        staged.digest(),
        staged.size(),
        FileName.of(lastPart(path)),
        FileName.of(container.path().display() + "/" + path),
        archive.surroundings().now(),
        archive.surroundings().program(),
        container.run(),
        particulars,
        container.handling());
  }

  /** The address without the number by which a web archive tells captures of one second apart. */
  private static String address(String numbered) {
    return numbered.replaceFirst(" \\(\\d+\\)$", "");
  }

  private static String lastPart(String path) {
    String[] parts = path.split("[/\\\\]", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      if (!parts[i].isBlank()) {
        return parts[i];
      }
    }
    return path;
  }

  /** Seals what is waiting. */
  public void seal() throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    List<Archive.Draft> drafts = new ArrayList<>();
    List<Boolean> isNew = new ArrayList<>();
    Set<Digest> seen = new HashSet<>();
    for (Waiting one : batch) {
      Digest digest = one.staged().digest();
      isNew.add(seen.add(digest) && !archive.holds(digest));
      drafts.add(new Archive.Draft(one.event(), one.staged(), null));
    }
    long first = archive.log(drafts);
    for (int i = 0; i < batch.size(); i++) {
      listener.sealed(batch.get(i).event(), first + i, isNew.get(i));
    }
    batch.clear();
    batchBytes = 0;
  }
}
