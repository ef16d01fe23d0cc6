package org.tamga.extraction.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns words that the model takes for verbs or adjectives back into the names that they are.
 *
 * <p>The model knows few surnames and tags those that are also common words by the common word. A
 * document tells better: what it writes with a capital in the middle of a sentence, and nowhere
 * small, is a name.
 */
final class NameRepair {
  /** In a sentence with so great a share of capitals, a headline, capitals tell nothing. */
  private static final double HEADLINE = 0.6;

  private final Set<String> names = new HashSet<>();

  NameRepair(List<List<Token>> sentences) {
    Set<String> small = new HashSet<>();
    for (List<Token> tokens : sentences) {
      boolean headline = isHeadline(tokens);
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        if (!token.isCapitalised()) {
          small.add(token.text());
        } else if (!headline && !begins(tokens, i) && isNamelike(token)) {
          names.add(token.text());
        }
      }
    }
    names.removeIf(name -> small.contains(name.toLowerCase(Locale.ROOT)));
  }

  /** The words of a sentence with the names put right. */
  List<Token> repair(List<Token> tokens) {
    List<Token> repaired = new ArrayList<>(tokens);
    boolean headline = isHeadline(tokens);
    for (int i = 0; i < repaired.size(); i++) {
      Token token = repaired.get(i);
      if (isName(repaired, i, headline)) {
        repaired.set(i, token.withTag("PROPN"));
      } else if (isPluralNoun(repaired, i)) {
        repaired.set(i, token.withTag(token.isCapitalised() ? "PROPN" : "NOUN"));
      }
    }
    return joined(repaired);
  }

  /** "Jean-Luc" and "Belut-based" are one word each, also where the model takes them apart. */
  private static List<Token> joined(List<Token> tokens) {
    List<Token> joined = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (i + 1 < tokens.size() && isGlued(tokens.get(i), tokens.get(i + 1))) {
        joined.add(tokens.get(i).through(tokens.get(i + 1), "PROPN"));
        i++;
      } else if (i + 2 < tokens.size() && isHyphenated(tokens, i)) {
        Token last = tokens.get(i + 2);
        String tag = last.isCapitalised() ? "PROPN" : "ADJ";
        joined.add(tokens.get(i).through(last, tag));
        i += 2;
      } else {
        joined.add(tokens.get(i));
      }
    }
    return joined;
  }

  /** "Belut" and "-Selm", which some models take for a mark. */
  private static boolean isGlued(Token first, Token last) {
    String text = last.text();
    return first.is("PROPN")
        && first.end() == last.start()
        && text.length() > 2
        && text.charAt(0) == '-'
        && Character.isUpperCase(text.charAt(1));
  }

  private static boolean isHyphenated(List<Token> tokens, int i) {
    Token first = tokens.get(i);
    Token hyphen = tokens.get(i + 1);
    Token last = tokens.get(i + 2);
    boolean name = first.is("PROPN") && Character.isLetter(first.text().charAt(0));
    boolean glued = first.end() == hyphen.start() && hyphen.end() == last.start();
    return name
        && glued
        && hyphen.text().equals("-")
        && (last.is("PROPN") || last.is("VERB") || (last.is("NOUN") && last.isCapitalised()))
        && Character.isLetter(last.text().charAt(0));
  }

  private boolean isName(List<Token> tokens, int i, boolean headline) {
    Token token = tokens.get(i);
    if (!token.isCapitalised() || token.is("PROPN") || !isContent(token)) {
      return false;
    }
    if (names.contains(token.text())) {
      return true;
    }
    if (headline || begins(tokens, i) || token.text().length() < 3) {
      return false;
    }
    return token.is("VERB") || tokens.get(i - 1).is("PROPN") || isAllCapitals(token.text());
  }

  /** "Republicans say", "said witnesses saw": a verb form in -s right before a verb is a noun. */
  private static boolean isPluralNoun(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    boolean before = i == 0 || tokens.get(i - 1).is("VERB") || tokens.get(i - 1).is("SCONJ");
    return token.is("VERB")
        && token.text().endsWith("s")
        && before
        && i + 1 < tokens.size()
        && (tokens.get(i + 1).is("AUX") || tokens.get(i + 1).is("VERB"))
        && !tokens.get(i + 1).text().endsWith("ing");
  }

  private static boolean isContent(Token token) {
    return token.is("VERB")
        || token.is("NOUN")
        || token.is("ADJ")
        || token.is("ADV")
        || token.is("X")
        || token.is("INTJ");
  }

  private static boolean isNamelike(Token token) {
    return token.text().length() > 2 && (token.is("PROPN") || token.is("VERB"));
  }

  private static boolean isAllCapitals(String word) {
    return word.length() >= 2 && word.equals(word.toUpperCase(Locale.ROOT));
  }

  /** Whether a word begins its sentence or a quotation in it. */
  private static boolean begins(List<Token> tokens, int i) {
    return i == 0 || (tokens.get(i - 1).is("PUNCT") && !tokens.get(i - 1).text().equals(","));
  }

  private static boolean isHeadline(List<Token> tokens) {
    int words = 0;
    int capitals = 0;
    for (Token token : tokens) {
      if (Character.isLetter(token.text().codePointAt(0)) && token.text().length() > 3) {
        words++;
        capitals += token.isCapitalised() ? 1 : 0;
      }
    }
    return words > 3 && capitals >= words * HEADLINE;
  }
}
