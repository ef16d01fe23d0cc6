package org.tamga.text.parser;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tamga.text.frame.PlaceKind;
import org.tamga.text.frame.Shape;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Makes blocks, rows and places of the XHTML that Tika reports a document as.
 *
 * <p>White space within a block is one space, but where line breaks are the document's own: in mail
 * and plain text.
 */
final class BlockHandler extends DefaultHandler {
  private static final Set<String> IGNORED = Set.of("head", "script", "style", "noscript");
  private static final Set<String> BLOCKS =
      Set.of("p", "div", "ul", "ol", "dl", "dt", "dd", "table", "tbody", "thead", "section", "pre");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\x0B\\f\\r\\u00A0]+");
  private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*(?:\\n[ \\t]*)+");

  private final Output output;
  private final boolean keepsLines;
  private final PlaceKind pageKind;
  private final StringBuilder words = new StringBuilder();
  private final Deque<Row> rows = new ArrayDeque<>();
  private int ignored;
  private Shape shape = Shape.PARAGRAPH;
  private int pages;
  private boolean pageIsOpen;
  private boolean pageWasTold;

  /** A row of a table that is being read; rows may stand within cells of others. */
  private static final class Row {
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
  }

  BlockHandler(Output output, String mediaType) {
    this.output = output;
    this.keepsLines =
        mediaType.startsWith("text/")
            || mediaType.startsWith("message/")
            || mediaType.startsWith("application/mbox")
            || mediaType.startsWith("application/vnd.ms-outlook")
            || mediaType.startsWith("application/x-subrip");
    this.pageKind = pageKind(mediaType);
  }

  private static PlaceKind pageKind(String mediaType) {
    String type = mediaType.toLowerCase(Locale.ROOT);
    if (type.contains("excel") || type.contains("spreadsheet") || type.contains("numbers")) {
      return PlaceKind.SHEET;
    }
    return type.contains("powerpoint") || type.contains("presentation") || type.contains("keynote")
        ? PlaceKind.SLIDE
        : type.contains("pdf") || type.contains("djvu") || type.contains("tiff")
            ? PlaceKind.PAGE
            : PlaceKind.PART;
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes)
      throws SAXException {
    if (IGNORED.contains(name)) {
      ignored++;
    }
    if (ignored > 0) {
      return;
    }
    if (name.equals("tr")) {
      flushWithin();
      rows.push(new Row());
    } else if (name.equals("br")) {
      words.append('\n');
    } else if (isBlock(name)) {
      flushWithin();
      shape = shapeOf(name, attributes);
      if (isPage(name, attributes)) {
        beginPage();
      }
    }
  }

  private static boolean isBlock(String name) {
    return BLOCKS.contains(name)
        || HEADINGS.contains(name)
        || name.equals("li")
        || name.equals("blockquote")
        || name.equals("td")
        || name.equals("th");
  }

  private static Shape shapeOf(String name, Attributes attributes) {
    String kind = attributes.getValue("class");
    if (HEADINGS.contains(name)) {
      return Shape.HEADING;
    }
    return switch (name) {
      case "li" -> Shape.LIST_ITEM;
      case "blockquote" -> Shape.QUOTATION;
      case "p" -> "title".equals(kind) ? Shape.TITLE : Shape.PARAGRAPH;
      default -> Shape.PARAGRAPH;
    };
  }

  private boolean isPage(String name, Attributes attributes) {
    String kind = attributes.getValue("class");
    return name.equals("div")
        && kind != null
        && (kind.equals("page") || kind.equals("slide") || kind.equals("slide-content"));
  }

  @Override
  public void endElement(String uri, String name, String qName) throws SAXException {
    if (IGNORED.contains(name)) {
      ignored--;
      return;
    }
    if (ignored > 0) {
      return;
    }
    if (name.equals("tr")) {
      endRow();
    } else if ((name.equals("td") || name.equals("th")) && !rows.isEmpty()) {
      flushWithin();
      Row row = rows.element();
      row.cells.add(row.cell.toString());
      row.cell.setLength(0);
    } else if (isBlock(name)) {
      flushWithin();
      shape = Shape.PARAGRAPH;
    }
  }

  private void endRow() throws SAXException {
    if (rows.isEmpty()) {
      return;
    }
    flushWithin();
    Row row = rows.pop();
    if (!row.cell.isEmpty()) {
      row.cells.add(row.cell.toString());
    }
    int last = row.cells.size();
    while (last > 0 && row.cells.get(last - 1).isEmpty()) {
      last--;
    }
    if (last > 0) {
      send(Shape.TABLE_ROW, String.join(" | ", row.cells.subList(0, last)));
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (ignored == 0) {
      words.append(characters, start, length);
    }
  }

  @Override
  public void ignorableWhitespace(char[] characters, int start, int length) {
    characters(characters, start, length);
  }

  @Override
  public void endDocument() throws SAXException {
    flushWithin();
  }

  /** Ends the block at hand: it goes into the cell of a row, or out. */
  private void flushWithin() throws SAXException {
    if (words.isEmpty()) {
      return;
    }
    String block = words.toString();
    words.setLength(0);
    if (!rows.isEmpty()) {
      StringBuilder cell = rows.element().cell;
      String plain = SPACES.matcher(block).replaceAll(" ").strip();
      cell.append(cell.isEmpty() || plain.isEmpty() ? "" : " ").append(plain);
    } else if (keepsLines) {
      for (String paragraph : BLANK_LINES.split(block.replace("\r\n", "\n"), -1)) {
        send(shape, paragraph);
      }
    } else {
      send(shape, SPACES.matcher(block).replaceAll(" "));
    }
  }

  private void send(Shape of, String block) throws SAXException {
    if (block.isBlank()) {
      return;
    }
    try {
      tellPage(of, block);
      output.text(of, block);
    } catch (IOException e) {
      throw new SAXException(e);
    }
  }

  private void beginPage() throws SAXException {
    endPage();
    pages++;
    pageIsOpen = true;
    pageWasTold = false;
  }

  private void tellPage(Shape of, String block) throws IOException {
    if (pageIsOpen && !pageWasTold) {
      String label = pageKind == PlaceKind.SHEET && of == Shape.HEADING ? block.strip() : "";
      output.place(pageKind, pages, label);
      pageWasTold = true;
    }
  }

  private void endPage() throws SAXException {
    if (pageIsOpen && !pageWasTold && pageKind == PlaceKind.PAGE) {
      try {
        output.picture(pageKind, pages);
      } catch (IOException e) {
        throw new SAXException(e);
      }
    }
    pageIsOpen = false;
  }

  /** Sends what waits; a member may begin now. */
  void flush() throws SAXException {
    if (rows.isEmpty()) {
      flushWithin();
    }
  }

  /** The document is complete. */
  void finish() throws SAXException {
    while (!rows.isEmpty()) {
      endRow();
    }
    flushWithin();
    endPage();
  }
}
