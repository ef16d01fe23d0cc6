package org.tamga.text.parser;

/** A document cannot be read, for a reason that can be told to a person. */
public final class NotReadable extends Exception {
  private static final long serialVersionUID = 1;

  /** The reason completes "not read: …". */
  public NotReadable(String reason) {
    super(reason);
  }
}
