package org.tamga.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts plain text into paragraphs.
 *
 * <p>Most texts write one paragraph a line, with or without blank lines between. Others break their
 * lines at a fixed width, as mail and press offices' text files do; those lines are joined into one
 * paragraph again. A text is broken at a width if in nearly every line the next line's first word
 * would not have fitted any more.
 */
final class PlainTextLines {
  /** No text is broken at a width beyond these columns. */
  private static final int WIDEST = 132;

  /** Narrower columns are lists or verse. */
  private static final int NARROWEST = 40;

  private PlainTextLines() {}

  /**
   * A paragraph and its place in the text, in UTF-16 units.
   *
   * @param text its characters, without white space around them
   * @param start its first character
   * @param end behind its last character
   * @param lines how many lines it covers
   * @param group number of the run of lines without a blank line to which it belongs
   */
  record Paragraph(String text, int start, int end, int lines, int group) {}

  /** The paragraphs of {@code text} in order. */
  static List<Paragraph> paragraphs(String text) {
    List<List<Paragraph>> groups = groups(text);
    int columns = columns(groups);
    List<Paragraph> paragraphs = new ArrayList<>();
    for (List<Paragraph> group : groups) {
      if (group.size() > 1 && isWrapped(group, columns)) {
        int start = group.getFirst().start();
        int end = group.getLast().end();
        paragraphs.add(
            new Paragraph(
                text.substring(start, end), start, end, group.size(), group.getFirst().group()));
      } else {
        paragraphs.addAll(group);
      }
    }
    return paragraphs;
  }

  /** Runs of lines with blank lines between. */
  private static List<List<Paragraph>> groups(String text) {
    List<List<Paragraph>> groups = new ArrayList<>();
    List<Paragraph> group = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !isBreak(text.charAt(end))) {
        end++;
      }
      int first = at;
      int last = end;
      while (first < last && isBlank(text.charAt(first))) {
        first++;
      }
      while (last > first && isBlank(text.charAt(last - 1))) {
        last--;
      }
      if (first < last) {
        group.add(new Paragraph(text.substring(first, last), first, last, 1, groups.size()));
      } else if (!group.isEmpty()) {
        groups.add(group);
        group = new ArrayList<>();
      }
      boolean windows = end + 1 < text.length() && text.startsWith("\r\n", end);
      at = end + (windows ? 2 : 1);
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
    return groups;
  }

  private static boolean isBreak(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\f'
        || c == '\u000B'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }

  static boolean isBlank(char c) {
    if (c > ' ' && c < '\u007F') {
      return false;
    }
    return c <= ' '
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200B'
        || c == '\uFEFF'
        || c == '\u200E'
        || c == '\u200F';
  }

  /** The width at which the text's longest wrapped run of lines is broken; 0 where none is. */
  private static int columns(List<List<Paragraph>> groups) {
    int columns = 0;
    for (List<Paragraph> group : groups) {
      int widest = widest(group);
      if (group.size() >= 3 && widest >= NARROWEST && isWrapped(group, widest)) {
        columns = Math.max(columns, widest);
      }
    }
    return columns;
  }

  private static int widest(List<Paragraph> group) {
    return group.stream().mapToInt(line -> line.text().length()).max().orElse(0);
  }

  private static boolean isWrapped(List<Paragraph> group, int columns) {
    if (columns == 0 || columns > WIDEST || widest(group) > columns) {
      return false;
    }
    int full = 0;
    for (int i = 0; i + 1 < group.size(); i++) {
      int firstWord = firstWord(group.get(i + 1).text());
      full += group.get(i).text().length() + 1 + firstWord > columns ? 1 : 0;
    }
    return full * 10 >= (group.size() - 1) * 9;
  }

  private static int firstWord(String line) {
    int space = line.indexOf(' ');
    return Math.min(space < 0 ? line.length() : space, NARROWEST / 2);
  }
}
