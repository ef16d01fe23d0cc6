package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;

/** Finds the words of a sentence that may tell of a saying. */
final class CueFinder {
  /** More words that may tell than any sentence of prose has. */
  private static final int MOST = 40;

  private final Rates rates;

  CueFinder(Rates rates) {
    this.rates = rates;
  }

  /** The cues outside of quotations, in order. {@code quoted} tells which words are inside one. */
  List<Cue> find(Sentence sentence, boolean[] quoted) {
    List<Cue> cues = new ArrayList<>();
    List<Token> tokens = sentence.tokens();
    for (int i = 0; i < tokens.size() && cues.size() < MOST; i++) {
      if (quoted[i]) {
        continue;
      }
      Token token = tokens.get(i);
      if (isSource(tokens, i)) {
        cues.add(plain(sentence, i, Cue.Kind.SOURCE, "according"));
      } else if (token.is("VERB") && !isAttribute(tokens, i)) {
        cues.add(verb(sentence, i));
      } else if (token.is("NOUN") && rates.knows(token.lemma(), Cue.Kind.NOUN)) {
        cues.add(plain(sentence, i, Cue.Kind.NOUN, token.lemma()));
      } else if (token.is("ADJ") && rates.knows(token.lemma(), Cue.Kind.ADJECTIVE)) {
        cues.add(plain(sentence, i, Cue.Kind.ADJECTIVE, token.lemma()));
      }
    }
    return cues;
  }

  /** "Reported denials", "the alleged victims": a participle before its noun tells of nothing. */
  private static boolean isAttribute(List<Token> tokens, int i) {
    boolean opens = i == 0 || tokens.get(i - 1).is("DET");
    return opens
        && tokens.get(i).text().endsWith("ed")
        && i + 1 < tokens.size()
        && tokens.get(i + 1).is("NOUN");
  }

  private static boolean isSource(List<Token> tokens, int i) {
    return i + 1 < tokens.size()
        && tokens.get(i).text().toLowerCase(Locale.ROOT).equals("according")
        && tokens.get(i + 1).text().equals("to");
  }

  private static Cue plain(Sentence sentence, int i, Cue.Kind kind, String lemma) {
    return new Cue(sentence, i, i, kind, lemma, Cue.Shape.NONE, false, "");
  }

  /** Takes in the auxiliaries, negations and adverbs before a verb. */
  private Cue verb(Sentence sentence, int main) {
    List<Token> tokens = sentence.tokens();
    int first = main;
    boolean negated = false;
    boolean infinitive = false;
    boolean be = false;
    String modal = "";
    for (int i = main - 1; i >= 0 && main - i <= 6; i--) {
      Token token = tokens.get(i);
      String lower = token.text().toLowerCase(Locale.ROOT);
      if (token.is("AUX")) {
        be |= token.lemma().equals("be") || token.lemma().equals("get") || isBe(lower);
        modal = isModal(lower) ? lower : modal;
        first = i;
      } else if (isNegation(lower)) {
        negated = true;
        first = i;
      } else if (lower.equals("to")) {
        infinitive = true;
        break;
      } else if (!token.is("ADV")) {
        break;
      }
    }
    String text = tokens.get(main).text().toLowerCase(Locale.ROOT);
    boolean ing = text.endsWith("ing");
    // "Mayor accused of lying": without a word for whom he accuses, somebody else does.
    be |=
        rates.accuses(tokens.get(main).lemma())
            && main + 1 < tokens.size()
            && tokens.get(main + 1).text().equals("of");
    Cue.Shape shape =
        infinitive
            ? Cue.Shape.INFINITIVE
            : ing && !be ? Cue.Shape.GERUND : be && !ing ? Cue.Shape.PASSIVE : Cue.Shape.FINITE;
    return new Cue(
        sentence, first, main, Cue.Kind.VERB, tokens.get(main).lemma(), shape, negated, modal);
  }

  private static boolean isBe(String lower) {
    return switch (lower) {
      case "is", "are", "was", "were", "been", "being", "be", "'s", "’s", "'re", "’re" -> true;
      default -> false;
    };
  }

  private static boolean isModal(String lower) {
    return switch (lower) {
      case "would", "could", "should", "might", "may", "must", "will", "can", "'ll", "’ll", "'d" ->
          true;
      default -> false;
    };
  }

  static boolean isNegation(String lower) {
    return switch (lower) {
      case "not", "n't", "n’t", "never" -> true;
      default -> false;
    };
  }
}
