package org.tamga.extraction.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.language.WordList;

/**
 * Finds the simple noun phrases of a sentence: a run of determiners, adjectives, numbers and nouns.
 *
 * <p>A possessor ("the minister's" in "the minister's claim") is a phrase of its own besides the
 * longer one; what follows with a preposition is not taken in.
 */
final class NounPhraseFinder {
  private final Set<String> relatives = Set.of("who", "which", "that", "whom");
  private final Set<String> groupPronouns =
      Set.of(
          "many", "some", "others", "most", "several", "both", "few", "those", "one", "none", "all",
          "each", "neither", "these");

  private final Set<String> pronouns = WordList.words(NounPhraseFinder.class, "pronouns.txt");
  private final Set<String> times = WordList.words(NounPhraseFinder.class, "time-words.txt");

  private boolean isTime(Token token) {
    return times.contains(token.text().toLowerCase(Locale.ROOT));
  }

  /** The phrases of a sentence, by their first word; a possessor comes before what it possesses. */
  List<NounPhrase> find(Sentence sentence) {
    List<NounPhrase> found = new ArrayList<>();
    List<Token> tokens = sentence.tokens();
    int at = 0;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      String lower = token.text().toLowerCase(Locale.ROOT);
      if (isRelative(tokens, at, lower)) {
        found.add(new NounPhrase(sentence, at, at, at, NounPhrase.Kind.RELATIVE));
        at++;
      } else if (token.is("PRON") && pronouns.contains(lower) && !isPossessive(lower)) {
        found.add(new NounPhrase(sentence, at, at, at, NounPhrase.Kind.PRONOUN));
        at++;
      } else if (isInside(token) || token.is("DET") || isPossessive(lower)) {
        at = phrase(sentence, at, found);
      } else {
        at++;
      }
    }
    return found;
  }

  /** Reads one run from {@code from}; adds a phrase for each possessor and for the whole. */
  private int phrase(Sentence sentence, int from, List<NounPhrase> found) {
    List<Token> tokens = sentence.tokens();
    int start = from;
    int head = -1;
    int at = from;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      if (head == at - 1 && head >= 0 && token.is("PROPN") && isTime(tokens.get(head))) {
        break;
      } else if (isNoun(token)) {
        head = at;
      } else if (isGenitive(token) && head == at - 1 && head >= 0) {
        add(sentence, start, head, at, found);
      } else if (token.is("DET") && at > from && head >= 0) {
        break;
      } else if (isJoiner(tokens, at, head)) {
        head = -1;
      } else if (!isInside(token)
          && !token.is("DET")
          && !isPossessive(token.text().toLowerCase(Locale.ROOT))) {
        break;
      } else if (head >= 0 && !isGenitiveBefore(tokens, at) && !token.is("NUM")) {
        break;
      }
      at++;
    }
    if (head >= 0) {
      add(sentence, start, head, head, found);
    } else if (at > from && (isGroup(tokens.get(at - 1)) || isCounted(tokens, start, at - 1))) {
      found.add(new NounPhrase(sentence, start, at - 1, at - 1, NounPhrase.Kind.PRONOUN));
    }
    return Math.max(at, from + 1);
  }

  private void add(Sentence sentence, int first, int head, int last, List<NounPhrase> found) {
    boolean name = sentence.tokens().get(head).is("PROPN");
    found.add(
        new NounPhrase(
            sentence, first, head, last, name ? NounPhrase.Kind.NAME : NounPhrase.Kind.COMMON));
  }

  private boolean isRelative(List<Token> tokens, int at, String lower) {
    if (!relatives.contains(lower)) {
      return false;
    }
    if (lower.equals("that")) {
      // Taggers often take it for the conjunction; a verb right behind tells.
      boolean tagged = tokens.get(at).is("PRON") || tokens.get(at).is("SCONJ");
      return tagged
          && at + 1 < tokens.size()
          && at > 0
          && isNoun(tokens.get(at - 1))
          && (tokens.get(at + 1).is("VERB") || tokens.get(at + 1).is("AUX"));
    }
    return true;
  }

  private boolean isGroup(Token token) {
    return groupPronouns.contains(token.text().toLowerCase(Locale.ROOT));
  }

  /** "the two", "all 14": a number that stands for those who are counted. */
  private static boolean isCounted(List<Token> tokens, int first, int last) {
    return last > first && tokens.get(first).is("DET") && tokens.get(last).is("NUM");
  }

  /** "Ministry of Works", "Bank for Rivers": a small word between two capitalised names. */
  private static boolean isJoiner(List<Token> tokens, int at, int head) {
    if (head != at - 1 || head < 0 || at + 1 >= tokens.size()) {
      return false;
    }
    Token before = tokens.get(at - 1);
    Token behind = tokens.get(at + 1);
    boolean office = before.is("NOUN") && before.isCapitalised();
    boolean name = before.is("PROPN") || office;
    boolean capitals = name && behind.is("PROPN") && behind.isCapitalised();
    if (!capitals) {
      return false;
    }
    String word = tokens.get(at).text();
    return word.equals("of") || word.equals("for") || word.equals("&") || word.equals("de");
  }

  private static boolean isNoun(Token token) {
    return token.is("NOUN") || token.is("PROPN");
  }

  private static boolean isInside(Token token) {
    return isNoun(token)
        || token.is("ADJ")
        || token.is("NUM")
        || (token.is("SYM") && token.text().equals("$"));
  }

  private static boolean isGenitive(Token token) {
    String text = token.text();
    return text.equals("'s")
        || text.equals("’s")
        || text.equals("'")
        || text.equals("’")
        || text.equals("´s");
  }

  private static boolean isGenitiveBefore(List<Token> tokens, int at) {
    return at > 0 && isGenitive(tokens.get(at - 1));
  }

  private static boolean isPossessive(String lower) {
    return switch (lower) {
      case "his", "her", "their", "its", "my", "our", "your" -> true;
      default -> false;
    };
  }
}
