package org.tamga.text;

import java.util.List;
import java.util.Objects;
import org.tamga.text.frame.PlaceKind;

/**
 * The text of one document, with its blocks and the way back to the source.
 *
 * @param mediaType what the bytes are, such as {@code text/html}
 * @param content the whole text; every offset of an annotation counts its code points
 * @param blocks the blocks in order of place, not overlapping; text between them is white space
 * @param sources for stretches of {@code content}, which bytes of the source they were made from
 * @param metadata what the document says about itself
 * @param places its pages, sheets and slides in order, as far as its format has them
 */
public record ReadableText(
    String mediaType,
    String content,
    List<Block> blocks,
    List<SourceRange> sources,
    Metadata metadata,
    List<Place> places) {
  public ReadableText {
    Objects.requireNonNull(mediaType);
    Objects.requireNonNull(content);
    Objects.requireNonNull(metadata);
    blocks = List.copyOf(blocks);
    sources = List.copyOf(sources);
    places = List.copyOf(places);
  }

  /** A text that is not parted into pages. */
  public ReadableText(
      String mediaType,
      String content,
      List<Block> blocks,
      List<SourceRange> sources,
      Metadata metadata) {
    this(mediaType, content, blocks, sources, metadata, List.of());
  }

  /**
   * A page, a sheet or a slide.
   *
   * @param span what of the text stands on it, in code points; empty where nothing does
   * @param kind what it is
   * @param number its number, from 1
   * @param label what the document calls it; may be empty
   * @param picture whether it shows a picture and holds no text of its own, as scanned pages do
   */
  public record Place(Span span, PlaceKind kind, int number, String label, boolean picture) {
    public Place {
      Objects.requireNonNull(span);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(label);
      if (number < 1) {
        throw new IllegalArgumentException("pages are counted from 1");
      }
    }
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
