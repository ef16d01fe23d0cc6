package org.tamga.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.text.Block;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

/** Reads plain text in UTF-8: paragraphs end at empty lines, or at the end of a long line. */
final class PlainReading {
  /** A line as long as this was not broken by hand; its end is the end of a paragraph. */
  private static final int UNBROKEN = 100;

  private PlainReading() {}

  /** The text of these bytes, or null if they are no UTF-8. */
  static @Nullable ReadableText read(byte[] bytes) {
    String content;
    try {
      content = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException foreign) {
      return null;
    }
    return new ReadableText("text/plain", content, blocks(content), List.of(), Metadata.NONE);
  }

  private static List<Block> blocks(String content) {
    List<Block> blocks = new ArrayList<>();
    int start = -1;
    int end = 0;
    int place = 0;
    int lineStart = 0;
    for (int unit = 0; unit < content.length(); place++) {
      int point = content.codePointAt(unit);
      boolean lineEnds = point == '\n' || point == '\r';
      if (lineEnds) {
        if (start >= 0 && (end < lineStart || place - lineStart >= UNBROKEN)) {
          blocks.add(new Block(new Span(start, end), Block.Role.PARAGRAPH));
          start = -1;
        }
        lineStart = place + 1;
      } else if (!Character.isWhitespace(point)) {
        start = start < 0 ? place : start;
        end = place + 1;
      }
      unit += Character.charCount(point);
    }
    if (start >= 0) {
      blocks.add(new Block(new Span(start, end), Block.Role.PARAGRAPH));
    }
    return blocks;
  }
}
