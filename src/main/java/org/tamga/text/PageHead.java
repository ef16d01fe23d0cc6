package org.tamga.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.text.Block.Role;
import org.tamga.text.PageWalk.PageBlock;

/**
 * Sets apart what stands above an article's text: its title, its byline and its date line, which
 * are known as metadata and are no sentences of the text.
 */
final class PageHead {
  /** A byline or date line is shorter than this. */
  private static final int LINE_CHARS = 120;

  /** Behind a paragraph of this length the head of a page has ended. */
  private static final int TEXT_CHARS = 200;

  private static final Pattern BY =
      Pattern.compile(
          "^(?:by|von|par|por|автор|作者|بقلم)\\s*[:：]?\\s+\\p{L}.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private PageHead() {}

  /** {@code kept} without repeated titles, bylines and date lines, the title shown first. */
  static List<PageBlock> apart(List<PageBlock> all, List<PageBlock> kept, Metadata metadata) {
    String title = normal(metadata.title());
    List<PageBlock> result = new ArrayList<>();
    titleBlock(all, title).ifPresent(result::add);
    boolean inHead = true;
    for (PageBlock block : kept) {
      inHead = inHead && block.text().length() < TEXT_CHARS;
      boolean repeatsTitle = isTitle(block.text(), title);
      if (!repeatsTitle && !(inHead && isHeadLine(block.text(), metadata))) {
        result.add(block);
      }
    }
    return result;
  }

  private static String normal(@Nullable String text) {
    return text == null ? "" : FurnitureLexicon.normal(text);
  }

  private static Optional<PageBlock> titleBlock(List<PageBlock> all, String title) {
    return all.stream()
        .filter(block -> block.role() == Role.HEADING)
        .filter(block -> isTitle(block.text(), title))
        .findFirst()
        .map(
            block ->
                new PageBlock(
                    block.text(),
                    block.linkChars(),
                    Role.TITLE,
                    block.start(),
                    block.end(),
                    block.element()));
  }

  private static boolean isTitle(String text, String title) {
    return !title.isEmpty()
        && text.length() <= title.length() * 2 + LINE_CHARS
        && normal(text).equals(title);
  }

  private static boolean isHeadLine(String text, Metadata metadata) {
    if (text.length() > LINE_CHARS) {
      return false;
    }
    String author = normal(metadata.author());
    boolean namesAuthor = !author.isEmpty() && normal(text).contains(author);
    boolean sentence = text.endsWith(".") && text.length() > LINE_CHARS / 2;
    return !sentence
        && (namesAuthor || BY.matcher(text).matches() || WrittenDate.only(text).isPresent());
  }
}
