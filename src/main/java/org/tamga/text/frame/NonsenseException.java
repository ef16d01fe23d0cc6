package org.tamga.text.frame;

import java.io.IOException;

/** The other side wrote something that docs/spec/wall.md does not have. */
public final class NonsenseException extends IOException {
  private static final long serialVersionUID = 1;

  /** Says in words what was wrong. */
  public NonsenseException(String message) {
    super(message);
  }
}
