package org.tamga.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * The characters of a source and the charset by which its bytes became characters.
 *
 * @param text the characters; bytes that mean nothing in the charset became U+FFFD; no byte-order
 *     mark
 * @param charset how the bytes were read
 * @param markBytes length of the byte-order mark left out, in bytes
 */
record DecodedSource(String text, Charset charset, int markBytes) {

  /** Decodes all of {@code source} behind its mark; what cannot be read becomes U+FFFD. */
  static DecodedSource decode(byte[] source, Charset charset, int markBytes) {
    ByteBuffer bytes = ByteBuffer.wrap(source, markBytes, source.length - markBytes);
    return new DecodedSource(charset.decode(bytes).toString(), charset, markBytes);
  }

  /**
   * Where in the source each of some characters begins.
   *
   * <p>The bytes are decoded once more from the start, in steps that end at the places asked for,
   * so that this holds for charsets with shifts and for malformed bytes too.
   *
   * @param source the bytes that were decoded
   * @param places places in {@link #text}, in UTF-16 units, never falling
   * @return for each place the number of bytes before it
   */
  long[] byteOffsets(byte[] source, int[] places) {
    if (source.length - markBytes == text.length()) { // a byte each, as in most Western pages
      return Arrays.stream(places).mapToLong(place -> markBytes + place).toArray();
    }
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    ByteBuffer in = ByteBuffer.wrap(source, markBytes, source.length - markBytes);
    CharBuffer out = CharBuffer.allocate(8192);
    long[] offsets = new long[places.length];
    int at = 0;
    for (int i = 0; i < places.length; i++) {
      while (at < places[i] && in.hasRemaining()) {
        out.clear();
        out.limit(Math.min(out.capacity(), places[i] - at));
        var unused = decoder.decode(in, out, true);
        if (out.position() == 0) {
          break; // the place stands between the halves of a pair
        }
        at += out.position();
      }
      offsets[i] = in.position();
    }
    return offsets;
  }
}
