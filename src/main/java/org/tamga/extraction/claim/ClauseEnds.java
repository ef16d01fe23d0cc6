package org.tamga.extraction.claim;

import java.util.Set;
import org.tamga.extraction.phrase.View;

/** Tells the words and signs at which what is demanded ends. */
final class ClauseEnds {
  private static final Set<String> STOPS = Set.of(";", ":", "—", "–", "…", "...", "?", "!", "]");

  private final Set<String> takesThat;

  ClauseEnds(Set<String> takesThat) {
    this.takesThat = takesThat;
  }

  static boolean isStop(String word) {
    return STOPS.contains(word);
  }

  static boolean isApostrophe(View view, int at) {
    return view.word(at).equals("'") && view.word(at - 1).endsWith("s");
  }

  static boolean closes(View view, int at, boolean quoted) {
    var mark = view.token(at).text();
    if (mark.equals("”") || mark.equals("»")) {
      return !quoted;
    }
    boolean spaced = at > 0 && view.token(at - 1).end() < view.token(at).start();
    return !quoted && !spaced;
  }

  static int behindBracket(View view, int at) {
    int end = at;
    while (end < view.size() && !view.word(end).equals(")")) {
      end++;
    }
    return end;
  }

  /** "that the gate be opened to doctors remains": a verb of the sentence, not of the demand. */
  boolean isOutside(View view, int from, int at) {
    var word = view.word(at);
    boolean third = word.endsWith("s") && !view.lemma(at).equals(word) && !view.isCapitalised(at);
    boolean done = view.is(at - 1, "VERB") && view.word(at - 1).endsWith("ed");
    if (!third || !(done || view.is(at - 1, "NOUN"))) {
      return false;
    }
    for (int i = from + 1; i < at; i++) {
      boolean clause = view.is(i, "SCONJ", "CCONJ", "PUNCT") || view.word(i).startsWith("wh");
      if (clause || view.word(i).equals("that") || view.word(i).equals("how")) {
        return false;
      }
    }
    return true;
  }

  boolean isRelative(View view, int at, int verb) {
    var word = view.word(at);
    if (word.equals("that")) {
      boolean joins = view.is(at, "SCONJ") || view.is(at + 1, "VERB", "AUX", "PRON");
      boolean demanded =
          takesThat.contains(view.lemma(at - 1))
              || takesThat.contains(view.lemma(verb))
              || view.is(at - 1, "VERB");
      return joins && !demanded && !view.is(at - 1, "ADP");
    }
    boolean relative = word.equals("who") || word.equals("which") || word.equals("whose");
    return relative && !view.is(at - 1, "ADP", "VERB");
  }

  /** "the report by the office": whose it is adds nothing to what is demanded. */
  static boolean isAgent(View view, int at) {
    return view.word(at).equals("by")
        && view.is(at - 1, "NOUN", "PROPN")
        && view.is(at + 1, "DET", "PROPN");
  }

  /** Words that end a clause without a comma before them. */
  static boolean isBareEnd(View view, int at, boolean tells) {
    return switch (view.word(at)) {
      case "while", "because", "although", "though", "whereas", "unless", "amid", "saying" -> true;
      case "where", "when", "if" -> view.is(at - 1, "NOUN", "PROPN") && !tells;
      case "including" -> !view.is(at + 1, "DET", "PROPN", "ADJ", "NOUN", "NUM", "PRON");
      default -> false;
    };
  }
}
