package org.tamga.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.Archive;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.custody.Handling;
import org.tamga.custody.Particulars;
import org.tamga.vault.Digest;
import org.tamga.vault.Vault.Staged;

/**
 * Takes files into an archive: copies, hashes and seals them, and looks into none.
 *
 * <p>Files are sealed in batches. A batch is reported only when it is sealed; one bad file never
 * stops the others.
 */
public final class Intake implements FileWalk.Visitor {
  /** Most files in one batch: a run that dies repeats at most these. */
  private static final int MOST_FILES = 256;

  /** A batch with this many bytes is sealed at once, so that large files are not kept waiting. */
  private static final long MOST_BYTES = 64L << 20;

  /** A batch is sealed at the latest after this time, so that a slow source is not at risk. */
  private static final long MOST_MILLIS = 2000;

  private final Archive archive;
  private final Function<Path, Told> told;
  private final Listener listener;
  private final BooleanSupplier stopped;
  private final String run;
  private final List<Waiting> batch = new ArrayList<>();
  private long batchBytes;
  private long batchStartMillis;

  /**
   * What people said of a file.
   *
   * @param handling null where nobody said
   */
  public record Told(Particulars particulars, @Nullable Handling handling) {}

  /** A file that was copied in and is waiting to be sealed. */
  private record Waiting(FoundFile file, Staged staged, Told told) {}

  /** Hears what became of each file. */
  public interface Listener {
    /** A file is sealed; {@code isNew} where its bytes were not in the archive before. */
    void sealed(FoundFile file, Acquired event, long index, boolean isNew) throws IOException;

    /** All files of a batch were reported. */
    void batchSealed() throws IOException;

    /** A file is left out by rule. */
    void excluded(FoundFile file, String reason);

    /** A file could not be taken in. */
    void failed(FoundFile file, String reason);
  }

  /**
   * @param told what people said of each file
   * @param stopped whether the person wants to stop
   */
  public Intake(
      Archive archive, Function<Path, Told> told, Listener listener, BooleanSupplier stopped) {
    this.archive = archive;
    this.told = told;
    this.listener = listener;
    this.stopped = stopped;
    this.run = archive.surroundings().randomName();
  }

  /** Takes in everything under these paths. */
  public void add(List<Path> paths) throws IOException {
    new FileWalk(archive.layout().folder(), this).walk(paths);
    seal();
  }

  @Override
  public void file(FoundFile file) throws IOException {
    Staged staged = stage(file);
    if (staged == null) {
      return;
    }
    if (batch.isEmpty()) {
      batchStartMillis = archive.surroundings().clock().millis();
    }
    batch.add(new Waiting(file, staged, told.apply(file.path())));
    batchBytes += staged.size();
    long age = archive.surroundings().clock().millis() - batchStartMillis;
    if (batch.size() >= MOST_FILES || batchBytes >= MOST_BYTES || age >= MOST_MILLIS) {
      seal();
    }
  }

  private @Nullable Staged stage(FoundFile file) throws IOException {
    try {
      BasicFileAttributes before = attributes(file);
      Staged staged;
      try (InputStream in = open(file)) {
        staged = archive.stage(in);
      }
      BasicFileAttributes after = attributes(file);
      if (before.size() != after.size()
          || staged.size() != after.size()
          || !before.lastModifiedTime().equals(after.lastModifiedTime())) {
        archive.discard(staged);
        listener.failed(file, "it changed while it was being read; add it again");
        return null;
      }
      return staged;
    } catch (SourceException e) {
      listener.failed(file, FileWalk.reason(e.source));
      return null;
    }
  }

  private static InputStream open(FoundFile file) throws SourceException {
    try {
      return new SourceStream(Files.newInputStream(file.path()));
    } catch (IOException e) {
      throw new SourceException(e);
    }
  }

  private static BasicFileAttributes attributes(FoundFile file) throws SourceException {
    try {
      return Files.readAttributes(file.path(), BasicFileAttributes.class);
    } catch (IOException e) {
      throw new SourceException(e);
    }
  }

  private void seal() throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    List<Archive.Draft> drafts = new ArrayList<>();
    List<Acquired> events = new ArrayList<>();
    List<Boolean> isNew = new ArrayList<>();
    Set<Digest> seen = new HashSet<>();
    for (Waiting one : batch) {
      Digest digest = one.staged().digest();
      Acquired event = acquired(one);
      isNew.add(seen.add(digest) && !archive.holds(digest));
      drafts.add(new Archive.Draft(event, one.staged(), null));
      events.add(event);
    }
    long first = archive.log(drafts);
    for (int i = 0; i < batch.size(); i++) {
      Waiting one = batch.get(i);
      listener.sealed(one.file(), events.get(i), first + i, isNew.get(i));
    }
    batch.clear();
    batchBytes = 0;
    listener.batchSealed();
  }

  private Acquired acquired(Waiting one) {
    return new Acquired(
        one.staged().digest(),
        one.staged().size(),
        one.file().name(),
        one.file().place(),
        archive.surroundings().now(),
        archive.surroundings().program(),
        run,
        one.told().particulars(),
        one.told().handling());
  }

  @Override
  public void excluded(FoundFile file, String reason) {
    listener.excluded(file, reason);
  }

  @Override
  public void failed(FoundFile file, String reason) {
    listener.failed(file, reason);
  }

  @Override
  public boolean isStopped() {
    return stopped.getAsBoolean();
  }

  /** A fault of the source, as opposed to one of the archive's own disk. */
  private static final class SourceException extends IOException {
    private static final long serialVersionUID = 1;
    private final IOException source;

    SourceException(IOException source) {
      super(source);
      this.source = source;
    }
  }

  /** Marks the faults of reading, so that they are not taken for faults of writing. */
  private static final class SourceStream extends FilterInputStream {
    SourceStream(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.read(bytes, offset, length);
      } catch (IOException e) {
        throw new SourceException(e);
      }
    }
  }
}
