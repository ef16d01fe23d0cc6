package org.tamga.extraction.letter;

import java.util.Set;
import org.tamga.extraction.lexicon.Lexicon;

/** The words of a language by which letters are known. */
public record LetterWords(
    Set<String> salutations,
    Set<String> courtesies,
    Set<String> closings,
    Set<String> documents,
    Set<String> from,
    Set<String> to,
    Set<String> ends,
    Set<String> titles,
    Set<String> plural,
    Set<String> singular,
    Set<String> signedBy) {
  /** The words that the section names of {@code lexicon} stand for. */
  public static LetterWords of(Lexicon lexicon) {
    return new LetterWords(
        lexicon.words("salutation"),
        lexicon.words("courtesy"),
        lexicon.words("closing"),
        lexicon.words("document"),
        lexicon.words("from"),
        lexicon.words("to"),
        lexicon.words("end"),
        lexicon.words("title"),
        lexicon.words("we"),
        lexicon.words("i"),
        lexicon.words("signed by"));
  }
}
