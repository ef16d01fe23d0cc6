package org.tamga.corroboration.passage;

import org.tamga.text.Span;

/**
 * Words of one text that come again in another, with both places.
 *
 * @param first place in the first text, in code points
 * @param second place in the second text
 * @param kind in what way they come again
 * @param words how many words the two places have in common; for a retelling, the words of the
 *     shorter sentence
 * @param similarity between 0 and 1: the share of the longer place that is common
 */
public record Passage(Span first, Span second, Kind kind, int words, double similarity) {
  /** In what way words come again. */
  public enum Kind {
    /** The same words, as each text's own. */
    COPY,
    /** The same words, given as somebody's by both texts. */
    QUOTE,
    /** The second text's own words, given as somebody's by the first. */
    QUOTED_BY_FIRST,
    /** The first text's own words, given as somebody's by the second. */
    QUOTED_BY_SECOND,
    /** A sentence told again in other words. */
    REWRITE,
    /** One speaker's words, given otherwise: at most one of the two is what was said. */
    REWORDED
  }
}
