package org.tamga.verify;

/** Says that a folder holds no archive, or none of a format that this program knows. */
public final class NotAnArchiveException extends Exception {
  private static final long serialVersionUID = 1;

  /** What there is instead, in words for a person. */
  public NotAnArchiveException(String message) {
    super(message);
  }
}
