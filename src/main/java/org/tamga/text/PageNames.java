package org.tamga.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Tells from the class, id and role that a page's author gave an element what it is for.
 *
 * <p>The words are in {@code page-names.txt}. They are English because page authors write them in
 * English whatever the language of the page.
 */
final class PageNames {
  private static final Set<String> FURNITURE = entries('-');
  private static final Set<String> TEXT = entries('+');

  /** Names longer than this are generated and tell nothing. */
  private static final int LONGEST_NAME = 400;

  private PageNames() {}

  private static Set<String> entries(char kind) {
    Set<String> found = new HashSet<>();
    for (String entry : Lines.of("page-names.txt")) {
      if (entry.charAt(0) == kind) {
        found.add(entry.substring(1).strip());
      }
    }
    return Set.copyOf(found);
  }

  /** Whether the names of {@code element} call it furniture. */
  static boolean namesFurniture(Element element) {
    return anyName(element, FURNITURE);
  }

  /** Whether the names of {@code element} call it the text of the page. */
  static boolean namesText(Element element) {
    return element.attr("itemprop").contains("articleBody") || anyName(element, TEXT);
  }

  private static boolean anyName(Element element, Set<String> wanted) {
    return element.attributesSize() > 0
        && (anyWord(element.className(), wanted)
            || anyWord(element.id(), wanted)
            || anyWord(element.attr("role"), wanted)
            || anyWord(element.attr("data-component"), wanted));
  }

  /** Looks at single words and at pairs of neighbours joined ("read-more", "articleBody"). */
  private static boolean anyWord(String names, Set<String> wanted) {
    if (names.isEmpty() || names.length() > LONGEST_NAME) {
      return false;
    }
    String before = "";
    for (String word : words(names)) {
      if (wanted.contains(word) || (!before.isEmpty() && wanted.contains(before + word))) {
        return true;
      }
      before = word.isBlank() ? "" : word;
    }
    return false;
  }

  /** The words of names, in lower case; a blank stands where one name ends. */
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
        if (c == ' ') {
          words.add(" ");
        }
        start = hump ? i : i + 1;
      }
    }
    return words;
  }
}
