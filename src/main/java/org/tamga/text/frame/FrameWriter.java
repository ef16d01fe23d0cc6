package org.tamga.text.frame;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Writes frames into a pipe. */
public final class FrameWriter {
  private final DataOutputStream out;

  /** Writes to {@code out}, which should be buffered. */
  public FrameWriter(OutputStream out) {
    this.out = new DataOutputStream(out);
  }

  /** Writes one frame; it may wait in a buffer until {@link #flush}. */
  public void write(Frame frame) throws IOException {
    out.writeByte(frame.kind().letter());
    out.writeInt(frame.payload().length);
    out.write(frame.payload());
  }

  /** Writes all bytes of a stream as frames of this kind and returns how many bytes there were. */
  public long writeAll(FrameKind kind, InputStream bytes) throws IOException {
    byte[] buffer = new byte[Frame.PIECE_BYTES];
    long all = 0;
    for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
      if (n > 0) {
        write(new Frame(kind, Arrays.copyOf(buffer, n)));
        all += n;
      }
    }
    return all;
  }

  /** Sends what waits. */
  public void flush() throws IOException {
    out.flush();
  }
}
