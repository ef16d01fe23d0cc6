package org.tamga.extraction.phrase;

import java.util.Set;

/** Tells clauses that hang on a condition. */
public final class Conditions {
  private Conditions() {}

  /** Whether a clause opens with "if" or its like. */
  public static boolean isConditional(View view, int at, Set<String> words) {
    for (int i = at - 1; i >= 0 && !view.is(i, "PUNCT"); i--) {
      if (view.is(i, "SCONJ") && words.contains(view.word(i))) {
        return true;
      }
    }
    return words.contains(view.word(0))
        && view.is(0, "SCONJ")
        && !view.words().subList(0, at).contains(",");
  }
}
