package org.tamga.extraction.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.extraction.figure.CountedPhrase.Counted;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.lexicon.Lexicon;

/** Tells numbers that count something from those that date, measure or name it. */
final class FigureFilter {
  private static final BigDecimal SMALL = BigDecimal.TEN;
  private static final BigDecimal OLDEST = new BigDecimal(120);

  /** How far before a bare number "the number of …" may stand, in words. */
  private static final int NUMBER_OF_REACH = 24;

  private final Set<String> labels;
  private final Set<String> measures;
  private final Set<String> idioms;
  private final Set<String> pointing;
  private final Set<String> verbs;
  private final Set<String> streets;
  private final BareNumbers bare;

  FigureFilter(Lexicon lexicon) {
    labels = lexicon.words("label");
    measures = lexicon.words("measure");
    idioms = lexicon.words("idiom");
    pointing = lexicon.words("pointing");
    verbs = lexicon.words("said of");
    streets = lexicon.words("street");
    bare = new BareNumbers(lexicon);
  }

  /**
   * Whether a number counts something.
   *
   * @param offset UTF-16 place of the sentence in the text
   * @param first first token of the number with its bound
   * @param next token behind it
   * @param phrase what it seems to count
   */
  boolean isCount(
      Quantity quantity, int offset, Sentence sentence, int first, int next, Counted phrase) {
    var tokens = sentence.tokens();
    if (quantity.kind() == Quantity.Kind.MONEY || quantity.kind() == Quantity.Kind.SHARE) {
      return true;
    }
    var before = first > 0 ? lower(tokens.get(first - 1)) : "";
    if (isMeasured(tokens, next) || (!phrase.isEmpty() && isIdiom(tokens, phrase))) {
      return false;
    }
    if (quantity.kind() == Quantity.Kind.INDEFINITE) {
      return true;
    }
    if (isYear(quantity, tokens, next) || isOlder(quantity, before, tokens, first, phrase)) {
      return false;
    }
    int core = tokenAt(tokens, offset + quantity.core());
    boolean digits = core < tokens.size() && Character.isDigit(tokens.get(core).text().charAt(0));
    if (digits && tokens.get(core).text().matches("0\\d+")) {
      // "about 0130": the hour.
      return false;
    }
    if (labels.contains(strip(before)) || isName(tokens, first, digits, phrase)) {
      return false;
    }
    if (isListNumber(tokens, first, next, digits) || isAge(tokens, first, next, quantity)) {
      return false;
    }
    boolean single = quantity.size().compareTo(BigDecimal.ONE) <= 0;
    if (single && (!quantity.isBounded() || phrase.isEmpty())) {
      return false;
    }
    if (bare.isFraction(tokens, next)) {
      return false;
    }
    boolean small = quantity.size().compareTo(SMALL) < 0;
    if (bare.isState(tokens, next) || bare.isNamed(quantity, tokens, first, next)) {
      return true;
    }
    if (small && !digits && !quantity.isBounded() && pointing.contains(before)) {
      return false;
    }
    if (phrase.isEmpty() && !small && isNumberOf(tokens, first)) {
      return true;
    }
    if (digits && isAddress(tokens, next)) {
      return false;
    }
    return !phrase.isEmpty() || isBareCount(quantity, tokens, first, next, small, core);
  }

  /** "2016 Harun delegates" are the delegates of that year. */
  private static boolean isYear(Quantity quantity, List<Token> tokens, int next) {
    int size = quantity.size().intValue();
    boolean plain = next > 0 && tokens.get(next - 1).text().length() == 4;
    boolean named = next < tokens.size() && tokens.get(next).isCapitalised();
    return !quantity.isBounded() && plain && named && size >= 1900 && size < 2100;
  }

  /** "those over 65": an age, not a number of people. */
  private static boolean isOlder(
      Quantity quantity, String before, List<Token> tokens, int first, Counted phrase) {
    boolean one = quantity.low() == null || quantity.high() == null;
    var bound = lower(tokens.get(first));
    return phrase.isEmpty()
        && one
        && (bound.equals("over") || bound.equals("under"))
        && !before.equals("killed")
        && quantity.size().compareTo(OLDEST) < 0;
  }

  /** "14 Harbour Street". */
  private boolean isAddress(List<Token> tokens, int next) {
    for (int i = next; i < Math.min(tokens.size(), next + 4); i++) {
      if (!tokens.get(i).isCapitalised()) {
        return false;
      }
      if (streets.contains(lower(tokens.get(i)))) {
        return true;
      }
    }
    return false;
  }

  private static int tokenAt(List<Token> tokens, int unit) {
    int at = 0;
    while (at < tokens.size() && tokens.get(at).end() <= unit) {
      at++;
    }
    return at;
  }

  private static String lower(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }

  private static String strip(String word) {
    return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
  }

