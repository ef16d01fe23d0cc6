package org.tamga.corroboration.genealogy;

import java.util.Locale;

/**
 * How one figure of a genealogy stands to another.
 *
 * @param of id of the figure that it is said of
 * @param to id of the other
 * @param why in words for a person
 */
public record Relation(Kind kind, String of, String to, String why) {
  /** The kinds, by the words of docs/spec/genealogy.md. */
  public enum Kind {
    /** It takes the place of the other. */
    SUPERSEDES,
    /** It gives the other's number and names whoever gave it. */
    CITES,
    /** Both cannot hold, and no time explains it. */
    CONTRADICTS,
    /** Both cannot hold for one time. */
    DIFFERS;

    /** How it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
