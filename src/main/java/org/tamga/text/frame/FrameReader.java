package org.tamga.text.frame;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads frames from a pipe and refuses whatever is none. */
public final class FrameReader {
  private final DataInputStream in;

  /** Reads from {@code in}, which should be buffered. */
  public FrameReader(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /**
   * The next frame; nothing where the pipe ends between two frames.
   *
   * @throws NonsenseException if the bytes are no frame
   * @throws EOFException if the pipe ends within a frame
   */
  public Optional<Frame> read() throws IOException {
    int letter = in.read();
    if (letter < 0) {
      return Optional.empty();
    }
    FrameKind kind = FrameKind.of(letter);
    int length = in.readInt();
    if (length < 0 || length > kind.longestBytes()) {
      throw new NonsenseException(kind + " of " + Integer.toUnsignedString(length) + " bytes");
    }
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException("the pipe ended within a frame");
    }
    return Optional.of(new Frame(kind, payload));
  }

  /** The next frame, where there has to be one. */
  public Frame next() throws IOException {
    return read().orElseThrow(() -> new EOFException("the pipe ended"));
  }
}
