package org.tamga.extraction.statement;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.NounPhrase;

/** Small questions about the words of a sentence that several rules ask. */
final class Grammar {
  private Grammar() {}

  static String lower(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }

  static boolean isWord(List<Token> tokens, int i, String word) {
    return i >= 0 && i < tokens.size() && tokens.get(i).text().equalsIgnoreCase(word);
  }

  static boolean isVerbal(Token token) {
    return token.is("VERB") || token.is("AUX");
  }

  static boolean isQuestionWord(Token token) {
    return switch (lower(token)) {
      case "whether", "if", "how", "why", "what", "when", "where", "who", "which" -> true;
      default -> false;
    };
  }

  static boolean isMark(Token token) {
    return token.is("PUNCT") || token.is("SYM") || !Character.isLetterOrDigit(lastPoint(token));
  }

  private static int lastPoint(Token token) {
    return token.text().codePointBefore(token.text().length());
  }

  static boolean isStop(Token token) {
    return switch (token.text()) {
      case ".", "!", "?", "…", "...", ":", ";", "?!", "!!", "...." -> true;
      default -> false;
    };
  }

  static boolean isQuoteMark(Token token) {
    return switch (token.text()) {
      case "\"", "“", "”", "„", "«", "»", "``", "''", "‘‘", "’’" -> true;
      default -> false;
    };
  }

  static boolean isDash(Token token) {
    return switch (token.text()) {
      case "-", "--", "—", "–", "---" -> true;
      default -> false;
    };
  }

  /** The longest phrase that begins at this word, or null. */
  static @Nullable NounPhrase phraseFrom(List<NounPhrase> phrases, int token) {
    NounPhrase longest = null;
    for (NounPhrase phrase : phrases) {
      if (phrase.first() == token && (longest == null || phrase.last() > longest.last())) {
        longest = phrase;
      }
      if (phrase.first() > token) {
        break;
      }
    }
    return longest;
  }

  /** The longest phrase that ends with this word, or null. */
  static @Nullable NounPhrase phraseTo(List<NounPhrase> phrases, int token) {
    NounPhrase longest = null;
    for (NounPhrase phrase : phrases) {
      if (phrase.last() == token && (longest == null || phrase.first() < longest.first())) {
        longest = phrase;
      }
      if (phrase.first() > token) {
        break;
      }
    }
    return longest;
  }

  /** The word behind a noun phrase and the prepositional phrases that follow it. */
  static int behindPhrases(List<Token> tokens, List<NounPhrase> phrases, int from) {
    int at = from;
    while (at < tokens.size()) {
      NounPhrase phrase = phraseFrom(phrases, at);
      if (phrase == null) {
        return at;
      }
      at = phrase.last() + 1;
      if (at < tokens.size() && tokens.get(at).is("ADP") && phraseFrom(phrases, at + 1) != null) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  /** What stands at a place, in few words: the word itself for small words, else its class. */
  static String sort(List<Token> tokens, int i) {
    if (i < 0) {
      return "start";
    }
    if (i >= tokens.size()) {
      return "end";
    }
    Token token = tokens.get(i);
    if (isQuoteMark(token)) {
      return "quote";
    }
    return switch (token.tag()) {
      case "ADP", "SCONJ", "CCONJ", "PART", "PUNCT", "AUX" -> lower(token);
      case "PRON" -> "PRON:" + lower(token);
      case "VERB" -> lower(token).endsWith("ing") ? "VERB:ing" : "VERB";
      default -> token.tag();
    };
  }
}
