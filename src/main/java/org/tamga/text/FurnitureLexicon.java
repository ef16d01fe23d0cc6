package org.tamga.text;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Knows by their wording the lines with which web sites furnish a page around its text: menus,
 * sign-up lines, share bars, picture credits, notes on cookies.
 *
 * <p>The words are in {@code furniture-phrases.txt}, in many languages at once, because a page in
 * one language often stands in furniture of another.
 */
public final class FurnitureLexicon {
  /** A sentence of its own right is seldom shorter, a sign-up line seldom longer. */
  private static final int SHORT_CHARS = 200;

  /** Menu lines longer than this are headlines. */
  private static final int MENU_CHARS = 40;

  /**
   * A sign of ownership before a name, or a credit in brackets at the end of a caption. Behind a
   * full stop such brackets name the agency that a whole report is from.
   */
  private static final Pattern CREDIT =
      Pattern.compile(
          "^(?:©|\\(c\\)\\s|copyright\\b)"
              + "|(?<![.!?。\"”’])(?<![.!?。\"”’]\\s)[(\\[]"
              + "(?:(?:image|photo|picture|pic|foto|bild|фото|图)\\s?[^()]{0,60}"
              + "|[^()]{0,60}\\b(?:getty|istock|shutterstock|reuters|afp|ap|dpa|epa)\\b[^()]{0,40})"
              + "[)\\]]$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern QUOTES = Pattern.compile("[\"“”„«»「」]");

  private static final List<String> ENTRIES = Lines.of("furniture-phrases.txt");
  private static final Set<String> WHOLE = entries('=');
  private static final NavigableSet<String> PREFIXES =
      Collections.unmodifiableNavigableSet(new TreeSet<>(entries('^')));
  private static final Set<String> LABELS = entries(':');
  private static final List<String> PARTS = List.copyOf(entries('~'));
  private static final Set<String> CLOSING = Set.copyOf(Lines.of("closing-phrases.txt"));
  private static final List<String> TITLE_LABELS = Lines.of("title-labels.txt");

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
  public static String normal(String text) {
    StringBuilder words = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); ) {
      int sign = lower.codePointAt(i);
      if (sign >= 'a' && sign <= 'z') {
        words.append((char) sign); // by far the commonest
        i++;
        continue;
      }
      if (Character.isLetterOrDigit(sign) || isMark(sign)) {
        words.appendCodePoint(sign);
      } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
      i += Character.charCount(sign);
    }
    return words.toString().strip();
  }

  private static boolean isMark(int sign) {
    int type = Character.getType(sign);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
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
    boolean worded = beginsLikeFurniture(text, words) || holdsFurniture(words);
    return isLabelled(text) || isCredit(text) || (worded && !QUOTES.matcher(text).find());
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

  private static boolean isCredit(String text) {
    char last = text.charAt(text.length() - 1);
    return (last == ')' || last == ']' || "©(cC".indexOf(text.charAt(0)) >= 0)
        && CREDIT.matcher(text).find();
  }

  /**
   * Looks for a phrase with which {@code words} begin. A phrase of one word must be followed by
   * another word; longer ones may have lost the space behind them ("Previous articleThe …").
   */
  private static boolean beginsLikeFurniture(String text, String words) {
    boolean sentence = text.endsWith(".");
    String start = PREFIXES.floor(words);
    while (start != null && !start.isEmpty()) {
      if (!words.startsWith(start)) {
        start = PREFIXES.floor(words.substring(0, sharedLength(start, words)));
        continue;
      }
      int spaces = (int) start.chars().filter(c -> c == ' ').count();
      boolean whole = words.length() == start.length() || words.charAt(start.length()) == ' ';
      boolean spaced = spaces > 0 || whole || Character.isIdeographic(start.codePointAt(0));
      if (spaced && !(sentence && spaces < 2)) {
        return true;
      }
      start = PREFIXES.lower(start);
    }
    return false;
  }

  private static int sharedLength(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return length;
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
