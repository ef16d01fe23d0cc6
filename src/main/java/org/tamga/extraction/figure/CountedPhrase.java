package org.tamga.extraction.figure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.lexicon.Lexicon;

/** Finds what a number counts: the nouns behind it, with what qualifies and joins them. */
final class CountedPhrase {
  private final Set<String> plural;
  private final Set<String> stop;

  CountedPhrase(Lexicon lexicon) {
    plural = lexicon.words("plural");
    stop = lexicon.words("stop");
  }

  /**
   * The phrase that begins at token {@code from}.
   *
   * @param from first token of what is counted
   * @param to token behind its last; the same as {@code from} where nothing is counted
   */
  record Counted(int from, int to) {
    boolean isEmpty() {
      return from == to;
    }
  }

  /**
   * The nouns behind a number.
   *
   * @param tokens the sentence
   * @param from the token behind the number
   * @param many whether the number is greater than one, so that a plural is looked for
   * @param blocked tokens that belong to something else, such as a date
   */
  Counted find(List<Token> tokens, int from, boolean many, IntPredicate blocked) {
    int head = head(tokens, from, many, blocked);
    if (head < 0) {
      return new Counted(from, from);
    }
    int joined = head + 1;
    while (joined < tokens.size() && tokens.get(joined).is("CCONJ") && many) {
      int next = joined + 1;
      if (next >= tokens.size() || isDeterminer(tokens.get(next)) || blocked.test(next)) {
        break;
      }
      int second = head(tokens, next, true, blocked);
      if (second < 0
          || !isPlural(tokens.get(second))
          || (isFollowedByVerb(tokens, second) && isObject(tokens, from))) {
        break;
      }
      head = second;
      joined = second + 1;
    }
    return new Counted(from, head + 1);
  }

  private static boolean isDeterminer(Token token) {
    return token.is("DET") || token.is("NUM") || token.is("PRON");
  }

  private static boolean isFollowedByVerb(List<Token> tokens, int head) {
    return head + 1 < tokens.size()
        && (tokens.get(head + 1).is("VERB") || tokens.get(head + 1).is("AUX"));
  }

  private static boolean isObject(List<Token> tokens, int from) {
    for (int i = from - 1; i >= Math.max(0, from - 5); i--) {
      if (tokens.get(i).is("VERB")) {
        return true;
      }
    }
    return false;
  }

  private int head(List<Token> tokens, int from, boolean many, IntPredicate blocked) {
    int head = -1;
    for (int i = from; i < tokens.size(); i++) {
      var token = tokens.get(i);
      var word = token.text().toLowerCase(Locale.ROOT);
      if (blocked.test(i) || stop.contains(word)) {
        break;
      }
      if (isNoun(token)) {
        boolean fits = !many || isPlural(token);
        if (fits || (head < 0 && isName(token))) {
          head = i;
        } else if (head >= 0) {
          break;
        }
      } else if (!(head >= 0 && isInsideName(tokens, i)) && !isQualifier(tokens, i, head >= 0)) {
        break;
      }
    }
    return head;
  }

  /**
   * "Five Sea Nations member states": the tagger takes a noun between a name and its head for a
   * verb.
   */
  private boolean isInsideName(List<Token> tokens, int at) {
    var word = tokens.get(at).text();
    boolean plain = tokens.get(at).is("VERB") && !word.endsWith("s") && !word.endsWith("ed");
    return plain
        && tokens.get(at - 1).isCapitalised()
        && at + 1 < tokens.size()
        && tokens.get(at + 1).is("NOUN")
        && isPlural(tokens.get(at + 1));
  }

  private static boolean isNoun(Token token) {
    boolean odd = token.is("X") || token.is("INTJ") || token.is("ADV");
    return token.is("NOUN")
        || token.is("PROPN")
        || (odd && token.isCapitalised())
        || (token.is("ADJ") && token.isCapitalised() && token.text().endsWith("s"));
  }

  private static boolean isName(Token token) {
    return token.isCapitalised();
  }

  private boolean isPlural(Token token) {
    var word = token.text().toLowerCase(Locale.ROOT);
    return plural.contains(word) || (word.endsWith("s") && !word.endsWith("ss"));
  }

  /** Words between number and noun: adjectives, participles, adverbs before them, hyphens. */
  private boolean isQualifier(List<Token> tokens, int at, boolean afterHead) {
    var token = tokens.get(at);
    var word = token.text().toLowerCase(Locale.ROOT);
    boolean last = at + 1 >= tokens.size();
    if (token.is("ADJ")) {
      return !last && (!afterHead || isNoun(tokens.get(at + 1)));
    }
    if (afterHead || last) {
      return token.text().equals("-") && !last;
    }
    if (token.is("VERB")
        && (word.endsWith("ed") || word.endsWith("ing") || isNoun(next(tokens, at)))) {
      return true;
    }
    if (token.is("ADV")) {
      return next(tokens, at).is("ADJ") || next(tokens, at).is("VERB");
    }
    return (token.is("PUNCT") && (word.indexOf('-') >= 0 || isQuote(word)))
        || (token.is("PUNCT") && word.equals(",") && next(tokens, at).is("ADJ"));
  }

  private static boolean isQuote(String word) {
    return word.length() == 1 && "‘'“\"".contains(word);
  }

  private static Token next(List<Token> tokens, int at) {
    return tokens.get(at + 1);
  }
}
