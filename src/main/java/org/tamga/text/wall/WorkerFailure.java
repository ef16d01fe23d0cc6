package org.tamga.text.wall;

import java.io.IOException;

/** A worker failed at a document; the message is the reason, in words for a person. */
public final class WorkerFailure extends IOException {
  private static final long serialVersionUID = 1;

  WorkerFailure(String reason) {
    super(reason);
  }

  /** What is said where a limit stopped the work. docs/spec/wall.md has the limits. */
  static WorkerFailure limit(String limit, String words) {
    return new WorkerFailure("stopped by the limit " + limit + ": " + words);
  }

  /** The reason, in words for a person. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
