package org.tamga.web;

import java.util.List;
import org.tamga.text.Block;

/**
 * A block of a document's text, cut where annotations begin and end.
 *
 * @param role what part it plays in the document
 * @param runs its text in pieces
 */
public record TextBlock(Block.Role role, List<TextRun> runs) {
  public TextBlock {
    runs = List.copyOf(runs);
  }

  /** The style class that the block has. */
  public String style() {
    return switch (role) {
      case TITLE -> "title";
      case HEADING -> "heading";
      case PARAGRAPH -> "paragraph";
      case LIST_ITEM -> "item";
      case QUOTATION -> "quotation";
      case TABLE_ROW -> "row";
      case BOILERPLATE, REPETITION -> "aside";
    };
  }

  /** What a reader should know about the block; empty for a document's own text. */
  public String remark() {
    return switch (role) {
      case BOILERPLATE -> "Around the text (boilerplate; not annotated)";
      case REPETITION -> "Shown again on the page (repetition; not annotated)";
      case TITLE, HEADING, PARAGRAPH, LIST_ITEM, QUOTATION, TABLE_ROW -> "";
    };
  }
}
