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
      Set.of(
          "nav", "aside", "footer", "form", "figure", "figcaption", "menu", "fieldset", "header");

  /** What a block of furniture costs, in characters: about a line. */
  private static final int FURNITURE_COST = 60;

  /** An ideograph says as much as so many letters. */
  private static final int IDEOGRAPH_CHARS = 3;

  /** Blocks shorter than this tell little by themselves. */
  private static final int SHORT_CHARS = 40;

  /** A named region that holds more than this share of the page's worth is no furniture. */
  private static final double FURNITURE_SHARE = 0.4;

  /** What it counts for that an element's name calls it the text. */
  private static final double NAMED_TEXT_BONUS = 1.2;

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
    return search.keep(search.root());
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
    return block.linkChars() * 2 > block.text().length();
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
      if (gain <= total * FURNITURE_SHARE && isCalledFurniture(element)) {
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
    for (int i = root.first(); i < root.end(); i++) {
      PageBlock block = page.blocks().get(i);
      if (!furniture.get(i) && !worded.get(i)) {
        kept.add(block);
      }
    }
    return kept;
  }
}