  /** "12 years", "three consecutive days", "a 12-member panel". */
  private boolean isMeasured(List<Token> tokens, int next) {
    if (next >= tokens.size()) {
      return false;
    }
    var word = lower(tokens.get(next));
    boolean glued = next > 0 && tokens.get(next - 1).end() == tokens.get(next).start();
    if (word.startsWith("-") && glued) {
      return true;
    }
    if (measures.contains(tokens.get(next).text()) || measures.contains(strip(word))) {
      return !word.equals("-") || glued;
    }
    if (word.endsWith("'s") || word.endsWith("’s") || word.endsWith("s’") || word.endsWith("s'")) {
      return measures.contains(word.replaceAll("['’]s?$", ""))
          || measures.contains(word.replaceAll("['’]s?$", "") + "s");
    }
    boolean qualified = tokens.get(next).is("ADJ") || lower(tokens.get(next)).equals("more");
    return qualified && next + 1 < tokens.size() && measures.contains(lower(tokens.get(next + 1)));
  }

  private boolean isIdiom(List<Token> tokens, Counted phrase) {
    return idioms.contains(lower(tokens.get(phrase.to() - 1)));
  }

  /** "Charter 05", "Article 19": the number is part of a name. */
  private static boolean isName(List<Token> tokens, int first, boolean digits, Counted phrase) {
    if (!digits || first == 0) {
      return false;
    }
    var previous = tokens.get(first - 1);
    boolean named = previous.is("PROPN") && previous.isCapitalised() && phrase.isEmpty();
    return named;
  }

  private static boolean isListNumber(List<Token> tokens, int first, int next, boolean digits) {
    if (!digits || first > 1 || next >= tokens.size()) {
      return false;
    }
    var mark = tokens.get(next).text();
    return mark.equals(".") || mark.equals(")") || mark.equals(":");
  }

  /** "Aila Tor, 34, a clerk", "Aila Tor (34)". */
  private static boolean isAge(List<Token> tokens, int first, int next, Quantity quantity) {
    if (first == 0 || quantity.isBounded() || quantity.size().compareTo(OLDEST) > 0) {
      return false;
    }
    var before = tokens.get(first - 1).text();
    var behind = next < tokens.size() ? tokens.get(next).text() : ".";
    boolean closed = behind.equals(",") || behind.equals(")") || behind.equals(".");
    boolean named = first > 1 && tokens.get(first - 2).isCapitalised();
    return (before.equals(",") && closed && named)
        || (before.equals("(") && behind.equals(")"))
        || (before.equals(",") && named && behind.equals("and"));
  }

  /** "could be as high as three million now", "killed 12, the mayor said", "14 were freed". */
  private boolean isBareCount(
      Quantity quantity, List<Token> tokens, int first, int next, boolean small, int core) {
    if (small) {
      return false;
    }
    boolean words = core < tokens.size() && Character.isLetter(tokens.get(core).text().charAt(0));
    boolean large = quantity.size().compareTo(new BigDecimal(10_000)) >= 0;
    if (quantity.isBounded() || large || (words && large)) {
      return !isFollowedByNoun(tokens, next) || large;
    }
    boolean from = lower(tokens.get(Math.max(0, first - 1))).equals("from");
    boolean to = next < tokens.size() && lower(tokens.get(next)).equals("to");
    boolean rise = first > 1 && tokens.get(first - 2).is("NUM");
    if ((from && to) || (rise && lower(tokens.get(first - 1)).equals("to"))) {
      return true;
    }
    boolean object = first > 0 && verbs.contains(tokens.get(first - 1).lemma());
    boolean subject =
        next + 1 < tokens.size()
            && (tokens.get(next).is("AUX") || lower(tokens.get(next)).equals("were"))
            && verbs.contains(tokens.get(next + 1).lemma());
    return object || subject;
  }

  private static boolean isFollowedByNoun(List<Token> tokens, int next) {
    return next < tokens.size() && (tokens.get(next).is("NOUN") || tokens.get(next).is("PROPN"));
  }

  private static boolean isNumberOf(List<Token> tokens, int first) {
    return numberOf(tokens, first) >= 0;
  }

  private static int numberOf(List<Token> tokens, int first) {
    for (int i = first - 1; i > Math.max(1, first - NUMBER_OF_REACH); i--) {
      if (lower(tokens.get(i - 1)).startsWith("number") && lower(tokens.get(i)).equals("of")) {
        return i;
      }
    }
    return -1;
  }

  /** "the number of those held … could be 3,000": those held. */
  @Nullable String numberOf(CitedText cited, List<Token> tokens, int first) {
    int of = numberOf(tokens, first);
    if (of < 0) {
      return null;
    }
    int end = of + 1;
    var opens = tokens.get(of + 1);
    boolean people = opens.is("DET") || opens.is("PRON") || lower(opens).equals("people");
    while (end < first && isOfPhrase(tokens.get(end), end == of + 1, people)) {
      end++;
    }
    return end == of + 1
        ? null
        : cited.content().substring(tokens.get(of + 1).start(), tokens.get(end - 1).end());
  }

  private static boolean isOfPhrase(Token token, boolean first, boolean people) {
    return switch (token.tag()) {
      case "NOUN", "PROPN", "ADJ" -> true;
      case "DET", "PRON" -> first;
      case "VERB" -> people && (token.text().endsWith("ed") || token.text().equals("held"));
      default -> token.text().equals("being");
    };
  }
}
