package org.tamga.extraction.mention;

import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.text.Span;

/**
 * A phrase that may stand for somebody: "she", "Dana Orlan", "the five groups".
 *
 * @param sentence the sentence that it stands in
 * @param first number of its first word in the sentence
 * @param head number of the word that it is about
 * @param last number of its last word
 * @param kind by what kind of word it speaks of somebody
 */
public record NounPhrase(Sentence sentence, int first, int head, int last, Kind kind) {
  /** By what kind of word a phrase speaks of somebody. */
  public enum Kind {
    /** "she", "they" */
    PRONOUN,
    /** "who", "which" */
    RELATIVE,
    /** "Dana Orlan", "the Harbour Council" */
    NAME,
    /** "the five groups" */
    COMMON
  }

  /** Its place, in code points. */
  public Span span() {
    return new Span(
        sentence.tokens().get(first).span().start(), sentence.tokens().get(last).span().end());
  }

  /** The word that it is about. */
  public Token headToken() {
    return sentence.tokens().get(head);
  }

  /** "Asked by Finch whether …, she": whether it is who asks, and so not who answers. */
  public boolean isAsker() {
    int by = first - 1;
    return by > 0 && isWord(by, "by") && isWord(by - 1, "asked");
  }

  /** "(Photo by Dana Orlan)": whether it stands in brackets, aside of what is told. */
  boolean isBracketed() {
    for (int i = first - 1; i >= 0 && !isWord(i, ")"); i--) {
      if (isWord(i, "(")) {
        return true;
      }
    }
    return false;
  }

  private boolean isWord(int token, String word) {
    return sentence.tokens().get(token).text().equalsIgnoreCase(word);
  }

  /** Whether it covers this word of its sentence. */
  public boolean covers(int token) {
    return first <= token && token <= last;
  }
}
