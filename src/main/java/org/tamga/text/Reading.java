package org.tamga.text;

import java.util.List;
import java.util.Objects;
import org.tamga.vault.Digest;

/** What came of trying to read a document: its text, or the reason why there is none. */
public sealed interface Reading {
  /** What was noticed beside the text. */
  Noted noted();

  /** The document was read. */
  record Read(ReadableText text, Noted noted) implements Reading {
    public Read {
      Objects.requireNonNull(text);
      Objects.requireNonNull(noted);
    }

    /** A document of which there is nothing to tell but its text. */
    public Read(ReadableText text) {
      this(text, Noted.NOTHING);
    }
  }

  /**
   * The document was not read; its bytes are sealed all the same.
   *
   * @param mediaType what the bytes seem to be
   * @param reason why, in words for a person
   */
  record NotRead(String mediaType, String reason, Noted noted) implements Reading {
    public NotRead {
      Objects.requireNonNull(mediaType);
      Objects.requireNonNull(reason);
      Objects.requireNonNull(noted);
    }

    /** A document of which there is nothing to tell but why it was not read. */
    public NotRead(String mediaType, String reason) {
      this(mediaType, reason, Noted.NOTHING);
    }
  }

  /**
   * What was noticed beside the text.
   *
   * @param details what the document says of itself, in its format's own fields
   * @param warnings what a person should know before opening it
   * @param members the documents that it contains, in its order
   */
  record Noted(List<Detail> details, List<Warning> warnings, List<Member> members) {
    /** Nothing. */
    public static final Noted NOTHING = new Noted(List.of(), List.of(), List.of());

    public Noted {
      details = List.copyOf(details);
      warnings = List.copyOf(warnings);
      members = List.copyOf(members);
    }
  }

  /**
   * Something that a document says of itself, such as who a message is from; as it says it.
   *
   * @param name {@code from}, {@code camera} and so on: docs/spec/wall.md, "Frames"
   */
  record Detail(String name, String value) {}

  /**
   * Something that a person should know before opening a document.
   *
   * @param code stable, for programs, such as {@code MACROS}
   * @param words for people
   */
  record Warning(String code, String words) {}

  /**
   * A document within a document: an attachment, a file of an archive.
   *
   * @param path where it is within its container, as the container says
   * @param digest of its bytes
   */
  record Member(String path, Digest digest) {}
}
