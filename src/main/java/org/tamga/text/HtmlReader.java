package org.tamga.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.tamga.text.Block.Role;
import org.tamga.text.PageWalk.Page;
import org.tamga.text.PageWalk.PageBlock;
import org.tamga.text.ReadableText.SourceRange;
import org.tamga.text.Reading.NotRead;
import org.tamga.text.Reading.Read;
import org.tamga.text.TextReader.Mapping;
import org.tamga.text.capture.EmptyCapture;

/**
 * Reads a web page: the content is the main text alone, its blocks joined by blank lines; menus,
 * share bars, other articles and the like are left out.
 */
final class HtmlReader {
  private HtmlReader() {}

  static Reading read(
      byte[] source, DecodedSource decoded, String mediaType, Metadata known, Mapping mapping) {
    boolean mapped = mapping == Mapping.TO_SOURCE;
    Document document =
        mapped
            ? Jsoup.parse(
                withoutLineEnds(decoded.text()), "", Parser.htmlParser().setTrackPosition(true))
            : Jsoup.parse(decoded.text());
    Page page = PageWalk.walk(document);
    List<PageBlock> main = MainContent.of(page);
    Metadata metadata = known.orElse(PageMetadata.of(document, sample(main)));
    Optional<String> empty = reasonEmpty(document, page, main);
    if (empty.isPresent()) {
      return new NotRead(mediaType, empty.get());
    }
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
    List<SourceRange> sources = mapped ? sources(kept, blocks, decoded, source) : List.of();
    return new Read(new ReadableText(mediaType, content.toString(), blocks, sources, metadata));
  }

  /**
   * {@code text} with a space for each line end: the same to a reader of pages, at the same places.
   * The parser otherwise looks up line and column of each tag and attribute, which takes longer
   * than all the rest of parsing.
   */
  private static String withoutLineEnds(String text) {
    return text.replace('\n', ' ').replace('\r', ' ');
  }

  /** Why there is nothing to read on {@code page}, if there is nothing. */
  private static Optional<String> reasonEmpty(Document document, Page page, List<PageBlock> main) {
    List<String> text =
        main.stream().filter(one -> one.role() != Role.HEADING).map(PageBlock::text).toList();
    int chars = text.stream().mapToInt(String::length).sum();
    if (chars > EmptyCapture.MOST_CHARS) {
      return Optional.empty(); // most pages, spared the look
    }
    List<String> titles = new ArrayList<>(List.of(document.title()));
    page.blocks().stream()
        .filter(block -> block.role() == Role.HEADING)
        .findFirst()
        .ifPresent(heading -> titles.add(heading.text()));
    List<String> shown = page.blocks().stream().map(PageBlock::text).toList();
    return EmptyCapture.reason(titles, shown, text);
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
