package org.tamga.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Tells from the class, id and role that a page's author gave an element what it is for.
 *
 * <p>The words are in {@code page-names.txt}. They are English because page authors write them in
 * English whatever the language of the page.
 */
final class PageNames {
  private static final Set<String> FURNITURE_WORDS = entries('-');
  private static final Set<String> COMMENT_WORDS = entries('~');
  private static final Set<String> TEXT_WORDS = entries('+');

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

  private static Set<String> entries(char kind) {
    Set<String> found = new HashSet<>();
    for (String entry : Lines.of("page-names.txt")) {
      if (entry.charAt(0) == kind) {
        found.add(entry.substring(1).strip());
      }
    }
    return Set.copyOf(found);
  }

  /** Whether the names of {@code element} say that it is for {@code purpose}. */
  boolean say(Element element, Purpose purpose) {
    return element.attributesSize() > 0
        && (says(element.className(), purpose)
            || says(element.id(), purpose)
            || says(element.attr("role"), purpose)
            || says(element.attr("itemprop"), purpose));
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
        addPurposes(word, purposes);
        addPurposes(before + word, purposes);
        before = word;
      }
    }
    return purposes;
  }

  private static void addPurposes(String word, Set<Purpose> purposes) {
    if (FURNITURE_WORDS.contains(word)) {
      purposes.add(Purpose.FURNITURE);
    }
    if (COMMENT_WORDS.contains(word)) {
      purposes.add(Purpose.COMMENTS);
    }
    if (TEXT_WORDS.contains(word)) {
      purposes.add(Purpose.TEXT);
    }
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
