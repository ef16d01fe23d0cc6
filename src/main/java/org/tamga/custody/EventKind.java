package org.tamga.custody;

/** The sorts of events that a log can hold, by the words of docs/spec/events.md. */
public enum EventKind {
  /** The archive was made. */
  CREATED("created", false, false),
  /** A public key is in use from here on. */
  KEY_ADDED("key-added", false, false),
  /** A document came in. */
  ACQUIRED("acquired", false, false),
  /** Two documents belong together. */
  LINKED("linked", false, false),
  /** A document is not to be shown to others. */
  WITHHELD("withheld", true, true),
  /** A withholding is over. */
  RELEASED("released", true, true),
  /** What an event said, and the bytes it brought in, were taken away. */
  DESTROYED("destroyed", true, true),
  /** A person decided about an annotation. */
  DECIDED("decided", false, true),
  /** What was lost or damaged was put back from a copy. */
  REPAIRED("repaired", false, false),
  /** A key is in use no more. */
  KEY_CLOSED("key-closed", false, true),
  /** What a key signed from some event on counts for nothing. */
  KEY_REVOKED("key-revoked", false, true);

  private final String word;
  private final boolean namesIndex;
  private final boolean signed;

  EventKind(String word, boolean namesIndex, boolean signed) {
    this.word = word;
    this.namesIndex = namesIndex;
    this.signed = signed;
  }

  /** The kind written as {@code word}, or {@link IllegalArgumentException}. */
  public static EventKind parse(String word) {
    for (EventKind kind : values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("an event of unknown kind '" + word + "'");
  }

  /** How the kind is written in an entry. */
  public String word() {
    return word;
  }

  /** Whether the entry names, in the open, the log index that it speaks of. */
  public boolean namesIndex() {
    return namesIndex;
  }

  /** Whether such an event is a person's act and carries that person's signature. */
  public boolean isSigned() {
    return signed;
  }
}
