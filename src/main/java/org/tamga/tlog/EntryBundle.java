package org.tamga.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Up to 256 entries of a log in one file, each behind its length.
 *
 * <p>C2SP tlog-tiles: a big-endian 16-bit length, then that many bytes, for each entry.
 */
public final class EntryBundle {
  /** Longest entry in bytes: its length is written in 16 bits. */
  public static final int LONGEST_ENTRY_BYTES = 0xFFFF;

  private EntryBundle() {}

  /** The file's bytes for these entries. */
  public static byte[] write(List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > LONGEST_ENTRY_BYTES) {
        throw new MalformedLogException("an entry of " + entry.length + " bytes is too long");
      }
      out.write(entry.length >> 8);
      out.write(entry.length);
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }

  /** The entries in a file's bytes; refuses anything that is not exactly {@code width} entries. */
  public static List<byte[]> parse(byte[] bytes, int width) {
    List<byte[]> entries = parse(bytes);
    if (entries.size() != width) {
      throw new MalformedLogException(
          "the bundle holds " + entries.size() + " entries, not " + width);
    }
    return entries;
  }

  /** The entries in a file's bytes, however many. */
  public static List<byte[]> parse(byte[] bytes) {
    List<byte[]> entries = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      if (at + 2 > bytes.length) {
        throw new MalformedLogException("the bundle ends within a length");
      }
      int length = ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
      at += 2;
      if (at + length > bytes.length) {
        throw new MalformedLogException("the bundle ends within an entry");
      }
      entries.add(Arrays.copyOfRange(bytes, at, at + length));
      at += length;
    }
    return entries;
  }
}
