package org.tamga.text.wall;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.tamga.text.Metadata;
import org.tamga.text.Reading;
import org.tamga.text.Reading.NotRead;
import org.tamga.text.TextReader;
import org.tamga.text.TextReader.Mapping;

/**
 * Reads every document: plain text and web pages here, everything else behind the wall.
 *
 * <p>What a document is, its content decides; tables and subtitles, which are plain text to the
 * eye, go by their names.
 */
public final class WalledReader {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String UNKNOWN = "application/octet-stream";

  private final Wall wall;
  private final Mapping mapping;

  /** Reads with this wall, which belongs to the caller, and keeps the way back to the sources. */
  public WalledReader(Wall wall) {
    this(wall, Mapping.TO_SOURCE);
  }

  /** Reads with this wall, which belongs to the caller. */
  public WalledReader(Wall wall, Mapping mapping) {
    this.wall = wall;
    this.mapping = mapping;
  }

  /** What was found out about a document before anything known of it from outside is added. */
  public sealed interface Found {
    /** The reading, with what is known of the document from outside. */
    Reading reading(Metadata known);

    /** Whether it was brought to the wall. */
    default boolean isWalled() {
      return true;
    }

    /** How many characters it holds in memory. */
    default long characters() {
      return 0;
    }

    /** It was taken apart behind the wall. */
    record Apart(Parsed parsed) implements Found {
      @Override
      public Reading reading(Metadata known) {
        return ParsedText.reading(parsed, known);
      }

      @Override
      public long characters() {
        return parsed.characters();
      }
    }

    /** It is none for the wall. */
    final class Plain implements Found {
      private final byte[] bytes;
      private final String name;
      private final Mapping mapping;

      private Plain(byte[] bytes, String name, Mapping mapping) {
        this.bytes = bytes;
        this.name = name;
        this.mapping = mapping;
      }

      @Override
      public Reading reading(Metadata known) {
        return TextReader.read(bytes, name, known, mapping);
      }

      @Override
      public boolean isWalled() {
        return false;
      }
    }

    /** It could not be taken apart. */
    record Failed(NotRead why) implements Found {
      @Override
      public Reading reading(Metadata known) {
        return why;
      }
    }
  }

  /** Reads one document; its members are looked at by nobody. */
  public Reading read(InputStream bytes, String name, Metadata known, Source source)
      throws IOException {
    return find(bytes, name, source, MemberSink.NONE).reading(known);
  }

  /**
   * Takes one document apart as far as it needs to be.
   *
   * @param sink takes the members, where it is a container
   * @throws IOException where its bytes cannot be read or a member cannot be kept
   */
  public Found find(InputStream bytes, String name, Source source, MemberSink sink)
      throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(bytes, BUFFER_BYTES);
    Optional<String> mediaType = walledType(buffered, name);
    if (mediaType.isPresent()) {
      return apart(buffered, name, source, sink, mediaType.get());
    }
    byte[] all = buffered.readNBytes(TextReader.LARGEST_SOURCE_BYTES + 1);
    if (all.length <= TextReader.LARGEST_SOURCE_BYTES && isNoText(all)) {
      return apart(new ByteArrayInputStream(all), name, source, sink, UNKNOWN);
    }
    return new Found.Plain(all, name, mapping);
  }

  /** Most documents that are text are spared being decoded twice. */
  private static boolean isNoText(byte[] all) {
    byte[] start = Arrays.copyOf(all, Math.min(all.length, TextReader.TELLING_BYTES));
    boolean suspicious = TextReader.isNoText(start);
    for (int i = start.length; i < all.length && !suspicious; i++) {
      suspicious = all[i] == 0;
    }
    return suspicious && TextReader.isNoText(all);
  }

  /**
   * Whether a document may be a container, so that it is worth being opened for its members; its
   * start is read and put back.
   */
  public static boolean mayHoldMembers(BufferedInputStream bytes, String name) throws IOException {
    bytes.mark(BUFFER_BYTES);
    byte[] start = bytes.readNBytes(TextReader.TELLING_BYTES);
    bytes.reset();
    return TextReader.walledType(start, name).isPresent() || TextReader.isNoText(start);
  }

  private static Optional<String> walledType(BufferedInputStream bytes, String name)
      throws IOException {
    bytes.mark(BUFFER_BYTES);
    byte[] start = bytes.readNBytes(TextReader.TELLING_BYTES);
    bytes.reset();
    return TextReader.walledType(start, name);
  }

  private Found apart(
      InputStream bytes, String name, Source source, MemberSink sink, String mediaType)
      throws IOException {
    try {
      return new Found.Apart(wall.parse(source, "read", name, "", bytes, sink));
    } catch (WorkerFailure failed) {
      return new Found.Failed(new NotRead(mediaType, failed.reason()));
    }
  }
}
