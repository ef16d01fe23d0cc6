package org.tamga.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A text with signatures beneath it.
 *
 * <p>C2SP signed-note: the text, an empty line, then one line for each signature.
 *
 * @param text the signed text, ending in a line break
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** Largest note read, in bytes: sixteen post-quantum signatures fit several times over. */
  public static final int LARGEST_BYTES = 1 << 20;

  private static final String DASH = "— ";

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || signatures.isEmpty()) {
      throw new MalformedLogException("a note is text ending in a line break, and signatures");
    }
  }

  /**
   * One signature line.
   *
   * @param name the name of the key
   * @param keyId eight hex digits
   * @param hex what follows the key id, in hex
   */
  public record NoteSignature(String name, String keyId, String hex) {
    public NoteSignature {
      if (!VerifierKey.isKeyName(name) || keyId.length() != 8 || hex.isEmpty()) {
        throw new MalformedLogException("not a signature line");
      }
    }

    /** A line for a signature by {@code key}. */
    public static NoteSignature of(VerifierKey key, byte[] signature) {
      return new NoteSignature(key.name(), key.keyId(), HexFormat.of().formatHex(signature));
    }

    /**
     * A line for a signature by {@code key}, with the time before it where the type states one.
     *
     * @param timeSeconds seconds since 1970
     */
    public static NoteSignature of(VerifierKey key, long timeSeconds, byte[] signature) {
      if (!key.type().isTimestamped()) {
        return of(key, signature);
      }
      ByteBuffer timed = ByteBuffer.allocate(Long.BYTES + signature.length);
      return of(key, timed.putLong(timeSeconds).put(signature).array());
    }

    /** Whether the line says that it is by {@code key}. */
    public boolean names(VerifierKey key) {
      return name.equals(key.name()) && keyId.equals(key.keyId());
    }

    /** The raw bytes behind the key id. */
    public byte[] bytes() {
      return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
      return DASH + name + " " + StrictBase64.encode(HexFormat.of().parseHex(keyId + hex)) + "\n";
    }
  }

  /** The note in these bytes, or {@link MalformedLogException} where they are not canonical. */
  public static SignedNote parse(byte[] bytes) {
    if (bytes.length > LARGEST_BYTES) {
      throw new MalformedLogException("a note of " + bytes.length + " bytes is too large");
    }
    String all = utf8(bytes);
    if (all.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
      throw new MalformedLogException("a note with control characters");
    }
    int blank = all.lastIndexOf("\n\n");
    if (blank < 0 || !all.endsWith("\n")) {
      throw new MalformedLogException("a note without signatures");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    String lines = all.substring(blank + 2);
    for (String line : lines.isEmpty() ? new String[0] : lines.split("\n")) {
      signatures.add(signature(line));
    }
    SignedNote note = new SignedNote(all.substring(0, blank + 1), signatures);
    if (!Arrays.equals(note.bytes(), bytes)) {
      throw new MalformedLogException("a note that is not in its canonical form");
    }
    return note;
  }

  private static NoteSignature signature(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new MalformedLogException("not a signature line: " + line);
    }
    byte[] raw = StrictBase64.decode(line.substring(space + 1));
    if (raw.length < 5) {
      throw new MalformedLogException("a signature without bytes");
    }
    String hex = HexFormat.of().formatHex(raw);
    return new NoteSignature(
        line.substring(DASH.length(), space), hex.substring(0, 8), hex.substring(8));
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedLogException("a note that is not UTF-8");
    }
  }

  /** The note as bytes, which {@link #parse} reads back. */
  public byte[] bytes() {
    StringBuilder all = new StringBuilder(text).append('\n');
    signatures.forEach(all::append);
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }
}
