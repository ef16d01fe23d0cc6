package org.tamga.timestamp;

/** Ends a check at the first thing that is wrong; never leaves this package. */
final class RejectionException extends Exception {
  private static final long serialVersionUID = 1;

  private final TimestampCode code;

  RejectionException(TimestampCode code, String detail) {
    super(detail.isEmpty() ? code.words() : code.words() + ": " + detail);
    this.code = code;
  }

  Verdict.Rejected verdict() {
    return new Verdict.Rejected(code, String.valueOf(getMessage()));
  }
}
