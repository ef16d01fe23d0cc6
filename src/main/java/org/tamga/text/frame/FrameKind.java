package org.tamga.text.frame;

/** What a frame is about, and how long it may be. docs/spec/wall.md, "Frames". */
public enum FrameKind {
  /** The program asks for a document to be taken apart. */
  JOB('J', 3, 16 << 10),
  /** A piece of the document's bytes. */
  BYTES('B', 0, Frame.PIECE_BYTES),
  /** The document is complete. */
  END('E', 0, 0),
  /** A worker is ready. */
  HELLO('H', 1, 64),
  /** A page, a sheet or the like begins. */
  PLACE('P', 4, 4 << 10),
  /** A block of text. */
  TEXT('T', 2, 1 << 20),
  /** Something that the document says of itself. */
  DETAIL('D', 2, 64 << 10),
  /** Something that a person should know before opening the document. */
  WARNING('W', 2, 4 << 10),
  /** A member of a container begins. */
  MEMBER('M', 1, 16 << 10),
  /** A piece of the member's bytes. */
  CONTENT('C', 0, Frame.PIECE_BYTES),
  /** The member is complete. */
  MEMBER_END('Z', 0, 0),
  /** The member cannot be completed. */
  MEMBER_BROKEN('X', 1, 4 << 10),
  /** The job is done. */
  ANSWER('A', 3, 4 << 10);

  private final char letter;
  private final int fields;
  private final int longestBytes;

  FrameKind(char letter, int fields, int longestBytes) {
    this.letter = letter;
    this.fields = fields;
    this.longestBytes = longestBytes;
  }

  char letter() {
    return letter;
  }

  /** How many fields it has; a frame without any may hold plain bytes. */
  int fields() {
    return fields;
  }

  /** The longest payload that is accepted, in bytes. */
  public int longestBytes() {
    return longestBytes;
  }

  static FrameKind of(int letter) throws NonsenseException {
    for (FrameKind kind : values()) {
      if (kind.letter == letter) {
        return kind;
      }
    }
    throw new NonsenseException("there is no frame of kind " + letter);
  }
}
