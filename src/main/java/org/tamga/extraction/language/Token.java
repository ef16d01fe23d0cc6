package org.tamga.extraction.language;

import org.tamga.text.Span;

/**
 * One word or mark of a sentence.
 *
 * @param span its place, in code points
 * @param start first UTF-16 unit in the text, inclusive
 * @param end UTF-16 unit behind the last
 * @param text the word as written
 * @param tag its class, a tag of Universal Dependencies ({@code NOUN}, {@code PROPN}, {@code VERB})
 * @param lemma its base form, lower case
 */
public record Token(Span span, int start, int end, String text, String tag, String lemma) {
  /** Whether it is of this class. */
  public boolean is(String wanted) {
    return tag.equals(wanted);
  }

  /** Whether it begins with a capital letter. */
  public boolean isCapitalised() {
    return Character.isUpperCase(text.codePointAt(0));
  }

  /** This word and all up to {@code last} as one word of a class. */
  public Token through(Token last, String tag) {
    String both = text + (last.start() > end ? "-" : "") + last.text();
    Span whole = new Span(span.start(), last.span().end());
    return new Token(whole, start, last.end(), both, tag, both.toLowerCase(java.util.Locale.ROOT));
  }

  /** This word under another class. */
  public Token withTag(String other) {
    return new Token(span, start, end, text, other, lemma);
  }
}
