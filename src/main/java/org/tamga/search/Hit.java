package org.tamga.search;

import java.util.List;
import org.tamga.text.Span;
import org.tamga.vault.Digest;

/**
 * A document that fits a query.
 *
 * @param document its id
 * @param snippets where it fits best, in the order of the text; empty where only its name or other
 *     particulars fit
 */
public record Hit(Digest document, List<Snippet> snippets) {
  public Hit {
    snippets = List.copyOf(snippets);
  }

  /**
   * A stretch of a document's text, and the words in it that fit.
   *
   * @param span where it stands, in code points of the text
   * @param exact its words, as they stand there
   * @param marks places of the words that fit, in code points of the text
   */
  public record Snippet(Span span, String exact, List<Span> marks) {
    public Snippet {
      marks = List.copyOf(marks);
    }
  }
}
