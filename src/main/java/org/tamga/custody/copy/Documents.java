package org.tamga.custody.copy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tamga.vault.Digest;
import org.tamga.vault.Vault;
import org.tamga.vault.Vault.Staged;

/** The documents that an archive should hold, and what it takes to have them all. */
final class Documents {
  private static final int MOST_STAGED = 64;
  private static final long MOST_STAGED_BYTES = 1 << 26;
  private static final int BUFFER_BYTES = 1 << 17;

  /**
   * A document that some event brought in which was not destroyed.
   *
   * @param event the first such event
   * @param open whether one of them is not withheld: then its absence is a loss
   */
  record Wanted(long event, boolean open) {
    Wanted and(Wanted other) {
      return new Wanted(Math.min(event, other.event), open || other.open);
    }
  }

  private final Map<Digest, Wanted> wanted = new LinkedHashMap<>();
  private final Set<Digest> named = new LinkedHashSet<>();
  private final Map<Digest, Wanted> lacking = new LinkedHashMap<>();
  private final List<Digest> lost = new ArrayList<>();
  private final List<Long> copied = new ArrayList<>();

  /** Notes an event that brought a document in and was not destroyed. */
  void want(Digest digest, Wanted event) {
    wanted.merge(digest, event, Wanted::and);
  }

  /** Notes a document of which an event was destroyed. */
  void nameDestroyed(Digest digest) {
    named.add(digest);
  }

  /** The documents that nothing but destroyed events brought in. */
  List<Digest> destroyed() {
    return named.stream().filter(digest -> !wanted.containsKey(digest)).toList();
  }

  /** How a document is looked for. */
  enum Look {
    /** Whether it is there. */
    PRESENCE,
    /** Whether its bytes are right. */
    BYTES
  }

  /** Finds out what the target lacks. */
  void compare(Vault target, Look look) throws IOException {
    for (Map.Entry<Digest, Wanted> one : wanted.entrySet()) {
      boolean there = target.contains(one.getKey());
      boolean good = there && (look == Look.PRESENCE || isRight(target, one.getKey()));
      if (!good) {
        lacking.put(one.getKey(), one.getValue());
      }
    }
  }

  /** What the target lacks, by the events that brought it in. */
  List<Long> lacking() {
    return lacking.values().stream().map(Wanted::event).toList();
  }

  /** Takes from what is lacking whatever the other side cannot give either. */
  void dropLost(Vault from) {
    for (Map.Entry<Digest, Wanted> one : List.copyOf(lacking.entrySet())) {
      if (!isRight(from, one.getKey())) {
        lose(from, one.getKey(), one.getValue());
        lacking.remove(one.getKey());
      }
    }
  }

  private void lose(Vault from, Digest digest, Wanted document) {
    if (document.open() || from.contains(digest)) {
      lost.add(digest);
    }
  }

  private static boolean isRight(Vault vault, Digest digest) {
    try (InputStream in = vault.open(digest)) {
      var computation = Digest.sha256();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        computation.update(buffer, 0, n);
      }
      return Digest.of(computation).equals(digest);
    } catch (IOException e) {
      return false;
    }
  }

  /** Copies what is lacking; whatever cannot be read or is not what it should be is lost. */
  void copy(Vault from, Vault target) throws IOException {
    List<Staged> staged = new ArrayList<>();
    long bytes = 0;
    for (Map.Entry<Digest, Wanted> one : lacking.entrySet()) {
      try (InputStream in = new Source(from.open(one.getKey()))) {
        Staged arrived = target.stage(in);
        if (arrived.digest().equals(one.getKey())) {
          staged.add(arrived);
          bytes += arrived.size();
          copied.add(one.getValue().event());
        } else {
          target.discard(arrived);
          lose(from, one.getKey(), one.getValue());
        }
      } catch (SourceException | java.nio.file.NoSuchFileException e) {
        lose(from, one.getKey(), one.getValue());
      }
      if (staged.size() >= MOST_STAGED || bytes >= MOST_STAGED_BYTES) {
        keep(target, staged);
        bytes = 0;
      }
    }
    keep(target, staged);
  }

  private static void keep(Vault target, List<Staged> staged) throws IOException {
    target.secure(staged);
    for (Staged one : staged) {
      // What has this name and was found wanting would otherwise stay.
      target.destroy(one.digest());
    }
    target.keep(staged);
    staged.clear();
  }

  /** Documents that neither side has whole. */
  List<Digest> lost() {
    return List.copyOf(lost);
  }

  /** The events whose documents were copied. */
  List<Long> copied() {
    return List.copyOf(copied);
  }

  /** The side that is read from failed, not the one that is written to. */
  private static final class SourceException extends IOException {
    private static final long serialVersionUID = 1;

    SourceException(IOException cause) {
      super(cause);
    }
  }

  private static final class Source extends FilterInputStream {
    Source(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException e) {
        throw new SourceException(e);
      }
    }
  }
}
