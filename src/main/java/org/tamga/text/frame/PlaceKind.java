package org.tamga.text.frame;

import java.util.Locale;

/** What the parts of a document are that people count. */
public enum PlaceKind {
  /** A page. */
  PAGE,
  /** A sheet of a spreadsheet. */
  SHEET,
  /** A slide. */
  SLIDE,
  /** A chapter, or whatever else the format parts documents into. */
  PART;

  /** How it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that is written so. */
  public static PlaceKind of(String word) throws NonsenseException {
    for (PlaceKind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new NonsenseException("there is no place '" + word + "'");
  }
}
