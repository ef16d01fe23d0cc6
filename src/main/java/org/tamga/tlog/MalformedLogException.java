package org.tamga.tlog;

/** Says that something read from a log is not in the one form that its specification allows. */
public final class MalformedLogException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** What is wrong, in words for a person. */
  public MalformedLogException(String message) {
    super(message);
  }
}
