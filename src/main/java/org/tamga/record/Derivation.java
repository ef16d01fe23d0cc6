package org.tamga.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Annotation;
import org.tamga.custody.ArchiveView;
import org.tamga.text.Reading;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;
import org.tamga.vault.Vault;

/**
 * Makes the text and the annotations of one document and writes their files, or takes the files
 * that are there where they are what would be written.
 */
final class Derivation {
  /** Files wait for one another, because the disk is quicker with many at a time. */
  private static final long MOST_WAITING_BYTES = 32L << 20;

  private final Map<Path, byte[]> waiting = new LinkedHashMap<>();
  private long waitingBytes;
  private final Disk disk;
  private final Vault vault;
  private final DerivedLayout layout;
  private final Steps steps;

  Derivation(ArchiveView view, Steps steps) {
    this.disk = view.disk();
    this.vault = view.vault();
    this.layout = new DerivedLayout(view.layout().derived());
    this.steps = steps;
  }

  /**
   * What was made of one document.
   *
   * @param file how it was read
   * @param annotations what it says, in the order of the text
   * @param lines the same as record lines, without line breaks
   * @param content the readable text; null where there is none
   */
  record Derived(
      ReadingFile file,
      List<Annotation> annotations,
      List<String> lines,
      @Nullable String content) {}

  /**
   * Derives one document, which came from {@code source}; its files are written by {@link #flush}
   * at the latest. Whatever is wrong with it costs this document and no other.
   */
  Derived derive(Digest document, Known known, String source) throws IOException {
    Derived kept = kept(document, known);
    if (kept != null) {
      return kept;
    }
    Made made = make(document, known, source);
    if (made.reading() instanceof Reading.Read read) {
      byte[] text = read.text().content().getBytes(StandardCharsets.UTF_8);
      List<String> lines = new ArrayList<>();
      for (Annotation annotation : made.annotations()) {
        lines.add(RecordLines.write(document.toString(), known.path().display(), annotation));
      }
      byte[] annotations =
          String.join("", lines.stream().map(line -> line + "\n").toList())
              .getBytes(StandardCharsets.UTF_8);
      ReadingFile file =
          new ReadingFile(
              document,
              steps.version(),
              known.json(),
              made.reading(),
              Digest.of(text),
              Digest.of(annotations));
      write(layout.text(document), text);
      write(layout.annotations(document), annotations);
      write(layout.reading(document), file.bytes());
      return new Derived(file, made.annotations(), lines, read.text().content());
    }
    ReadingFile file =
        new ReadingFile(document, steps.version(), known.json(), made.reading(), null, null);
    disk.delete(layout.text(document));
    disk.delete(layout.annotations(document));
    write(layout.reading(document), file.bytes());
    return new Derived(file, List.of(), List.of(), null);
  }

  private void write(Path file, byte[] bytes) throws IOException {
    waiting.put(file, bytes);
    waitingBytes += bytes.length;
    if (waitingBytes > MOST_WAITING_BYTES) {
      flush();
    }
  }

  /** Writes what is waiting to be written; only now do the files exist. */
  void flush() throws IOException {
    disk.writeAllAtomically(waiting);
    waiting.clear();
    waitingBytes = 0;
  }

  private @Nullable Derived kept(Digest document, Known known) {
    try {
      byte[] bytes = disk.readAll(layout.reading(document), ReadingFile.LARGEST_BYTES);
      ReadingFile file = ReadingFile.parse(bytes);
      if (!file.document().equals(document)
          || !file.steps().equals(steps.version())
          || !file.known().equals(known.json())) {
        return null;
      }
      if (file.text() == null || file.annotations() == null) {
        return new Derived(file, List.of(), List.of(), null);
      }
      byte[] text = disk.readAll(layout.text(document), ReadingFile.LARGEST_BYTES);
      byte[] lines = disk.readAll(layout.annotations(document), ReadingFile.LARGEST_BYTES);
      if (!Digest.of(text).equals(file.text()) || !Digest.of(lines).equals(file.annotations())) {
        return null;
      }
      List<String> read = new String(lines, StandardCharsets.UTF_8).lines().toList();
      return new Derived(
          file,
          read.stream().map(RecordLineReader::annotation).toList(),
          read,
          new String(text, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException notUsable) {
      return null;
    }
  }

  private record Made(Reading reading, List<Annotation> annotations) {}

  /** A stack or a heap that one document overflows is that document's fault, not the archive's. */
  private Made make(Digest document, Known known, String source) {
    try {
      Reading reading = read(document, known, source);
      if (!(reading instanceof Reading.Read read)) {
        return new Made(reading, List.of());
      }
      List<Annotation> annotations =
          steps.annotator().annotate(document.toString(), read.text(), known.metadata());
      requireWriteable(document, known, read);
      return new Made(reading, List.copyOf(annotations));
    } catch (NoSuchFileException missing) {
      return notRead("its bytes are missing from the vault; tamga verify says more");
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError failed) {
      return notRead("the reader failed: " + words(failed));
    }
  }

  private Reading read(Digest document, Known known, String source) throws IOException {
    MessageDigest computation = Digest.sha256();
    var told =
        new DocumentReader.Told(known.name(), known.metadata(), source, () -> vault.open(document));
    try (InputStream bytes = new DigestInputStream(vault.open(document), computation)) {
      Reading reading = steps.reader().read(document, bytes, told);
      if (reading instanceof Reading.Read) {
        bytes.transferTo(OutputStream.nullOutputStream());
        if (!Digest.of(computation).equals(document)) {
          return new Reading.NotRead(
              "application/octet-stream",
              "its bytes are not those that were sealed; tamga verify says more");
        }
      }
      return reading;
    }
  }

  /** Refuses here, where it costs one document, what the files could not hold. */
  private void requireWriteable(Digest document, Known known, Reading.Read read) {
    String content = read.text().content();
    byte[] text = content.getBytes(StandardCharsets.UTF_8);
    if (!new String(text, StandardCharsets.UTF_8).equals(content)) {
      throw new IllegalArgumentException("a text with half of a character");
    }
    Digest any = Digest.of(text);
    ReadingFile.parse(
        new ReadingFile(document, steps.version(), known.json(), read, any, any).bytes());
  }

  private static Made notRead(String reason) {
    return new Made(new Reading.NotRead("application/octet-stream", reason), List.of());
  }

  private static String words(Throwable failed) {
    String kind = failed.getClass().getSimpleName();
    String message = failed.getMessage();
    if (message == null || message.isBlank() || failed instanceof Error) {
      return kind;
    }
    return kind + ": " + message.lines().findFirst().orElse("").replaceAll("\\p{Cs}", "?");
  }
}
