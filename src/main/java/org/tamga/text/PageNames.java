package org.tamga.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/**
 * Tells from the class, id and role that a page's author gave an element what it is for.
 *
 * <p>The words are in {@code page-names.txt}. They are English because page authors write them in
 * English whatever the language of the page.
 */
final class PageNames {
  private static final Map<String, Set<Purpose>> PURPOSES = purposesByWord();

  /** The attributes in which authors name an element. */
  private static final List<String> NAMING = List.of("class", "id", "role", "itemprop");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /**
   * Names that tell what a text is about or how it looks, not what it is for: {@code tag-popular}
   * on an article about pop stars, {@code has-sidebar} on a whole page, {@code lg:hidden}.
   */
  private static final Pattern OTHER_MATTERS =
      Pattern.compile("(?:tag|category|has|no|not|with|without|is|status|author|label)-|[^\\s]*:");

  /** Names longer than this are generated and tell nothing. */
  private static final int LONGEST_NAME = 2000;

  /** Pages give the same names to many elements. */
  private final Map<String, Set<Purpose>> known = new HashMap<>();

  /** What the names of an element may say that it is for. */
  enum Purpose {
    /** No part of the text. */
    FURNITURE,
    /** What readers wrote beneath the text. */
    COMMENTS,
    /** The text itself. */
    TEXT
  }

  private static Map<String, Set<Purpose>> purposesByWord() {
    Map<String, Set<Purpose>> found = new HashMap<>();
    for (String entry : Lines.of("page-names.txt")) {
      Purpose purpose =
          switch (entry.charAt(0)) {
            case '-' -> Purpose.FURNITURE;
            case '~' -> Purpose.COMMENTS;
            case '+' -> Purpose.TEXT;
            default -> throw new IllegalStateException("page-names.txt: " + entry);
          };
      found
          .computeIfAbsent(entry.substring(1).strip(), _ -> EnumSet.noneOf(Purpose.class))
          .add(purpose);
    }
    return Map.copyOf(found);
  }

  /** Whether the names of {@code element} say that it is for {@code purpose}. */
  boolean say(Element element, Purpose purpose) {
    Attributes attributes = element.attributes();
    for (String naming : NAMING) {
      if (says(attributes.get(naming), purpose)) {
        return true;
      }
    }
    return false;
  }

  private boolean says(String names, Purpose purpose) {
    return !names.isEmpty()
        && names.length() <= LONGEST_NAME
        && known.computeIfAbsent(names, PageNames::purposes).contains(purpose);
  }

  /** Looks at single words and at pairs of neighbours joined ("read-more", "articleBody"). */
  private static Set<Purpose> purposes(String names) {
    Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
    for (String name : SPACE.split(names, -1)) {
      if (OTHER_MATTERS.matcher(name).lookingAt()) {
        continue;
      }
      String before = "";
      for (String word : words(name)) {
        purposes.addAll(PURPOSES.getOrDefault(word, Set.of()));
        if (!before.isEmpty()) {
          purposes.addAll(PURPOSES.getOrDefault(before + word, Set.of()));
        }
        before = word;
      }
    }
    return purposes;
  }

  /** The words of a name, in lower case. */
  private static List<String> words(String names) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= names.length(); i++) {
      char c = i < names.length() ? names.charAt(i) : ' ';
      boolean hump =
          Character.isUpperCase(c) && i > start && Character.isLowerCase(names.charAt(i - 1));
      if (hump || !Character.isLetter(c)) {
        if (i > start) {
          words.add(names.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = hump ? i : i + 1;
      }
    }
    return words;
  }
}
