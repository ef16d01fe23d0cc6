package org.tamga.corroboration.independence;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.tamga.corroboration.origin.Credits;
import org.tamga.corroboration.passage.Words;
import org.tamga.text.Block;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

/**
 * Any number of pages from a seed, with known reuse: of ten pages one is a near copy of an earlier
 * page and one has a paragraph of one. Words are made of syllables, the common ones far more often
 * than the rare ones, as in any language.
 */
final class SeededPages {
  private static final String[] SYLLABLES = {
    "ka", "to", "mi", "ren", "sol", "ba", "du", "li", "ve", "pra", "no", "gus", "ter", "fa", "el"
  };
  private static final String[] SMALL = {"the", "of", "and", "in", "to", "that", "was", "for"};
  private static final int VOCABULARY = 60_000;
  private static final int PARAGRAPHS = 8;
  private static final int SENTENCES = 3;
  private static final double SMALL_WORDS = 0.4;
  private static final double NAMES = 0.12;

  /** Whoever put a page out does not matter here. */
  private static final Credits NO_CREDITS = new Credits(Set.of(), Set.of(), Set.of(), false, false);

  private final long seed;

  SeededPages(long seed) {
    this.seed = seed;
  }

  /** The page that this one was taken from; itself where it stands on its own. */
  int origin(int page) {
    Random random = random(page);
    int chance = random.nextInt(10);
    return page > 0 && chance < 2 ? origin(random.nextInt(page)) : page;
  }

  /**
   * Whether a page is a near copy; a page that is taken from another and is none has a paragraph.
   */
  private boolean isCopy(int page) {
    return random(page).nextInt(10) == 0;
  }

  private Random random(int page) {
    return new Random((seed * 31 + page) * 0x9E3779B97F4A7C15L);
  }

  /** The page's paragraphs. */
  List<String> paragraphs(int page) {
    int origin = origin(page);
    List<String> own = own(page);
    if (origin == page) {
      return own;
    }
    List<String> taken = own(origin);
    if (isCopy(page)) {
      taken.set(0, own.getFirst());
      taken.set(3, taken.get(3).replace(" the ", " a "));
      return taken;
    }
    own.set(4, taken.get(2));
    return own;
  }

  /** Paragraphs that no other page has. */
  List<String> own(int page) {
    Random random = random(page + 1_000_000_007);
    List<String> paragraphs = new ArrayList<>();
    for (int p = 0; p < PARAGRAPHS; p++) {
      StringBuilder text = new StringBuilder();
      for (int s = 0; s < SENTENCES; s++) {
        sentence(random, text);
      }
      paragraphs.add(text.toString().strip());
    }
    return paragraphs;
  }

  /** One paragraph that no other page has. */
  String paragraph(int page) {
    StringBuilder text = new StringBuilder();
    Random random = random(page + 1_500_000_007);
    for (int s = 0; s < SENTENCES; s++) {
      sentence(random, text);
    }
    return text.toString().strip();
  }

  private static void sentence(Random random, StringBuilder text) {
    int length = 9 + random.nextInt(10);
    for (int i = 0; i < length; i++) {
      String word;
      if (random.nextDouble() < SMALL_WORDS) {
        word = SMALL[random.nextInt(SMALL.length)];
      } else {
        word = word((int) (VOCABULARY * Math.pow(random.nextDouble(), 3)));
      }
      boolean isName = i == 0 || random.nextDouble() < NAMES;
      text.append(isName ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
      text.append(i + 1 < length ? " " : ". ");
    }
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    int left = number + SYLLABLES.length;
    while (left > 0) {
      word.append(SYLLABLES[left % SYLLABLES.length]);
      left /= SYLLABLES.length;
    }
    return word.toString();
  }

  /** Paragraphs as a text that was read. */
  static ReadableText text(List<String> paragraphs) {
    StringBuilder content = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : paragraphs) {
      int start = content.length();
      content.append(paragraph);
      blocks.add(new Block(new Span(start, content.length()), Block.Role.PARAGRAPH));
      content.append("\n\n");
    }
    return new ReadableText("text/plain", content.toString(), blocks, List.of(), Metadata.NONE);
  }

  Words words(int page) {
    return Words.of(text(paragraphs(page)));
  }

  static Source source(int page) {
    return new Source("page " + page, "page-" + page, null, null, null, NO_CREDITS);
  }
}
