package org.tamga.text.capture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tamga.text.FurnitureLexicon;
import org.tamga.text.Lines;

/**
 * Tells why a captured page holds no content, if it holds none.
 *
 * <p>Two things must come together: the page says little or nothing in sentences of its own, and it
 * shows a phrase by which pages ask for something else ({@code empty-captures.txt}, many languages,
 * all of them looked up always). A report on error pages has sentences, and stays.
 */
public final class EmptyCapture {
  /** What stands before each reason. */
  public static final String WORDS = "captured, but holds no content: ";

  /** An article has more than this in sentences of its own. */
  private static final int LEAST_CHARS = 160;

  /** Where title and text both ask for something else, more may stand around them. */
  private static final int LEAST_CHARS_TITLED = 600;

  /** Where the main text is longer than this, the page holds content, whatever else it shows. */
  public static final int MOST_CHARS = 2000;

  /** A sentence is longer than this; menu lines and buttons are shorter. */
  private static final int SENTENCE_CHARS = 40;

  /** A block that asks for something else is no longer than this, notices on cookies aside. */
  private static final int MESSAGE_CHARS = 200;

  /** Notices on cookies and the like go on and on. */
  private static final int NOTICE_CHARS = 600;

  /** An ideograph says as much as so many letters. */
  private static final int IDEOGRAPH_CHARS = 3;

  private static final Pattern SEPARATOR = Pattern.compile("\\s*[|–—·»«]\\s*|\\s+-\\s+");

  private static final List<Phrase> PHRASES =
      Lines.table("capture/empty-captures.txt").stream().map(Phrase::of).toList();

  private EmptyCapture() {}

  /** What stands in place of the content, the more telling before the less. */
  private enum Kind {
    CAPTCHA("the page asks whether the visitor is a person (captcha)", false),
    LOGIN("the page asks to log in", false),
    ERROR("the page is an error message", false),
    SUBSCRIPTION("the page asks for a subscription", true),
    SCRIPT("the page asks for scripts to be switched on", true),
    COOKIES("the page is a notice on cookies", true);

    private final String words;

    /** Whether whole pages show it too, so that it tells something only where it stands alone. */
    private final boolean isBanner;

    Kind(String words, boolean isBanner) {
      this.words = words;
      this.isBanner = isBanner;
    }
  }

  /**
   * A phrase by which pages ask for something else.
   *
   * @param isWhole whether a title must be these words and no others
   */
  private record Phrase(Kind kind, boolean isWhole, String words) {
    static Phrase of(List<String> row) {
      Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      boolean whole = row.get(2).startsWith("=");
      return new Phrase(kind, whole, FurnitureLexicon.normal(row.get(2)));
    }
  }

  /**
   * Why a page holds no content.
   *
   * @param titles what the page calls itself: in its head, in its first heading
   * @param shown all that it shows, block by block
   * @param main those of the blocks that were found to be its main text, without headings
   * @return the reason with {@link #WORDS} before it; empty where the page holds content
   */
  public static Optional<String> reason(
      List<String> titles, List<String> shown, List<String> main) {
    List<String> parts =
        titles.stream()
            .flatMap(title -> Stream.concat(Stream.of(title), SEPARATOR.splitAsStream(title)))
            .map(FurnitureLexicon::normal)
            .toList();
    List<String> messages =
        shown.stream()
            .filter(text -> text.length() <= NOTICE_CHARS)
            .map(FurnitureLexicon::normal)
            .toList();
    int chars = main.stream().mapToInt(EmptyCapture::sentenceChars).sum();
    for (Kind kind : Kind.values()) {
      boolean titled = isTitled(kind, parts);
      boolean shows = isShown(kind, messages);
      int least = kind.isBanner ? 0 : titled && shows ? LEAST_CHARS_TITLED : LEAST_CHARS;
      if (chars <= least && (titled || shows)) {
        return Optional.of(WORDS + kind.words);
      }
    }
    if (main.isEmpty()) {
      String words = shown.isEmpty() ? "the page shows no text" : "the page shows menus alone";
      return Optional.of(WORDS + words);
    }
    return Optional.empty();
  }

  private static boolean isTitled(Kind kind, List<String> parts) {
    return PHRASES.stream()
        .filter(phrase -> phrase.kind == kind)
        .anyMatch(phrase -> parts.stream().anyMatch(part -> holds(phrase, part)));
  }

  private static boolean isShown(Kind kind, List<String> messages) {
    return PHRASES.stream()
        .filter(phrase -> phrase.kind == kind && !phrase.isWhole)
        .anyMatch(phrase -> messages.stream().anyMatch(text -> text.contains(phrase.words)));
  }

  private static boolean holds(Phrase phrase, String words) {
    return phrase.isWhole ? words.equals(phrase.words) : words.contains(phrase.words);
  }

  /** The characters of {@code text} if it is a sentence that asks for nothing else. */
  private static int sentenceChars(String text) {
    boolean ideographs = Character.isIdeographic(text.codePointAt(text.length() / 2));
    int chars = text.length() * (ideographs ? IDEOGRAPH_CHARS : 1);
    if (chars < SENTENCE_CHARS) {
      return 0;
    }
    String words = FurnitureLexicon.normal(text);
    boolean asks =
        PHRASES.stream()
            .filter(one -> text.length() <= (one.kind.isBanner ? NOTICE_CHARS : MESSAGE_CHARS))
            .anyMatch(one -> !one.isWhole && words.contains(one.words));
    return asks ? 0 : chars;
  }
}
