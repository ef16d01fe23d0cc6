package org.tamga.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.tamga.text.Block.Role;
import org.tamga.text.PageNames.Purpose;
import org.tamga.text.PageWalk.Page;
import org.tamga.text.PageWalk.PageBlock;
import org.tamga.text.PageWalk.Region;

/**
 * Finds the main text of a page among its blocks.
 *
 * <p>Every block is worth the characters that it has outside links, and furniture costs something;
 * the element whose blocks are worth most together is the one that holds the text. Regions that
 * their names or tags call furniture do not count, unless most of the page's worth lies in them.
 */
final class MainContent {
  /** Elements that hold furniture by what HTML says of them. */
  private static final Set<String> FURNITURE_TAGS =
      Set.of("nav", "aside", "footer", "form", "figure", "figcaption", "menu", "fieldset");

  /** What a block of furniture costs, in characters: about a line. */
  private static final int FURNITURE_COST = 60;

  /** An ideograph says as much as so many letters. */
  private static final int IDEOGRAPH_CHARS = 3;

  /** A block of this length that ends like a sentence may hold long links and be text. */
  private static final int SENTENCE_CHARS = 60;

  /** Blocks shorter than this tell little by themselves. */
  private static final int SHORT_CHARS = 40;

  /** A named region that holds more than this share of the page's worth is no furniture. */
  private static final double FURNITURE_SHARE = 0.4;

  /** What it counts for that an element's name calls it the text. */
  private static final double NAMED_TEXT_BONUS = 3.0;

  /** Readers may write far more than the author did. */
  private static final double COMMENTS_SHARE = 0.95;

  /** What stands in the header of an article is title and byline, unless it is longer than this. */
  private static final int OPENING_CHARS = 250;

  /** Lines at the end of a text that are shorter, and no sentences, belong to the page. */
  private static final int FOOT_LINE_CHARS = 80;

  private static final int MOST_FOOT_LINES = 3;

  private static final String STOPS = ".!?。！？؟…۔।:;";

  private static final String CLOSERS = "\"'”’»)]";

  private final Page page;
  private final PageNames names = new PageNames();
  private final double[] worthBefore;
  private final BitSet furniture = new BitSet();
  private final BitSet worded = new BitSet();

  private MainContent(Page page) {
    this.page = page;
    this.worthBefore = new double[page.blocks().size() + 1];
    for (int i = 0; i < page.blocks().size(); i++) {
      PageBlock block = page.blocks().get(i);
      worded.set(i, isLinks(block) || FurnitureLexicon.isFurniture(block.text()));
    }
  }

  /** The blocks of the main text of {@code page}, in order. */
  static List<PageBlock> of(Page page) {
    if (page.regions().isEmpty()) {
      return List.of(); // a page of frames
    }
    MainContent search = new MainContent(page);
    search.weigh();
    search.markFurniture();
    search.weigh();
    List<PageBlock> kept = search.keep(search.root());
    return kept.stream().allMatch(block -> block.role() == Role.HEADING) ? search.plain() : kept;
  }

  /** What a page of a few words has: all that is neither links nor furniture by its wording. */
  private List<PageBlock> plain() {
    List<PageBlock> plain = new ArrayList<>();
    for (int i = 0; i < page.blocks().size(); i++) {
      if (!worded.get(i)) {
        plain.add(page.blocks().get(i));
      }
    }
    return plain;
  }

  private void weigh() {
    double worth = 0;
    for (int i = 0; i < page.blocks().size(); i++) {
      worthBefore[i] = worth;
      worth += worth(i);
    }
    worthBefore[page.blocks().size()] = worth;
  }

  private double worth(Region region) {
    return worthBefore[region.end()] - worthBefore[region.first()];
  }

