package org.tamga.text.parser.warc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Goes through a web archive from its first byte to its last and tells of each record what it is
 * and what became of it.
 *
 * <p>What cannot be read as a record is skipped to the next beginning of one, and told.
 */
final class WebArchive {
  /** A record longer than this stays in the archive file alone. */
  static final int LARGEST_RECORD_BYTES = 128 << 20;

  /** How much is looked through at once for the next beginning of a record. */
  private static final int WINDOW_BYTES = 1 << 16;

  private static final byte[] PLAIN_START = "WARC/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HEADERS_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PACKED_START = {0x1f, (byte) 0x8b, 8};

  private final FileChannel file;
  private final Visitor visitor;
  private long done;

  private WebArchive(FileChannel file, Visitor visitor) {
    this.file = file;
    this.visitor = visitor;
  }

  /** Hears what is in the archive. */
  interface Visitor {
    /** A record, and what became of it. */
    void record(Row row) throws IOException;

    /** Something that does not hold. */
    void warning(String code, String words) throws IOException;

    /** A document that was captured. */
    void document(Row row, byte[] content) throws IOException;
  }

  /**
   * One record.
   *
   * @param type {@code response}, {@code revisit} and so on
   * @param date when it was captured, as the archive says; empty where it does not
   * @param uri what was captured; empty where it is about no address
   * @param what status and media type
   * @param became what became of it
   */
  record Row(String type, String date, String uri, String what, String became) {
    Row became(String words) {
      return new Row(type, date, uri, what, words);
    }
  }

  static void read(Path path, Visitor visitor) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      WebArchive archive = new WebArchive(file, visitor);
      boolean packed = archive.startsPacked();
      long from = 0;
      while (from >= 0 && from < file.size()) {
        long reached = archive.readFrom(from, packed);
        from = reached < 0 ? -1 : archive.next(reached, packed ? PACKED_START : PLAIN_START);
        if (reached >= 0) {
          long end = from < 0 ? file.size() : from;
          visitor.warning(
              "WARC_DAMAGED",
              end - reached + " bytes from byte " + reached + " on are no record; they were left");
        }
      }
    }
  }

  /** Whether a file packed with gzip is a web archive; its name is not asked. */
  static boolean isPacked(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path);
        InputStream unpacked = new GZIPInputStream(file)) {
      return Arrays.equals(unpacked.readNBytes(PLAIN_START.length), PLAIN_START);
    } catch (ZipException | EOFException noGzip) {
      return false;
    }
  }

  private boolean startsPacked() throws IOException {
    ByteBuffer start = ByteBuffer.allocate(2);
    var unused = file.read(start, 0);
    return start.get(0) == PACKED_START[0] && start.get(1) == PACKED_START[1];
  }

  /**
   * Reads records from a place on; where that fails, a place within or behind the last whole one.
   */
  private long readFrom(long start, boolean packed) throws IOException {
    var unused = file.position(start);
    done = start;
    WarcReader reader = new WarcReader(file);
    reader.setLenient(true);
    try {
      for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        long at = reader.position();
        long length = new RecordVisit(next.get(), visitor).run();
        done = packed ? at + 1 : next(at, HEADERS_END) + HEADERS_END.length + length;
      }
      return -1;
    } catch (IOException | RuntimeException broken) {
      return Math.min(done, file.size());
    }
  }

  /** Where {@code sign} stands next from {@code from} on; -1 where it does not. */
  private long next(long from, byte[] sign) throws IOException {
    ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES);
    for (long at = from; at < file.size(); at += WINDOW_BYTES - sign.length) {
      window.clear();
      int length = file.read(window, at);
      for (int i = 0; i + sign.length <= length; i++) {
        if (at + i > from && matches(window.array(), i, sign)) {
          return at + i;
        }
      }
    }
    return -1;
  }

  private static boolean matches(byte[] bytes, int at, byte[] sign) {
    for (int i = 0; i < sign.length; i++) {
      if (bytes[at + i] != sign[i]) {
        return false;
      }
    }
    return true;
  }
}
