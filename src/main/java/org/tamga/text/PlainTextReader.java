package org.tamga.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.text.Block.Role;
import org.tamga.text.PlainTextLines.Paragraph;
import org.tamga.text.ReadableText.SourceRange;

/**
 * Reads plain text: the content is the file's own characters, unchanged; blocks say which of them
 * are the document's and which the furniture of a page that was scraped.
 */
final class PlainTextReader {
  private static final String MEDIA_TYPE = "text/plain";

  private PlainTextReader() {}

  static ReadableText read(byte[] source, DecodedSource decoded, Metadata known) {
    String text = decoded.text();
    List<Paragraph> paragraphs = PlainTextLines.paragraphs(text);
    List<Role> roles = PlainTextRoles.of(paragraphs, known.title());
    List<Block> blocks = new ArrayList<>(paragraphs.size());
    int[] places = new int[paragraphs.size() * 2];
    int at = 0;
    int codePoints = 0;
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      int start = codePoints + text.codePointCount(at, paragraph.start());
      int end = start + text.codePointCount(paragraph.start(), paragraph.end());
      blocks.add(new Block(new Span(start, end), roles.get(i)));
      places[2 * i] = paragraph.start();
      places[2 * i + 1] = paragraph.end();
      at = paragraph.end();
      codePoints = end;
    }
    return new ReadableText(
        MEDIA_TYPE,
        text,
        blocks,
        sources(blocks, decoded.byteOffsets(source, places)),
        known.orElse(found(paragraphs, roles)));
  }

  private static List<SourceRange> sources(List<Block> blocks, long[] offsets) {
    List<SourceRange> sources = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      sources.add(new SourceRange(blocks.get(i).span(), offsets[2 * i], offsets[2 * i + 1]));
    }
    return sources;
  }

  private static Metadata found(List<Paragraph> paragraphs, List<Role> roles) {
    String title = null;
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < roles.size(); i++) {
      String text = paragraphs.get(i).text();
      if (roles.get(i) == Role.TITLE) {
        title = FurnitureLexicon.withoutLabel(text);
      }
      if (roles.get(i) == Role.PARAGRAPH && words.length() < LanguageGuess.ENOUGH_CHARS) {
        words.append(text).append('\n');
      }
    }
    Optional<String> date = dateLine(paragraphs, roles);
    Optional<String> language = LanguageGuess.of(words.toString());
    return new Metadata(title, null, null, orNull(date), orNull(language), null);
  }

  private static @Nullable String orNull(Optional<String> value) {
    return value.orElse(null);
  }

  /** The date of a short line of its own between the title and the first long paragraph. */
  private static Optional<String> dateLine(List<Paragraph> paragraphs, List<Role> roles) {
    for (int i = 0; i < Math.min(paragraphs.size(), PlainTextRoles.HEAD_LINES); i++) {
      String text = paragraphs.get(i).text();
      if (text.length() > PlainTextRoles.RUNNING_TEXT_CHARS) {
        return Optional.empty();
      }
      Optional<String> date = WrittenDate.only(text.toLowerCase(Locale.ROOT));
      if (date.isPresent() && roles.get(i).isMain()) {
        return date;
      }
    }
    return Optional.empty();
  }
}
