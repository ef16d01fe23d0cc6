package org.tamga.annotation;

import java.util.List;
import org.tamga.text.Span;

/**
 * The words that an annotation rests on, as quotation and as place.
 *
 * <p>A W3C Web Annotation text quote selector and text position selector in one. Made by {@link
 * CitedText#quote}, so that the words are always those that stand at the place.
 *
 * @param text digest of the text in which the places are counted
 * @param prefix up to 32 code points before the first part
 * @param suffix up to 32 code points behind the first part
 * @param parts the pieces in order of place; more than one for an interrupted quotation
 */
public record Target(String text, String prefix, String suffix, List<Part> parts) {
  public Target {
    CitedText.requireDigest(text);
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a target has at least one part");
    }
    for (int i = 1; i < parts.size(); i++) {
      if (parts.get(i).span().start() < parts.get(i - 1).span().end()) {
        throw new IllegalArgumentException("parts of a target stand in order, not overlapping");
      }
    }
  }

  /** The words of the first part. */
  public String exact() {
    return parts.getFirst().exact();
  }

  /** The place of the first part. */
  public Span span() {
    return parts.getFirst().span();
  }

  /** The place from the first part's start to the last part's end. */
  public Span reach() {
    return new Span(span().start(), parts.getLast().span().end());
  }

  /**
   * One piece of a target.
   *
   * @param exact the words, code point for code point
   * @param span their place
   */
  public record Part(String exact, Span span) {
    public Part {
      if (exact.isEmpty() || exact.codePointCount(0, exact.length()) != span.length()) {
        throw new IllegalArgumentException("the words do not fill their place");
      }
    }
  }
}
