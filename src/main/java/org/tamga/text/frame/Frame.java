package org.tamga.text.frame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One message between the program and a worker. docs/spec/wall.md, "Frames". */
public final class Frame {
  /** Bytes travel in pieces of this size at most: much for a pipe, little for a heap. */
  public static final int PIECE_BYTES = 64 << 10;

  /** What a worker says first. */
  public static final String GREETING = "tamga worker 1";

  private static final int LENGTH_BYTES = 4;

  private final FrameKind kind;
  private final byte[] payload;

  /**
   * A frame.
   *
   * @param payload its bytes, at most as many as the kind allows; not copied, so do not change them
   */
  public Frame(FrameKind kind, byte[] payload) {
    if (payload.length > kind.longestBytes()) {
      throw new IllegalArgumentException(kind + " of " + payload.length + " bytes");
    }
    this.kind = kind;
    this.payload = payload;
  }

  /** What it is about. */
  public FrameKind kind() {
    return kind;
  }

  /** Its bytes, which are not to be changed. */
  byte[] payload() {
    return payload;
  }

  /** A frame of these fields. */
  public static Frame of(FrameKind kind, String... fields) {
    if (fields.length != kind.fields()) {
      throw new IllegalArgumentException(kind + " has " + kind.fields() + " fields");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String field : fields) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      all.writeBytes(ByteBuffer.allocate(LENGTH_BYTES).putInt(bytes.length).array());
      all.writeBytes(bytes);
    }
    return new Frame(kind, all.toByteArray());
  }

  /**
   * The fields, as many as the kind has.
   *
   * @throws NonsenseException if the payload is anything else than these fields
   */
  public List<String> parseFields() throws NonsenseException {
    ByteBuffer rest = ByteBuffer.wrap(payload);
    List<String> fields = new ArrayList<>();
    while (fields.size() < kind.fields()) {
      int length = rest.remaining() < LENGTH_BYTES ? -1 : rest.getInt();
      if (length < 0 || length > rest.remaining()) {
        throw new NonsenseException(kind + " is cut short");
      }
      fields.add(text(rest.slice(rest.position(), length)));
      rest.position(rest.position() + length);
    }
    if (rest.hasRemaining()) {
      throw new NonsenseException(kind + " has something behind its fields");
    }
    return fields;
  }

  private String text(ByteBuffer bytes) throws NonsenseException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      if (text.indexOf('\0') >= 0) {
        throw new NonsenseException(kind + " has a field with U+0000");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new NonsenseException(kind + " has a field that is not UTF-8");
    }
  }
}
