package org.tamga.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.text.Block.Role;
import org.tamga.text.PlainTextLines.Paragraph;

/**
 * Decides what part each paragraph of a plain text plays, by its shape, its place and its wording.
 *
 * <p>A text that was scraped from a page carries menus above its title, sign-up lines in its midst
 * and neighbours' headlines below. Leaving a true paragraph out costs more than letting a menu line
 * in, so everything not known for furniture stays.
 */
final class PlainTextRoles {
  /** From this length on a paragraph is running text whatever its marks. */
  static final int RUNNING_TEXT_CHARS = 160;

  /** Headings are seldom longer. */
  private static final int HEADING_CHARS = 150;

  private static final int HEADING_WORDS = 22;

  /** Below this, a line with its full stop may still be a heading's neighbour, not its text. */
  private static final int LEAST_TEXT_CHARS = 60;

  /** Lines above a title with no more words than this are sections of a site, not its title. */
  private static final int KICKER_WORDS = 3;

  /** How many lines at the start of a text are searched for the title. */
  static final int HEAD_LINES = 40;

  private static final Pattern SENTENCE_END =
      Pattern.compile(".*[.!?。！？؟…:;,،؛：；]['\"”’»)\\]]*$", Pattern.DOTALL);
  private static final Pattern CONTACT_LINE =
      Pattern.compile(
          "(?:[+(]?\\d[\\d\\s()./-]{6,}\\d|[\\w.+-]+@[\\w-]+\\.[\\w.-]+|\\[email.protected\\]|"
              + "https?://\\S+|www\\.\\S+|\\bor\\b|tel\\b|phone\\b|e-?mail\\b|mobile\\b|fax\\b|"
              + "[\\s,;:|/.()–-])+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern LIST_MARK =
      Pattern.compile("(?:[•·▪◦‣*–—-]|\\(?\\d{1,3}[.)]|\\(?[a-z][.)])\\s.+", Pattern.DOTALL);
  private static final Pattern LATIN_TOKEN = Pattern.compile("[\\p{IsLatin}\\d_-]{2,30}");

  private final List<Paragraph> paragraphs;
  private final @Nullable Role[] roles;

  private PlainTextRoles(List<Paragraph> paragraphs) {
    this.paragraphs = paragraphs;
    this.roles = new @Nullable Role[paragraphs.size()];
  }

  /**
   * The role of each of {@code paragraphs}.
   *
   * @param knownTitle the title, if it is known from elsewhere
   */
  static List<Role> of(List<Paragraph> paragraphs, @Nullable String knownTitle) {
    PlainTextRoles decision = new PlainTextRoles(paragraphs);
    decision.markByWording();
    decision.markListsOfNeighbours();
    decision.markTitle(knownTitle);
    decision.markTokens();
    decision.markRepetitions();
    decision.markTheRest();
    decision.markLoneCaption();
    List<Role> roles = new ArrayList<>();
    for (Role role : decision.roles) {
      roles.add(role == null ? Role.PARAGRAPH : role);
    }
    return roles;
  }

  private String text(int i) {
    return paragraphs.get(i).text();
  }

  private void markByWording() {
    for (int i = 0; i < roles.length; i++) {
      String text = text(i);
      boolean contact = text.length() <= RUNNING_TEXT_CHARS && CONTACT_LINE.matcher(text).matches();
      if (contact || FurnitureLexicon.isFurniture(text)) {
        roles[i] = Role.BOILERPLATE;
      }
    }
  }

  /** Behind "Related" or "Latest" stand other articles' headlines, up to the next running text. */
  private void markListsOfNeighbours() {
    for (int i = 0; i < roles.length; i++) {
      if (!FurnitureLexicon.isClosing(text(i))) {
        continue;
      }
      int end = i + 1;
      while (end < roles.length && isHeadline(end) && !opensText(end)) {
        end++;
      }
      Arrays.fill(roles, i, end, Role.BOILERPLATE);
      i = end - 1;
    }
  }

  private void markTitle(@Nullable String knownTitle) {
    int running = firstRunning();
    int title = -1;
    for (int i = 0; i < running; i++) {
      if (roles[i] != null || !isHeadline(i) || WrittenDate.only(text(i)).isPresent()) {
        continue;
      }
      boolean known = knownTitle != null && sameWords(knownTitle, text(i));
      boolean better = title < 0 || (words(title) <= KICKER_WORDS && words(i) > KICKER_WORDS);
      if (known || better) {
        title = i;
      }
      if (known) {
        break;
      }
    }
    if (title < 0) {
      return;
    }
    roles[title] = Role.TITLE;
    for (int i = 0; i < title; i++) {
      if (roles[i] == null && words(i) <= KICKER_WORDS && !isSentence(i)) {
        roles[i] = Role.BOILERPLATE;
      }
    }
  }

  /** The first paragraph that is a sentence or long enough to be one. */
  private int firstRunning() {
    int end = Math.min(roles.length, HEAD_LINES);
    for (int i = 0; i < end; i++) {
      boolean full = text(i).length() >= LEAST_TEXT_CHARS && isSentence(i);
      boolean running = full || text(i).length() > RUNNING_TEXT_CHARS;
      boolean title = i == 0 && isShortTitleWithStop();
      if (roles[i] == null && running && !title) {
        return i;
      }
    }
    return end;
  }

  private boolean isShortTitleWithStop() {
    return text(0).length() <= HEADING_CHARS && roles.length > 1 && isTitleCased(text(0));
  }

  /**
   * A token such as a counting script leaves behind, before or behind all running text: one word,
   * all lower case, no mark.
   */
  private void markTokens() {
    int running = firstRunning();
    int lastRunning = roles.length - 1;
    while (lastRunning > running && text(lastRunning).length() < LEAST_TEXT_CHARS) {
      lastRunning--;
    }
    for (int i = 0; i < roles.length; i++) {
      String text = text(i);
      boolean outside = i < running || i > lastRunning;
      if (roles[i] == null
          && outside
          && LATIN_TOKEN.matcher(text).matches()
          && text.chars().noneMatch(Character::isUpperCase)
          && text.chars().anyMatch(Character::isLetter)) {
        roles[i] = Role.BOILERPLATE;
      }
    }
  }

  private void markRepetitions() {
    Repetitions repetitions = new Repetitions();
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] != Role.BOILERPLATE && repetitions.isRepetition(text(i))) {
        roles[i] = Role.REPETITION;
      }
    }
  }

  private void markTheRest() {
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] != null) {
        continue;
      }
      if (LIST_MARK.matcher(text(i)).matches()) {
        roles[i] = Role.LIST_ITEM;
      } else if (isHeadline(i) && opensText(i) && standsApart(i)) {
        roles[i] = Role.HEADING;
      } else {
        roles[i] = Role.PARAGRAPH;
      }
    }
  }

  /**
   * One short line in the midst of a text without other headings, whose words stand in the text
   * too: the name of whoever is in the picture.
   */
  private void markLoneCaption() {
    int lone = -1;
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] == Role.HEADING && lone >= 0) {
        return;
      }
      lone = roles[i] == Role.HEADING ? i : lone;
    }
    if (lone < 0 || words(lone) > KICKER_WORDS) {
      return;
    }
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] == Role.PARAGRAPH && text(i).contains(text(lone))) {
        roles[lone] = Role.BOILERPLATE;
        return;
      }
    }
  }

  /** Whether running text comes next, past furniture and at most one more short line. */
  private boolean opensText(int i) {
    for (int next = i + 1; next < roles.length && next <= i + 3; next++) {
      if (roles[next] == Role.BOILERPLATE || roles[next] == Role.REPETITION) {
        continue;
      }
      return (text(next).length() >= LEAST_TEXT_CHARS && !isHeadline(next))
          || LIST_MARK.matcher(text(next)).matches();
    }
    return false;
  }

  /** Whether a blank line stands before paragraph {@code i}, or the text knows no blank lines. */
  private boolean standsApart(int i) {
    boolean blanks = paragraphs.getLast().group() > 0;
    return i == 0 || !blanks || paragraphs.get(i - 1).group() != paragraphs.get(i).group();
  }

  private boolean isHeadline(int i) {
    Paragraph paragraph = paragraphs.get(i);
    String text = paragraph.text();
    int first = text.codePointAt(0);
    boolean question = text.endsWith("?") || text.endsWith("？") || text.endsWith("؟");
    return paragraph.lines() <= 3
        && text.length() <= HEADING_CHARS
        && words(i) <= HEADING_WORDS
        && !Character.isLowerCase(first)
        && (question || !isSentence(i) || (i == 0 && isTitleCased(text)));
  }

  private boolean isSentence(int i) {
    return SENTENCE_END.matcher(text(i)).matches();
  }

  private int words(int i) {
    return text(i).strip().split("\\s+", -1).length + ideographs(text(i)) / 3;
  }

  private static int ideographs(String text) {
    return (int) text.codePoints().filter(Character::isIdeographic).count();
  }

  private static boolean sameWords(String one, String other) {
    String words = FurnitureLexicon.normal(other);
    return !words.isEmpty() && FurnitureLexicon.normal(one).equals(words);
  }

  /** Whether most words begin with a capital, as titles in English do and sentences do not. */
  private static boolean isTitleCased(String text) {
    String[] words = text.split("\\s+", -1);
    int capitals = 0;
    for (String word : words) {
      capitals += !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)) ? 1 : 0;
    }
    return words.length >= 3 && capitals * 10 >= words.length * 6;
  }
}
