package org.tamga.text.parser.warc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * A message of HTTP/1.1 (RFC 9112) as a crawler wrote it down: first line, headers, and the body in
 * the shape in which it was sent.
 */
final class HttpMessage {
  /** Unpacked, a body may be this much: the worker has memory for no more. */
  static final int LARGEST_BYTES = 128 << 20;

  private final String firstLine;
  private final Map<String, String> headers;
  private final byte[] sent;

  private HttpMessage(String firstLine, Map<String, String> headers, byte[] sent) {
    this.firstLine = firstLine;
    this.headers = headers;
    this.sent = sent;
  }

  /** The body as it was sent. */
  byte[] sent() {
    return sent;
  }

  /** The message in {@code block}; nothing where there is none. */
  static Optional<HttpMessage> parse(byte[] block) {
    int end = headersEnd(block);
    if (end < 0) {
      return Optional.empty();
    }
    String[] lines = new String(block, 0, end, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
    Map<String, String> headers = new TreeMap<>(); // each name in lower case, with its last value
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.put(name, line.substring(colon + 1).strip());
      }
    }
    return Optional.of(
        new HttpMessage(lines[0], headers, Arrays.copyOfRange(block, end, block.length)));
  }

  /** Behind the empty line that ends the headers. */
  private static int headersEnd(byte[] block) {
    for (int i = 0; i < block.length; i++) {
      if (block[i] == '\n') {
        int next = i + 1 < block.length && block[i + 1] == '\r' ? i + 2 : i + 1;
        if (next < block.length && block[next] == '\n') {
          return next + 1;
        }
      }
    }
    return -1;
  }

  /** The status, such as 404; 0 where the first line has none. */
  int status() {
    String[] words = firstLine.split(" ", -1);
    return words.length > 1 && words[1].matches("[1-5]\\d\\d") ? Integer.parseInt(words[1]) : 0;
  }

  /** The media type that the server named, without parameters; empty where it named none. */
  String mediaType() {
    return header("content-type").split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /**
   * The body without the chunks that it was sent in. Crawlers often take the chunks away and leave
   * the header; then the body stays as it is.
   */
  byte[] entity() {
    return header("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")
        ? dechunked().orElse(sent)
        : sent;
  }

  private Optional<byte[]> dechunked() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(sent.length);
    int at = 0;
    while (at < sent.length) {
      int lineEnd = at;
      while (lineEnd < sent.length && sent[lineEnd] != '\n') {
        lineEnd++;
      }
      String line = new String(sent, at, lineEnd - at, StandardCharsets.ISO_8859_1);
      String size = line.split(";", -1)[0].strip();
      if (!size.matches("[0-9a-fA-F]{1,7}")) {
        return Optional.empty();
      }
      int length = Integer.parseInt(size, 16);
      if (length == 0) {
        return Optional.of(whole.toByteArray());
      }
      at = lineEnd + 1;
      int there = Math.min(length, sent.length - at);
      if (there <= 0) {
        break;
      }
      whole.write(sent, at, there);
      at += there;
      at += at < sent.length && sent[at] == '\r' ? 1 : 0;
      at += at < sent.length && sent[at] == '\n' ? 1 : 0;
    }
    return Optional.of(whole.toByteArray());
  }

  /** A body, unpacked. */
  static final class Content {
    private final byte[] bytes;
    private final String damage;

    private Content(byte[] bytes, String damage) {
      this.bytes = bytes;
      this.damage = damage;
    }

    byte[] bytes() {
      return bytes;
    }

    /** Why not all of it could be unpacked; empty where all was. */
    String damage() {
      return damage;
    }
  }

  /** The body as its author wrote it: without chunks, unpacked as far as that goes. */
  Content content() {
    byte[] entity = entity();
    String packed = header("content-encoding").toLowerCase(Locale.ROOT).strip();
    boolean isGzip = entity.length > 2 && entity[0] == 0x1f && entity[1] == (byte) 0x8b;
    ByteArrayInputStream bytes = new ByteArrayInputStream(entity);
    ByteArrayOutputStream whole = new ByteArrayOutputStream(entity.length);
    try {
      switch (packed) {
        case "gzip", "x-gzip" -> {
          if (!isGzip) {
            return new Content(entity, ""); // crawlers often unpack and leave the header
          }
          unpack(new GZIPInputStream(bytes), whole);
        }
        case "deflate" -> unpack(new InflaterInputStream(bytes), whole);
        case "br" -> unpack(new BrotliInputStream(bytes), whole);
        default -> {
          return new Content(entity, "");
        }
      }
      return new Content(whole.toByteArray(), "");
    } catch (IOException broken) {
      byte[] salvaged = whole.size() == 0 ? entity : whole.toByteArray();
      return new Content(salvaged, words(broken));
    }
  }

  private static String words(IOException broken) {
    String message = broken.getMessage();
    return message == null ? "it ends too early" : message;
  }

  private static void unpack(InputStream packed, ByteArrayOutputStream whole) throws IOException {
    byte[] piece = new byte[1 << 13];
    for (int read = packed.read(piece); read >= 0; read = packed.read(piece)) {
      whole.write(piece, 0, read);
      if (whole.size() > LARGEST_BYTES) {
        throw new IOException("stopped by the limit RATIO: it unpacks to more than 128 MiB");
      }
    }
  }
}
