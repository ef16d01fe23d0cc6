package org.tamga.extraction.statement;

import org.tamga.extraction.language.Sentence;

/**
 * A word that may tell of a saying, with the small words that belong to it.
 *
 * @param sentence the sentence that it stands in
 * @param first number of its first word ("had" in "had not said")
 * @param main number of the word itself
 * @param kind what kind of word it is
 * @param lemma its base form
 * @param shape the form of a verb
 * @param negated whether a negation belongs to it
 * @param modal the modal verb before it, or empty
 */
record Cue(
    Sentence sentence,
    int first,
    int main,
    Kind kind,
    String lemma,
    Shape shape,
    boolean negated,
    String modal) {
  /** What kind of word tells. */
  enum Kind {
    VERB,
    NOUN,
    ADJECTIVE,
    /** "according to" */
    SOURCE,
    /** A name and a colon at the start of a paragraph. */
    TURN,
    /** No word at all: a quotation by itself. */
    NONE
  }

  /** The form of a verb. */
  enum Shape {
    FINITE,
    INFINITIVE,
    GERUND,
    PASSIVE,
    NONE
  }

  /** Where its own words end, exclusive. */
  int end() {
    return kind == Kind.SOURCE ? main + 2 : main + 1;
  }

  /** The words of the telling as written, such as "has said". */
  String words(org.tamga.annotation.CitedText text) {
    if (kind == Kind.NONE || kind == Kind.TURN) {
      return "";
    }
    int from = sentence.tokens().get(first).start();
    int to = sentence.tokens().get(Math.min(end(), sentence.tokens().size()) - 1).end();
    return text.content().substring(from, to);
  }
}
