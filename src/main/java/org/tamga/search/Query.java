package org.tamga.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person searches for: words, phrases, words that must not be there, and filters.
 *
 * <p>docs/spec/search.md. Any text is a query; what is no filter and no quotation is a word.
 *
 * @param terms all of which must fit
 */
public record Query(List<Term> terms) {
  /** Longer queries are cut: nobody types them. */
  private static final int MOST_TERMS = 64;

  public Query {
    terms = List.copyOf(terms);
  }

  /** Where a term is looked for. */
  public enum Scope {
    /** In text, title, publisher and file name. */
    ANYWHERE,
    /** In the publisher's name. */
    PUBLISHER,
    /** In the name of somebody who says something. */
    SPEAKER,
    /** In the title. */
    TITLE,
    /** The type of an annotation. */
    TYPE,
    /** The document's language. */
    LANGUAGE;

    private static Optional<Scope> parse(String word) {
      for (Scope scope : values()) {
        if (scope != ANYWHERE && scope.name().toLowerCase(Locale.ROOT).equals(word)) {
          return Optional.of(scope);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * One thing that must fit, or must not.
   *
   * @param words one word or several that follow one another
   * @param isBeginning whether words that only begin so fit too
   * @param isExcluded whether what fits is left out
   */
  public record Term(Scope scope, String words, boolean isBeginning, boolean isExcluded) {}

  /** Understands what a person typed. */
  public static Query parse(String typed) {
    List<Term> terms = new ArrayList<>();
    int at = 0;
    while (at < typed.length() && terms.size() < MOST_TERMS) {
      if (Character.isWhitespace(typed.charAt(at))) {
        at++;
      } else {
        int end = end(typed, at);
        term(typed.substring(at, end)).ifPresent(terms::add);
        at = end;
      }
    }
    return new Query(terms);
  }

  /** Where the term ends that begins here: at white space outside quotation marks. */
  private static int end(String typed, int start) {
    boolean quoted = false;
    for (int i = start; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (isQuote(c)) {
        quoted = !quoted;
      } else if (Character.isWhitespace(c) && !quoted) {
        return i;
      }
    }
    return typed.length();
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”' || c == '„';
  }

  private static Optional<Term> term(String written) {
    boolean isExcluded = written.length() > 1 && written.charAt(0) == '-';
    String rest = isExcluded ? written.substring(1) : written;
    Scope scope = Scope.ANYWHERE;
    int colon = rest.indexOf(':');
    if (colon > 0) {
      Optional<Scope> named = Scope.parse(rest.substring(0, colon).toLowerCase(Locale.ROOT));
      if (named.isPresent()) {
        scope = named.get();
        rest = rest.substring(colon + 1);
      }
    }
    boolean isQuoted = !rest.isEmpty() && isQuote(rest.charAt(0));
    boolean isBeginning = !isQuoted && rest.endsWith("*");
    String words = rest.replaceAll("[\"“”„*]", " ").strip();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Term(scope, words, isBeginning, isExcluded));
  }
}
