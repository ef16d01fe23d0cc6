package org.tamga.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.tamga.text.Block.Role;

/**
 * Walks a page once and writes down its visible text as a row of blocks, and for each element which
 * of these blocks lie in it.
 *
 * <p>jsoup's traversal does not recurse, so no depth of nesting exhausts the stack.
 */
final class PageWalk implements NodeFilter {
  /** Elements whose content nobody sees as text of the page. */
  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "embed",
          "applet",
          "audio",
          "video",
          "canvas",
          "map",
          "head",
          "noscript",
          "select",
          "option",
          "textarea",
          "button",
          "input",
          "datalist",
          "dialog",
          "noframes",
          "frameset",
          "progress",
          "meter");

  /** Elements that begin a new block though HTML knows them as inline or not at all. */
  private static final Set<String> ALSO_BLOCKS = Set.of("tr", "caption", "summary", "legend");

  /**
   * A block of visible text.
   *
   * @param text its words, white space collapsed; a line break within is a newline
   * @param linkChars how many of its characters are in links
   * @param role by the element it stands in
   * @param start first character in the decoded source
   * @param end behind the last character in the decoded source
   * @param element the nearest element around it that is a block
   */
  record PageBlock(String text, int linkChars, Role role, int start, int end, Element element) {}

  /**
   * An element and the blocks that lie in it.
   *
   * @param element the element
   * @param first number of its first block
   * @param end behind its last block
   */
  record Region(Element element, int first, int end) {}

  private final List<PageBlock> blocks = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final Deque<Integer> openFirsts = new ArrayDeque<>();
  private final Deque<Element> openBlocks = new ArrayDeque<>();
  private final StringBuilder words = new StringBuilder();
  private int linkChars;
  private int start = -1;
  private int end = -1;
  private int links;
  private int items;
  private int quotations;
  private int rows;
  private int headings;
  private int breaks;

  private PageWalk() {}

  /**
   * What was seen.
   *
   * @param blocks all blocks in order of place
   * @param regions all elements that are blocks and hold some, inner ones before outer ones
   */
  record Page(List<PageBlock> blocks, List<Region> regions) {}

  static Page walk(Document document) {
    PageWalk walk = new PageWalk();
    var unused = document.body().filter(walk);
    return new Page(walk.blocks, walk.regions);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text);
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    String name = element.normalName();
    if (UNSEEN.contains(name) || isHidden(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (name.equals("br")) {
      lineBreak();
      return FilterResult.CONTINUE;
    }
    if (isBlock(element)) {
      flush();
      openFirsts.push(blocks.size());
      openBlocks.push(element);
    }
    if (name.equals("td") || name.equals("th")) {
      separateCells();
    }
    count(name, 1);
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!(node instanceof Element element) || element.normalName().equals("br")) {
      return FilterResult.CONTINUE;
    }
    if (isBlock(element)) {
      flush();
      openBlocks.pop();
      int first = openFirsts.pop();
      if (first < blocks.size()) {
        regions.add(new Region(element, first, blocks.size()));
      }
    }
    count(element.normalName(), -1);
    return FilterResult.CONTINUE;
  }

  private static boolean isBlock(Element element) {
    String name = element.normalName();
    return !name.equals("td")
        && !name.equals("th")
        && (element.tag().isBlock() || ALSO_BLOCKS.contains(name));
  }

  private static boolean isHidden(Element element) {
    Attributes attributes =
        element.attributes(); // names are in lower case, as the parser left them
    if (attributes.hasKey("hidden") || attributes.get("aria-hidden").equals("true")) {
      return true;
    }
    String style = attributes.get("style");
    if (style.isEmpty()) {
      return false;
    }
    String plain = style.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.contains("display:none") || plain.contains("visibility:hidden");
  }

  private void count(String name, int step) {
    switch (name) {
      case "a" -> links += step;
      case "li", "dt", "dd" -> items += step;
      case "blockquote" -> quotations += step;
      case "tr" -> rows += step;
      case "h1", "h2", "h3", "h4", "h5", "h6" -> headings += step;
      default -> {}
    }
  }

  private void append(TextNode node) {
    String text = node.getWholeText();
    int before = words.length();
    boolean visible = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (PlainTextLines.isBlank(c)) {
        if (!words.isEmpty() && !PlainTextLines.isBlank(words.charAt(words.length() - 1))) {
          words.append(' ');
        }
      } else if (c != '\u00AD') {
        words.append(c);
        visible = true;
      }
    }
    if (!visible) {
      return;
    }
    breaks = 0;
    linkChars += links > 0 ? words.length() - before : 0;
    Range range = node.sourceRange(); // at -1 where the parser kept no places
    start = start < 0 ? Math.max(0, range.startPos()) : start;
    end = Math.max(Math.max(start, end), range.endPos());
  }

  private void lineBreak() {
    breaks++;
    if (breaks > 1 || words.isEmpty()) {
      flush();
    } else {
      trimEnd();
      words.append('\n');
    }
  }

  private void separateCells() {
    trimEnd();
    if (!words.isEmpty()) {
      words.append(" | ");
    }
  }

  private void trimEnd() {
    while (!words.isEmpty() && PlainTextLines.isBlank(words.charAt(words.length() - 1))) {
      words.setLength(words.length() - 1);
    }
  }

  private void flush() {
    trimEnd();
    if (!words.isEmpty() && start >= 0 && !openBlocks.isEmpty()) {
      blocks.add(
          new PageBlock(words.toString(), linkChars, role(), start, end, openBlocks.element()));
    }
    words.setLength(0);
    linkChars = 0;
    start = -1;
    end = -1;
    breaks = 0;
  }

  private Role role() {
    if (headings > 0) {
      return Role.HEADING;
    }
    if (rows > 0 && openBlocks.element().normalName().equals("tr")) {
      return Role.TABLE_ROW;
    }
    if (items > 0) {
      return Role.LIST_ITEM;
    }
    return quotations > 0 ? Role.QUOTATION : Role.PARAGRAPH;
  }
}
