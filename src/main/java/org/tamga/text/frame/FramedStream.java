package org.tamga.text.frame;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The bytes that frames of one kind carry, up to a frame that ends them, as one stream. */
public final class FramedStream extends InputStream {
  private final FrameReader frames;
  private final FrameKind piece;
  private final FrameKind end;
  private byte[] bytes = {};
  private int at;
  private boolean ended;

  /** The bytes of the {@code piece} frames that come next, up to the {@code end} frame. */
  public FramedStream(FrameReader frames, FrameKind piece, FrameKind end) {
    this.frames = frames;
    this.piece = piece;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (at == bytes.length) {
      if (ended) {
        return -1;
      }
      take(frames.read().orElseThrow(() -> new EOFException("the pipe ended within bytes")));
    }
    int n = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, to, offset, n);
    at += n;
    return n;
  }

  private void take(Frame frame) throws IOException {
    if (frame.kind() == end) {
      ended = true;
      bytes = new byte[0];
    } else if (frame.kind() == piece) {
      bytes = frame.payload();
    } else if (frame.kind() == FrameKind.MEMBER_BROKEN && piece == FrameKind.CONTENT) {
      throw new BrokenMemberException(frame.parseFields().getFirst());
    } else {
      throw new NonsenseException(frame.kind() + " among bytes");
    }
    at = 0;
  }
}
