package org.tamga.text.wall;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes the members of a container as they come back through the wall. */
@FunctionalInterface
public interface MemberSink {
  /** Looks at no member. */
  MemberSink NONE = (path, bytes) -> bytes.transferTo(OutputStream.nullOutputStream());

  /**
   * Takes one member.
   *
   * @param path the path within the container, as the container says: hostile
   * @param bytes its bytes; reading them throws a {@link WorkerFailure} where the worker fails, and
   *     then the member is not whole
   */
  void member(String path, InputStream bytes) throws IOException;
}
