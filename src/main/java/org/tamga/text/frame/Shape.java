package org.tamga.text.frame;

import java.util.Locale;

/** What a block of text is to its document, as far as the document's format says. */
public enum Shape {
  /** The title of the document. */
  TITLE,
  /** A heading of a section. */
  HEADING,
  /** Running text. */
  PARAGRAPH,
  /** One item of a list. */
  LIST_ITEM,
  /** A block set apart as quotation. */
  QUOTATION,
  /** One row of a table. */
  TABLE_ROW,
  /** The name of a document within this one; no words of its author. */
  MEMBER_NAME;

  /** How it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The shape that is written so. */
  public static Shape of(String word) throws NonsenseException {
    for (Shape shape : values()) {
      if (shape.word().equals(word)) {
        return shape;
      }
    }
    throw new NonsenseException("there is no shape '" + word + "'");
  }
}
