package org.tamga.extraction.statement;

import java.util.List;
import org.tamga.extraction.weight.Features;
import org.tamga.text.Span;

/**
 * A stretch of words that may be what somebody said.
 *
 * @param cue what may tell of it
 * @param frame how the two stand to each other
 * @param word what narrows the frame down, such as the preposition; else empty
 * @param parts the words, in pieces in order of place
 * @param features what is noted about it
 */
record Proposal(Cue cue, Frame frame, String word, List<Span> parts, Features features) {
  Proposal {
    parts = List.copyOf(parts);
  }

  /** The place of the first piece, which record lines give as the statement's own. */
  Span span() {
    return parts.getFirst();
  }

  /** From the first piece's start to the last piece's end. */
  Span reach() {
    return new Span(parts.getFirst().start(), parts.getLast().end());
  }

  /** The row of the rates table that speaks of it. */
  String rateKey() {
    String kind = cue.kind().name().toLowerCase(java.util.Locale.ROOT);
    String name = frame.name().toLowerCase(java.util.Locale.ROOT);
    return Rates.key(cue.lemma(), kind, word.isEmpty() ? name : name + ':' + word);
  }
}
