package org.tamga.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows by their wording the lines with which web sites furnish a page around its text: menus,
 * sign-up lines, share bars, picture credits, notes on cookies.
 *
 * <p>The words are in {@code furniture-phrases.txt}, in many languages at once, because a page in
 * one language often stands in furniture of another.
 */
final class FurnitureLexicon {
  /** A sentence of its own right is seldom shorter, a sign-up line seldom longer. */
  private static final int SHORT_CHARS = 200;

  /** Menu lines longer than this are headlines. */
  private static final int MENU_CHARS = 40;

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern QUOTES = Pattern.compile("[\"“”„«»「」]");

  private static final List<String> ENTRIES = Lines.of("furniture-phrases.txt");
  private static final Set<String> WHOLE = entries('=');
  private static final Set<String> PREFIXES = entries('^');
  private static final Set<String> LABELS = entries(':');
  private static final List<String> PARTS = List.copyOf(entries('~'));
  private static final Set<String> CLOSING = Set.copyOf(Lines.of("closing-phrases.txt"));
  private static final List<String> TITLE_LABELS = Lines.of("title-labels.txt");
  private static final int LONGEST_PREFIX =
      PREFIXES.stream().mapToInt(String::length).max().orElse(0);

  private FurnitureLexicon() {}

  private static Set<String> entries(char kind) {
    Set<String> found = new HashSet<>();
    for (String entry : ENTRIES) {
      if (entry.charAt(0) == kind) {
        found.add(normal(entry.substring(1)));
      }
    }
    return Set.copyOf(found);
  }

  /** Words in lower case, one space between them, nothing else. */
  static String normal(String text) {
    return NOT_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** Whether {@code text}, all of one block, is furniture by its wording. */
  static boolean isFurniture(String text) {
    if (text.length() > SHORT_CHARS) {
      return false;
    }
    String words = normal(text);
    if (WHOLE.contains(words)) {
      return true;
    }
    boolean quoting = QUOTES.matcher(text).find();
    boolean worded = beginsLikeFurniture(text, words) || holdsFurniture(words);
    return isLabelled(text) || (worded && !quoting);
  }

  /** Whether {@code text} is a heading behind which other articles or comments are listed. */
  static boolean isClosing(String text) {
    return text.length() <= SHORT_CHARS && CLOSING.contains(normal(text));
  }

  /** Whether {@code text} is one entry of a menu, such as "Home" or "About us". */
  static boolean isMenuWord(String text) {
    return text.length() <= MENU_CHARS && WHOLE.contains(normal(text));
  }

  /**
   * {@code title} without what press offices set before it, such as "PRESS RELEASE:"; a title that
   * is nothing but such a label stays.
   */
  static String withoutLabel(String title) {
    String lower = title.toLowerCase(Locale.ROOT);
    for (String label : TITLE_LABELS) {
      if (lower.length() == title.length() && lower.startsWith(label)) {
        String rest = title.substring(label.length()).strip();
        boolean separated = !rest.isEmpty() && ":：|–—-".indexOf(rest.charAt(0)) >= 0;
        String name = separated ? rest.substring(1).strip() : "";
        if (!name.isEmpty()) {
          return name;
        }
      }
    }
    return title;
  }

  private static boolean beginsLikeFurniture(String text, String words) {
    boolean sentence = text.endsWith(".");
    int longest = Math.min(LONGEST_PREFIX, words.length());
    for (int end = 2; end <= longest; end++) {
      String start = words.substring(0, end);
      if (PREFIXES.contains(start) && !(sentence && start.indexOf(' ') == start.lastIndexOf(' '))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsFurniture(String words) {
    String padded = " " + words + " ";
    return PARTS.stream().anyMatch(part -> padded.contains(" " + part + " "));
  }

  private static boolean isLabelled(String text) {
    int colon = text.indexOf(':') >= 0 ? text.indexOf(':') : text.indexOf('：');
    return colon > 0 && colon <= MENU_CHARS && LABELS.contains(normal(text.substring(0, colon)));
  }
}
