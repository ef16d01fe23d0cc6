package org.tamga.custody;

/** Says in words for a person why something could not be done with an archive, and what to do. */
public final class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final String hint;

  /** Why, as far as a script needs to know. */
  public enum Reason {
    /** There is no archive there, or none of a format that this program knows. */
    NOT_AN_ARCHIVE,
    /** Another program is writing. */
    BUSY,
    /** What is there is damaged; {@code verify} says where. */
    DAMAGED,
    /** A key is missing or is the wrong one. */
    KEY,
    /** Two histories of one archive: neither continues the other. */
    FORKED,
    /** What was asked for is not there, or not possible. */
    NOT_POSSIBLE
  }

  /**
   * @param what what happened
   * @param hint what the person can do
   */
  public ArchiveException(Reason reason, String what, String hint) {
    super(what);
    this.reason = reason;
    this.hint = hint;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** What the person can do. */
  public String hint() {
    return hint;
  }
}
