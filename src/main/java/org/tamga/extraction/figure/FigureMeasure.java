package org.tamga.extraction.figure;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.lexicon.Lexicon;

/** Finds what is said of those counted: "arbitrarily detained", "detention", "killed". */
final class FigureMeasure {
  /** How far behind the counted its verb may stand, in words. */
  private static final int REACH = 9;

  private final Set<String> verbs;
  private final Set<String> nouns;

  FigureMeasure(Lexicon lexicon) {
    verbs = lexicon.words("said of");
    nouns = lexicon.words("noun said of");
  }

  /** A stretch of tokens. */
  record Stretch(int from, int to) {}

  /**
   * The measure of a figure.
   *
   * @param first its first token
   * @param next the token behind it
   */
  @Nullable Stretch find(List<Token> tokens, int first, int next) {
    var governed = nounBefore(tokens, first);
    if (governed != null) {
      return governed;
    }
    if (first > 0 && isMeasure(tokens.get(first - 1)) && !isPassive(tokens, first - 1)) {
      return new Stretch(first - 1, first);
    }
    return verbBehind(tokens, next);
  }

  /** "the arbitrary detention of 300 clerks". */
  private @Nullable Stretch nounBefore(List<Token> tokens, int first) {
    int of = first - 1;
    while (of > 0 && (tokens.get(of).is("DET") || tokens.get(of).is("ADV"))) {
      of--;
    }
    if (of < 1 || !tokens.get(of).text().equalsIgnoreCase("of")) {
      return null;
    }
    int noun = of - 1;
    if (!nouns.contains(tokens.get(noun).text().toLowerCase(Locale.ROOT))) {
      return null;
    }
    int from = noun;
    while (from > 0 && tokens.get(from - 1).is("ADJ")) {
      from--;
    }
    return new Stretch(from, of);
  }

  private @Nullable Stretch verbBehind(List<Token> tokens, int next) {
    for (int i = next; i < Math.min(tokens.size(), next + REACH); i++) {
      var token = tokens.get(i);
      if (isMeasure(token)) {
        int from = i;
        while (from > next && tokens.get(from - 1).is("ADV")) {
          from--;
        }
        return new Stretch(from, i + 1);
      }
      boolean clause = token.is("PUNCT") || token.is("CCONJ") || token.is("NUM");
      if (clause || (token.is("ADP") && i == next)) {
        return null;
      }
      if (token.is("VERB") && !token.lemma().startsWith("continue") && !isAuxiliary(token)) {
        return null;
      }
    }
    return null;
  }

  private static boolean isAuxiliary(Token token) {
    return token.lemma().equals("have")
        || token.lemma().equals("be")
        || token.lemma().equals("get");
  }

  private static boolean isPassive(List<Token> tokens, int at) {
    return at > 0 && tokens.get(at - 1).lemma().equals("be");
  }

  private boolean isMeasure(Token token) {
    return (token.is("VERB") || token.is("ADJ")) && verbs.contains(token.lemma());
  }
}
