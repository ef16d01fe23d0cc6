package org.tamga.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.tamga.text.PageWalk.Page;
import org.tamga.text.PageWalk.PageBlock;
import org.tamga.text.ReadableText.SourceRange;

/**
 * Reads a web page: the content is the main text alone, its blocks joined by blank lines; menus,
 * share bars, other articles and the like are left out.
 */
final class HtmlReader {
  private HtmlReader() {}

  static ReadableText read(byte[] source, DecodedSource decoded, String mediaType, Metadata known) {
    Document document = Jsoup.parse(decoded.text(), "", Parser.htmlParser().setTrackPosition(true));
    Page page = PageWalk.walk(document);
    List<PageBlock> main = MainContent.of(page);
    Metadata metadata = known.orElse(PageMetadata.of(document, sample(main)));
    List<PageBlock> kept = PageHead.apart(page.blocks(), main, metadata);
    StringBuilder content = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    Repetitions repetitions = new Repetitions();
    int codePoints = 0;
    for (PageBlock block : kept) {
      if (!content.isEmpty()) {
        content.append("\n\n");
        codePoints += 2;
      }
      content.append(block.text());
      int end = codePoints + block.text().codePointCount(0, block.text().length());
      Block.Role role =
          repetitions.isRepetition(block.text()) ? Block.Role.REPETITION : block.role();
      blocks.add(new Block(new Span(codePoints, end), role));
      codePoints = end;
    }
    return new ReadableText(
        mediaType, content.toString(), blocks, sources(kept, blocks, decoded, source), metadata);
  }

  /** Enough of the main text to tell its language. */
  private static String sample(List<PageBlock> main) {
    StringBuilder sample = new StringBuilder();
    for (PageBlock block : main) {
      if (sample.length() < LanguageGuess.ENOUGH_CHARS) {
        sample.append(block.text()).append('\n');
      }
    }
    return sample.toString();
  }

  private static List<SourceRange> sources(
      List<PageBlock> kept, List<Block> blocks, DecodedSource decoded, byte[] source) {
    // Misnested tables move text away from where it stood, so that places may fall.
    int[] places =
        kept.stream()
            .flatMapToInt(block -> IntStream.of(block.start(), block.end()))
            .sorted()
            .toArray();
    long[] offsets = decoded.byteOffsets(source, places);
    List<SourceRange> sources = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      long start = offsets[Arrays.binarySearch(places, kept.get(i).start())];
      long end = offsets[Arrays.binarySearch(places, kept.get(i).end())];
      sources.add(new SourceRange(blocks.get(i).span(), start, end));
    }
    return sources;
  }
}
