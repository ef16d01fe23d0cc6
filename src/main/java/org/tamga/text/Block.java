package org.tamga.text;

import java.util.Objects;

/**
 * One block of a text (a heading, a paragraph, a menu line) and what part it plays on the page.
 *
 * @param span where it stands, in code points, without the line breaks around it
 * @param role what it is; only {@linkplain Role#isMain main} blocks are annotated
 */
public record Block(Span span, Role role) {
  public Block {
    Objects.requireNonNull(span);
    Objects.requireNonNull(role);
  }

  /** The part that a block plays on its page. */
  public enum Role {
    /** The title of the document. */
    TITLE,
    /** A heading of a section. */
    HEADING,
    /** Running text. */
    PARAGRAPH,
    /** One item of a list. */
    LIST_ITEM,
    /** A block set apart as quotation. */
    QUOTATION,
    /** One row of a table. */
    TABLE_ROW,
    /** Site furniture: menus, share bars, newsletter forms, other articles' headlines. */
    BOILERPLATE,
    /** The same words as an earlier block of this page, shown again. */
    REPETITION;

    /** Whether text in this role is the document's own, shown for the first time. */
    public boolean isMain() {
      return this != BOILERPLATE && this != REPETITION;
    }
  }
}
