package org.tamga.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.Handling;

/**
 * What a documenter knows of files and the files do not say: who published them, when, and how they
 * may be used. Read from a table with one file a line.
 *
 * <p>Bad input is the normal case. Whatever cannot be understood becomes a message that names its
 * line; a handling that cannot be understood counts as protected.
 *
 * <p>Specification: docs/spec/manifest.md.
 *
 * @param rows what is known of each file, by the file's real path
 * @param messages what a person should look at, in order of lines
 */
public record Manifest(Map<Path, Row> rows, List<Message> messages) {
  /** The largest manifest read, in bytes: about a hundred thousand lines. */
  public static final int LARGEST_BYTES = 32 * 1024 * 1024;

  /** Nothing known of any file. */
  public static final Manifest EMPTY = new Manifest(Map.of(), List.of());

  public Manifest {
    rows = Map.copyOf(rows);
    messages = List.copyOf(messages);
  }

  /**
   * What one line says of one file; what it does not say is null.
   *
   * @param line number of the line in the manifest, the first being 1
   * @param path the path as the manifest writes it
   * @param publisher who put the document out
   * @param published when, ISO 8601, as precise as known: a year, a month, a day or an instant
   * @param captured when it was copied from where it stood, ISO 8601
   * @param author its byline
   * @param language BCP 47 tag
   * @param source where it came from, in the documenter's words
   * @param url where it stood
   * @param handling how it may be used
   * @param versionOf what it is a later or earlier version of, in the documenter's words
   * @param translationOf what it is a translation of
   */
  public record Row(
      long line,
      String path,
      @Nullable String publisher,
      @Nullable String published,
      @Nullable String captured,
      @Nullable String author,
      @Nullable String language,
      @Nullable String source,
      @Nullable String url,
      @Nullable Handling handling,
      @Nullable String versionOf,
      @Nullable String translationOf) {
    /** This row under a handling at least as strict as {@code other}'s. */
    Row handledAsStrictlyAs(@Nullable Handling other) {
      Handling both =
          handling == null || other == null
              ? handling == null ? other : handling
              : handling.strictest(other);
      return new Row(
          line,
          path,
          publisher,
          published,
          captured,
          author,
          language,
          source,
          url,
          both,
          versionOf,
          translationOf);
    }
  }

  /**
   * Something in a manifest that a person should look at.
   *
   * @param line number of the line, the first being 1; 0 for the manifest as a whole
   * @param words what is wrong and what was made of it
   */
  public record Message(long line, String words) {
    @Override
    public String toString() {
      return line == 0 ? words : "line " + line + ": " + words;
    }
  }

  /**
   * Reads the manifest {@code file}.
   *
   * @throws IOException if the file cannot be read at all; what stands in it never throws
   */
  public static Manifest read(Path file) throws IOException {
    return new ManifestReader(file).read();
  }

  /** What the manifest says of {@code file}. */
  public Optional<Row> rowOf(Path file) {
    return Optional.ofNullable(rows.get(realPath(file)));
  }

  /** The one path of {@code file}, whatever links lead to it; absent files keep their own. */
  static Path realPath(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }
}
