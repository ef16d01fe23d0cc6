package org.tamga.extraction.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.lexicon.Lexicon;

/** Tells numbers that stand for those counted themselves: "nineteen dead", "the 3,400". */
final class BareNumbers {
  private static final BigDecimal SMALL = new BigDecimal(100);

  /** How far before a number "the figure was" may stand, in words. */
  private static final int REACH = 5;

  private final Set<String> states;
  private final Set<String> figures;
  private final Set<String> lists;
  private final Set<String> fractions;
  private final Set<String> reaches;

  BareNumbers(Lexicon lexicon) {
    states = lexicon.words("state");
    figures = lexicon.words("figure noun");
    lists = lexicon.words("list noun");
    fractions = lexicon.words("fraction");
    reaches = lexicon.words("reach");
  }

  private static String word(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).text().toLowerCase(Locale.ROOT) : "";
  }

  /** "three quarters": a share, no number of quarters. */
  boolean isFraction(List<Token> tokens, int next) {
    int at = word(tokens, next).equals("-") ? next + 1 : next;
    return fractions.contains(word(tokens, at));
  }

  /** "nineteen dead", "46 wounded": behind the number the state of those counted. */
  boolean isState(List<Token> tokens, int next) {
    boolean noun =
        next + 1 < tokens.size()
            && (tokens.get(next + 1).is("NOUN") || isAdjective(tokens, next + 1));
    return states.contains(word(tokens, next)) && !noun;
  }

  private static boolean isAdjective(List<Token> tokens, int at) {
    return tokens.get(at).is("ADJ") && at + 1 < tokens.size() && tokens.get(at + 1).is("NOUN");
  }

  /** "nine of them", "71 of 118 requests": the end of those out of whom, or {@code next} itself. */
  int outOf(List<Token> tokens, int next) {
    if (!word(tokens, next).equals("of")) {
      return next;
    }
    int at = next + 1;
    switch (word(tokens, at)) {
      case "them", "those", "these", "whom" -> {
        return at + 1;
      }
      default -> {}
    }
    boolean opened = false;
    while (at < tokens.size() && isOpening(tokens.get(at))) {
      opened = true;
      at++;
    }
    if (!opened) {
      return next;
    }
    int head = -1;
    while (at < tokens.size() && (isNoun(tokens.get(at)) || tokens.get(at).is("ADJ"))) {
      head = isNoun(tokens.get(at)) ? at : head;
      at++;
    }
    boolean plural = head > 0 && word(tokens, head).matches("people|men|women|children|.*s");
    return plural ? head + 1 : next;
  }

  private static boolean isOpening(Token token) {
    return token.is("DET") || token.is("NUM") || token.is("PRON");
  }

  private static boolean isNoun(Token token) {
    return token.is("NOUN") || token.is("PROPN");
  }

  /** "the figure was 7,500", "a list of 320", "the 3,400", "of whom 26". */
  boolean isNamed(Quantity quantity, List<Token> tokens, int first, int next) {
    var before = word(tokens, first - 1);
    boolean digits = first < tokens.size() && Character.isDigit(tokens.get(first).text().charAt(0));
    boolean noun = next < tokens.size() && (isNoun(tokens.get(next)) || tokens.get(next).is("ADJ"));
    if (before.equals("whom") && word(tokens, first - 2).equals("of")) {
      return !noun;
    }
    if (before.equals("of") && lists.contains(word(tokens, first - 2))) {
      return !noun;
    }
    boolean grouped = digits && tokens.get(first).text().indexOf(',') > 0;
    if (before.equals("the") && grouped && quantity.size().compareTo(SMALL) >= 0) {
      return !noun;
    }
    return !noun && isFigure(tokens, first);
  }

  private boolean isFigure(List<Token> tokens, int first) {
    if (!reaches.contains(word(tokens, first - 1))
        && !reaches.contains(word(tokens, first - 2) + " " + word(tokens, first - 1))) {
      return false;
    }
    for (int i = first - 1; i >= Math.max(0, first - REACH); i--) {
      if (figures.contains(word(tokens, i))) {
        return true;
      }
    }
    return false;
  }
}
