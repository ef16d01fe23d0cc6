package org.tamga.extraction.phrase;

import org.tamga.text.Span;

/**
 * Words of a sentence that name somebody: "Dana Orlan", "the five groups", "it".
 *
 * @param view the sentence
 * @param from first word
 * @param to word behind the last
 * @param head the word that says who; "council" of "the council of elders"
 */
public record Party(View view, int from, int to, int head) {
  /** Its place, in code points. */
  public Span span() {
    return view.span(from, to);
  }
}
