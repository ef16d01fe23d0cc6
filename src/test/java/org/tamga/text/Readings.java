package org.tamga.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tamga.text.Block.Role;
import org.tamga.text.ReadableText.SourceRange;
import org.tamga.text.TextReader.Mapping;

/** What tests ask of a reading again and again. */
final class Readings {
  private Readings() {}

  static ReadableText read(String source, String name) {
    return read(source.getBytes(StandardCharsets.UTF_8), name);
  }

  static ReadableText read(byte[] source, String name) {
    return switch (TextReader.read(source, name, Metadata.NONE)) {
      case Reading.Read read -> {
        checkPlaces(read.text(), source.length);
        checkUnmapped(read.text(), TextReader.read(source, name, Metadata.NONE, Mapping.NONE));
        yield read.text();
      }
      case Reading.NotRead notRead -> fail("not read: " + notRead);
    };
  }

  /** The text is the same whether or not the way back to the source was asked for. */
  private static void checkUnmapped(ReadableText mapped, Reading unmapped) {
    if (!(unmapped instanceof Reading.Read read)) {
      fail("not read without places: " + unmapped);
      return;
    }
    assertEquals(mapped.content(), read.text().content());
    assertEquals(mapped.blocks(), read.text().blocks());
    assertEquals(mapped.metadata(), read.text().metadata());
  }

  static Reading.NotRead notRead(byte[] source, String name) {
    return switch (TextReader.read(source, name, Metadata.NONE)) {
      case Reading.Read read -> fail("read as " + read.text().mediaType());
      case Reading.NotRead notRead -> notRead;
    };
  }

  static String textOf(ReadableText text, Block block) {
    return textOf(text, block.span());
  }

  static String textOf(ReadableText text, Span span) {
    int start = text.content().offsetByCodePoints(0, span.start());
    return text.content().substring(start, text.content().offsetByCodePoints(start, span.length()));
  }

  static List<String> inRole(ReadableText text, Role role) {
    List<String> found = new ArrayList<>();
    for (Block block : text.blocks()) {
      if (block.role() == role) {
        found.add(textOf(text, block));
      }
    }
    return found;
  }

  static String main(ReadableText text) {
    StringBuilder main = new StringBuilder();
    for (Block block : text.blocks()) {
      if (block.role().isMain()) {
        main.append(textOf(text, block)).append('\n');
      }
    }
    return main.toString();
  }

  /**
   * Blocks lie in the content, in order, with nothing but white space between; sources in bytes.
   */
  static void checkPlaces(ReadableText text, int bytes) {
    int length = text.content().codePointCount(0, text.content().length());
    int reached = 0;
    for (Block block : text.blocks()) {
      assertTrue(block.span().start() >= reached, "blocks overlap at " + block);
      assertTrue(block.span().length() > 0, "empty " + block);
      assertTrue(
          textOf(text, new Span(reached, block.span().start())).chars().allMatch(Readings::isBlank),
          "words before " + block);
      reached = block.span().end();
    }
    assertTrue(reached <= length, "a block beyond the content");
    assertTrue(textOf(text, new Span(reached, length)).chars().allMatch(Readings::isBlank));
    assertEquals(text.blocks().size(), text.sources().size());
    for (SourceRange range : text.sources()) {
      assertTrue(range.byteEnd() <= bytes, "a source beyond the file: " + range);
    }
  }

  private static boolean isBlank(int c) {
    return PlainTextLines.isBlank((char) c) || c == '\u0085';
  }
}
