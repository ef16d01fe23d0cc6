package org.tamga.text;

import java.util.List;
import java.util.Objects;

/**
 * The text of one document, with its blocks and the way back to the source.
 *
 * @param mediaType what the bytes are, such as {@code text/html}
 * @param content the whole text; every offset of an annotation counts its code points
 * @param blocks the blocks in order of place, not overlapping; text between them is white space
 * @param sources for stretches of {@code content}, which bytes of the source they were made from
 * @param metadata what the document says about itself
 */
public record ReadableText(
    String mediaType,
    String content,
    List<Block> blocks,
    List<SourceRange> sources,
    Metadata metadata) {
  public ReadableText {
    Objects.requireNonNull(mediaType);
    Objects.requireNonNull(content);
    Objects.requireNonNull(metadata);
    blocks = List.copyOf(blocks);
    sources = List.copyOf(sources);
  }

  /**
   * Where a stretch of the text came from.
   *
   * @param span the stretch of text, in code points
   * @param byteStart first byte of the source, inclusive
   * @param byteEnd byte behind the last, exclusive
   */
  public record SourceRange(Span span, long byteStart, long byteEnd) {
    public SourceRange {
      Objects.requireNonNull(span);
      if (byteStart < 0 || byteEnd < byteStart) {
        throw new IllegalArgumentException("no byte range: " + byteStart + " to " + byteEnd);
      }
    }
  }
}