  private double worth(int i) {
    PageBlock block = page.blocks().get(i);
    if (furniture.get(i)) {
      return 0;
    }
    int signs = isIdeographic(block.text()) ? IDEOGRAPH_CHARS : 1;
    int length = block.text().length() * signs;
    if (worded.get(i)) {
      return -Math.min(length, FURNITURE_COST);
    }
    if (block.role() == Role.HEADING) {
      return 0;
    }
    double plain = length - block.linkChars() * signs;
    return length < SHORT_CHARS ? plain / 4 - 5 : plain;
  }

  private static boolean isIdeographic(String text) {
    return Character.isIdeographic(text.codePointAt(text.length() / 2));
  }

  private static boolean isLinks(PageBlock block) {
    String text = block.text();
    int linked = block.linkChars() * 10;
    if (linked <= text.length() * 5) {
      return false;
    }
    boolean sentence = text.length() >= SENTENCE_CHARS && endsSentence(text);
    return linked > text.length() * (sentence ? 8 : 5);
  }

  private void markFurniture() {
    double[] gainBefore = new double[page.blocks().size() + 1];
    for (int i = 0; i < page.blocks().size(); i++) {
      gainBefore[i + 1] = gainBefore[i] + Math.max(0, worth(i));
    }
    double total = gainBefore[page.blocks().size()];
    for (Region region : page.regions()) {
      Element element = region.element();
      double gain = gainBefore[region.end()] - gainBefore[region.first()];
      boolean comments = gain <= total * COMMENTS_SHARE && names.say(element, Purpose.COMMENTS);
      boolean opening = element.normalName().equals("header") && gain <= OPENING_CHARS;
      if (opening || comments || (gain <= total * FURNITURE_SHARE && isCalledFurniture(element))) {
        furniture.set(region.first(), region.end());
      }
    }
  }

  private boolean isCalledFurniture(Element element) {
    return FURNITURE_TAGS.contains(element.normalName()) || names.say(element, Purpose.FURNITURE);
  }

  private Region root() {
    Region best = page.regions().getLast();
    double bestWorth = worth(best);
    for (Region region : page.regions()) {
      double worth = worth(region);
      if (worth * NAMED_TEXT_BONUS > bestWorth && names.say(region.element(), Purpose.TEXT)) {
        worth *= NAMED_TEXT_BONUS;
      }
      if (worth > bestWorth) {
        best = region;
        bestWorth = worth;
      }
    }
    return best;
  }

  private List<PageBlock> keep(Region root) {
    List<PageBlock> kept = new ArrayList<>();
    int heading = -1; // where a heading stands in kept that has nothing kept below it yet
    boolean dropped = false;
    for (int i = root.first(); i < root.end(); i++) {
      PageBlock block = page.blocks().get(i);
      if (furniture.get(i) || worded.get(i)) {
        dropped = true;
        continue;
      }
      if (block.role() == Role.HEADING) {
        // A heading over nothing but links and furniture is furniture itself.
        if (heading >= 0 && dropped) {
          kept.remove(heading);
        }
        heading = kept.size();
        dropped = false;
      } else {
        heading = -1;
      }
      kept.add(block);
    }
    trimEnd(kept);
    return kept;
  }

  /**
   * Takes off what is left of a page's foot: headings and short lines that are no sentences. A run
   * of many such lines is a list, of signatories perhaps, and stays.
   */
  private static void trimEnd(List<PageBlock> kept) {
    int end = kept.size();
    int lines = 0;
    while (end > 0 && isFootLine(kept.get(end - 1))) {
      lines += kept.get(end - 1).role() == Role.HEADING ? 0 : 1;
      end--;
    }
    if (end > 0 && lines <= MOST_FOOT_LINES) {
      kept.subList(end, kept.size()).clear();
    }
  }

  private static boolean isFootLine(PageBlock block) {
    return block.role() == Role.HEADING
        || (block.role() == Role.PARAGRAPH
            && block.text().length() < FOOT_LINE_CHARS
            && !endsSentence(block.text()));
  }

  /** Whether {@code text} ends with a stop, quotation marks and brackets behind it aside. */
  private static boolean endsSentence(String text) {
    int end = text.length();
    while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && STOPS.indexOf(text.charAt(end - 1)) >= 0;
  }
}
