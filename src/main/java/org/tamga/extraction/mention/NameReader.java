package org.tamga.extraction.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.language.WordList;

/** Takes a name apart: titles and roles in front, the name itself, what kind of name it is. */
final class NameReader {
  private static final Pattern ACRONYM = Pattern.compile("[A-Z][A-Z.]{1,7}s?");

  private final Map<String, String> roles = table("roles.txt");
  private final Map<String, String> givenNames = table("given-names.txt");
  private final Set<String> organisations = WordList.words(NameReader.class, "organisations.txt");
  private final Set<String> documents = WordList.words(NameReader.class, "documents.txt");
  private final Set<String> noNames = WordList.words(NameReader.class, "no-names.txt");
  private final Set<String> times = WordList.words(NameReader.class, "time-words.txt");
  private final Set<String> groups = WordList.words(NameReader.class, "groups.txt");

  private static Map<String, String> table(String resource) {
    Map<String, String> table = new HashMap<>();
    for (String line : WordList.lines(NameReader.class, resource)) {
      int tab = line.indexOf('\t');
      table.put(tab < 0 ? line : line.substring(0, tab), tab < 0 ? "" : line.substring(tab + 1));
    }
    return table;
  }

  /**
   * A name as one place gives it.
   *
   * @param words the name's words, titles left out; empty where the phrase is only a role
   * @param role the role in front of the name, or null
   * @param gender what title, role and given name tell
   * @param kind what kind of name it is
   */
  record Name(List<String> words, @Nullable String role, Party.Gender gender, Party.Kind kind) {
    String text() {
      return String.join(" ", words);
    }
  }

  /** The name that a phrase ends in. */
  Name read(NounPhrase phrase) {
    List<Token> tokens = phrase.sentence().tokens();
    int first = phrase.head();
    while (first > phrase.first()
        && (belongs(tokens, first - 1) || isAdjectiveOfName(tokens, phrase, first - 1))) {
      first--;
    }
    List<String> words = new ArrayList<>();
    String role = null;
    String gender = "";
    for (int i = first; i <= phrase.head(); i++) {
      String word = tokens.get(i).text();
      String lower = word.toLowerCase(Locale.ROOT);
      if (roles.containsKey(lower)) {
        role = roleWord(tokens, phrase, i);
        gender = roles.getOrDefault(lower, "").isEmpty() ? gender : roles.get(lower);
        words.clear();
      } else {
        words.add(word);
      }
    }
    if (role == null && first > phrase.first()) {
      role = roleWord(tokens, phrase, first - 1);
    }
    fromGivenName(words);
    if (words.size() == 1 && isNoName(words.getFirst())) {
      words.clear();
    }
    String given = words.isEmpty() ? "" : words.getFirst().toLowerCase(Locale.ROOT);
    if (gender.isEmpty() && words.size() > 1) {
      gender = givenNames.getOrDefault(given, "");
    }
    return new Name(words, role, gender(gender), kind(words, role, given, tokens, phrase));
  }

  /** "director of Super Market Mira Tolsen": the name begins with the given name. */
  private void fromGivenName(List<String> words) {
    if (words.isEmpty() || !words.getFirst().equals("of")) {
      return;
    }
    int given = 1;
    while (given < words.size() - 1
        && !givenNames.containsKey(words.get(given).toLowerCase(Locale.ROOT))) {
      given++;
    }
    words.subList(0, given < words.size() - 1 ? given : 1).clear();
  }

  /** "Department of Energy": a noun with a capital, before "of" and a name. */
  private static boolean isOffice(List<Token> tokens, int i) {
    return i + 2 < tokens.size()
        && tokens.get(i).is("NOUN")
        && tokens.get(i).isCapitalised()
        && tokens.get(i + 1).text().equals("of")
        && tokens.get(i + 2).is("PROPN");
  }

  private static boolean belongs(List<Token> tokens, int i) {
    String word = tokens.get(i).text();
    return tokens.get(i).is("PROPN")
        || isOffice(tokens, i)
        || (tokens.get(i + 1).is("PROPN")
            && (word.equals("of") || word.equals("for") || word.equals("&") || word.equals("de")));
  }

  /** "the United Nations": an adjective with a capital, between "the" and a name, is part of it. */
  private static boolean isAdjectiveOfName(List<Token> tokens, NounPhrase phrase, int i) {
    return i > phrase.first()
        && tokens.get(phrase.first()).is("DET")
        && tokens.get(i).is("ADJ")
        && tokens.get(i).isCapitalised()
        && tokens.get(i + 1).is("PROPN");
  }

  /** A role, if the word is one; longer than one word where the office is ("Secretary General"). */
  private @Nullable String roleWord(List<Token> tokens, NounPhrase phrase, int i) {
    String lower = tokens.get(i).text().toLowerCase(Locale.ROOT);
    if (!roles.containsKey(lower) || lower.endsWith(".") || lower.length() <= 3) {
      return null;
    }
    if (i > phrase.first()) {
      String two = tokens.get(i - 1).text().toLowerCase(Locale.ROOT) + ' ' + lower;
      if (roles.containsKey(two) || isAdjectiveOfOffice(tokens.get(i - 1))) {
        return tokens.get(i - 1).text() + ' ' + tokens.get(i).text();
      }
    }
    return tokens.get(i).text();
  }

  private static boolean isAdjectiveOfOffice(Token token) {
    return switch (token.text().toLowerCase(Locale.ROOT)) {
      case "foreign", "prime", "vice", "deputy", "secretary", "interior", "security", "former" ->
          true;
      default -> false;
    };
  }

  private Party.Kind kind(
      List<String> words,
      @Nullable String role,
      String given,
      List<Token> tokens,
      NounPhrase phrase) {
    for (String word : words) {
      if (organisations.contains(word.toLowerCase(Locale.ROOT))) {
        return Party.Kind.ORGANISATION;
      }
    }
    if (role != null || givenNames.containsKey(given)) {
      return Party.Kind.PERSON;
    }
    if (words.size() == 1 && ACRONYM.matcher(words.getFirst()).matches()) {
      return Party.Kind.ORGANISATION;
    }
    boolean the = tokens.get(phrase.first()).is("DET");
    return the && words.size() > 1 ? Party.Kind.ORGANISATION : Party.Kind.UNKNOWN;
  }

  private static Party.Gender gender(String letter) {
    return switch (letter) {
      case "m" -> Party.Gender.MALE;
      case "f" -> Party.Gender.FEMALE;
      default -> Party.Gender.UNKNOWN;
    };
  }

  /** The gender that a role word tells ("chairwoman"). */
  Party.Gender genderOf(String role) {
    return gender(roles.getOrDefault(role.toLowerCase(Locale.ROOT), ""));
  }

  boolean isRole(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.length() > 3 && roles.containsKey(lower);
  }

  /** Whether a word is a month, a form of address or a small word, capital or not. */
  boolean isNoName(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return noNames.contains(lower) || times.contains(lower);
  }

  boolean isDocument(Token token) {
    return documents.contains(token.lemma())
        || documents.contains(token.text().toLowerCase(Locale.ROOT));
  }

  /** Whether a noun is for a body, a group or a document rather than for one person. */
  boolean isBody(Token token) {
    return isGroup(token) || isDocument(token) || organisations.contains(token.lemma());
  }

  boolean isGroup(Token token) {
    return groups.contains(token.text().toLowerCase(Locale.ROOT));
  }
}
