package org.tamga.text;

import java.util.Objects;

/** What came of trying to read a document: its text, or the reason why there is none. */
public sealed interface Reading {
  /** The document was read. */
  record Read(ReadableText text) implements Reading {
    public Read {
      Objects.requireNonNull(text);
    }
  }

  /**
   * The document was not read; its bytes are sealed all the same.
   *
   * @param mediaType what the bytes seem to be
   * @param reason why, in words for a person
   */
  record NotRead(String mediaType, String reason) implements Reading {
    public NotRead {
      Objects.requireNonNull(mediaType);
      Objects.requireNonNull(reason);
    }
  }
}
