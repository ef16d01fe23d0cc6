package org.tamga.extraction.statement;

import java.util.Set;
import org.tamga.extraction.language.WordList;
import org.tamga.extraction.mention.NounPhrase;

/**
 * The words and counts that the rules go by.
 *
 * @param rates how often each word in each frame tells
 * @param demands words of demanding
 * @param opinions verbs of opinion
 * @param denials words of denial
 * @param documents nouns for documents
 * @param addressing verbs whose object is the one spoken to
 * @param unsaid words before an infinitive that leave open whether it was said
 * @param inferring verbs by which something shows something
 * @param circumstances words that begin under which circumstances something was said
 * @param times words for points and stretches of time
 */
record Vocabulary(
    Rates rates,
    Set<String> demands,
    Set<String> opinions,
    Set<String> denials,
    Set<String> documents,
    Set<String> addressing,
    Set<String> unsaid,
    Set<String> inferring,
    Set<String> circumstances,
    Set<String> times) {
  /** Those that come with the program. */
  static Vocabulary standard() {
    return with(Rates.standard());
  }

  /** The words that come with the program, with other counts. */
  static Vocabulary with(Rates rates) {
    return new Vocabulary(
        rates,
        WordList.words(Vocabulary.class, "demand-words.txt"),
        WordList.words(Vocabulary.class, "opinion-words.txt"),
        WordList.words(Vocabulary.class, "denial-words.txt"),
        WordList.words(NounPhrase.class, "documents.txt"),
        WordList.words(Vocabulary.class, "addressing-words.txt"),
        WordList.words(Vocabulary.class, "unsaid-words.txt"),
        WordList.words(Vocabulary.class, "inferring-words.txt"),
        WordList.words(Vocabulary.class, "circumstance-words.txt"),
        WordList.words(NounPhrase.class, "time-words.txt"));
  }
}
