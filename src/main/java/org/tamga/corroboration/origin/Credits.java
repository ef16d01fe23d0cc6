package org.tamga.corroboration.origin;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.text.Block;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;

/**
 * Whom a text names as where it has its matter from, and under which names it may itself be named.
 *
 * <p>Names are in lower case, without "the". They are compared word by word, never in part of a
 * word.
 *
 * @param own names of whoever put the text out: the publisher, the agency of the dateline
 * @param named all names in the text
 * @param credited those that the text names as its source: "X reported", "according to X"
 * @param isStatement whether the text speaks for those who put it out: a letter, a declaration
 * @param tellsOfStatement whether it speaks of a letter, a statement, a report
 */
public record Credits(
    Set<String> own,
    Set<String> named,
    Set<String> credited,
    boolean isStatement,
    boolean tellsOfStatement) {
  private static final String NAME =
      "\\p{Lu}[\\p{L}\\p{N}&’'-]*"
          + "(?: (?:of (?:the )?|the |de |and |for |on |& )?\\p{Lu}[\\p{L}\\p{N}&’'-]*){0,5}";

  private static final Pattern NAMED = Pattern.compile(NAME);

  private static final Pattern CREDITED_BEHIND =
      Pattern.compile(
          "("
              + NAME
              + ")(?:,? which)?(?: has| have| had| first)?"
              + " (?:reported|reports|wrote|writes|revealed|learned|learnt"
              + "|was first to report)\\b");

  private static final Pattern CREDITED_BEFORE =
      Pattern.compile(
          "(?:[Aa]ccording to|[Tt]old|[Cc]iting|[Cc]ited by|[Qq]uoted by"
              + "|[Rr]eported by|[Rr]eports by"
              + "|[Pp]ublished (?:by|in)|[Ss]ource:|[Cc]ourtesy of|[Ww]ith material from"
              + "|[Cc]ount by|[Rr]eport (?:by|of|in))(?: the| a count by the group| the group"
              + "| the agency| the newspaper| news agency)? ("
              + NAME
              + ")");

  private static final Pattern DATELINE =
      Pattern.compile("^\\p{Lu}[\\p{L} ,.'’-]{1,40} \\((" + NAME + ")\\) ?[—–-]");

  private static final Pattern STATEMENT_TITLE =
      Pattern.compile(
          "\\b(?:statement|letter|petition|declaration|communiqu[eé]|resolution|appeal|address"
              + "|speech)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WE = Pattern.compile("\\b(?:[Ww]e|[Oo]ur|us|ours|I)\\b");
  private static final Pattern QUOTED = Pattern.compile("“[^”]*”|\"[^\"]*\"|«[^»]*»");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  /** One word in so many is "we" where somebody speaks for themselves. */
  private static final int WORDS_FOR_A_WE = 50;

  private static final int DATELINE_BLOCKS = 4;

  public Credits {
    own = Set.copyOf(own);
    named = Set.copyOf(named);
    credited = Set.copyOf(credited);
  }

  /** Reads the credits of a text; {@code known} says who published it. */
  public static Credits of(ReadableText text, Metadata known) {
    Set<String> own = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    Set<String> credited = new TreeSet<>();
    add(own, known.publisher());
    StringBuilder main = new StringBuilder();
    int place = 0;
    boolean isTitled = known.title() != null && STATEMENT_TITLE.matcher(known.title()).find();
    for (Block block : text.blocks()) {
      if (!block.role().isMain()) {
        continue;
      }
      String words = words(text.content(), block);
      if (place == 0) {
        isTitled |= STATEMENT_TITLE.matcher(words).find();
      }
      if (place++ < DATELINE_BLOCKS) {
        collect(DATELINE, words, own);
      }
      collect(NAMED, words, named);
      collect(CREDITED_BEHIND, words, credited);
      collect(CREDITED_BEFORE, words, credited);
      main.append(words).append('\n');
    }
    boolean speaks = speaksForItself(QUOTED.matcher(main).replaceAll(" "));
    return new Credits(
        own, named, credited, speaks && isTitled, STATEMENT_TITLE.matcher(main).find());
  }

  private static boolean speaksForItself(String words) {
    return WE.matcher(words).results().count() * WORDS_FOR_A_WE
        >= WORD.matcher(words).results().count();
  }

  /** Whether this text names whoever put the other one out. */
  public boolean names(Credits other) {
    return meets(named, other.own);
  }

  /** Whether this text names whoever put the other one out as its source. */
  public boolean credits(Credits other) {
    return meets(credited, other.own);
  }

  /** A source that both texts name; null where there is none. */
  public @Nullable String commonSource(Credits other) {
    for (String mine : new TreeSet<>(credited)) {
      for (String theirs : other.credited) {
        if (mine.equals(theirs) && mine.indexOf(' ') > 0) {
          return mine;
        }
      }
    }
    return null;
  }

  private boolean meets(Set<String> found, Set<String> wanted) {
    for (String name : wanted) {
      for (String one : found) {
        if (!own.contains(name) && (" " + one + " ").contains(" " + name + " ")) {
          return true;
        }
      }
    }
    return false;
  }

  private static void collect(Pattern pattern, String words, Set<String> names) {
    Matcher matcher = pattern.matcher(words);
    while (matcher.find()) {
      add(names, matcher.groupCount() == 0 ? matcher.group() : matcher.group(1));
    }
  }

  private static void add(Set<String> names, @Nullable String name) {
    if (name != null) {
      String plain = name.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("'s\\b", "");
      plain = plain.startsWith("the ") ? plain.substring(4) : plain;
      if (!plain.isBlank()) {
        names.add(plain.strip());
      }
    }
  }

  private static String words(String content, Block block) {
    int start = content.offsetByCodePoints(0, block.span().start());
    return content.substring(start, content.offsetByCodePoints(start, block.span().length()));
  }
}
