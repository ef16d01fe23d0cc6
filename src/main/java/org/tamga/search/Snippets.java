package org.tamga.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.tamga.annotation.CitedText;
import org.tamga.text.Block;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

/** Finds the places of a text that fit a query best. */
final class Snippets {
  /** Of a text that is longer, only this many UTF-16 units are looked through. */
  private static final int LONGEST_TEXT = 4_000_000;

  /** A longer sentence is cut around its first fitting words, in code points. */
  private static final int LONGEST_SNIPPET = 300;

  private final UnifiedHighlighter highlighter;

  Snippets(Analyzer analyzer) {
    highlighter =
        UnifiedHighlighter.builderWithoutSearcher(analyzer)
            .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
            .withMaxLength(LONGEST_TEXT)
            .withMaxNoHighlightPassages(0)
            .withFormatter(new Formatter())
            .build();
  }

  /** At most {@code most} snippets in the order of the text; none from repeated blocks. */
  List<Hit.Snippet> in(ReadableText text, org.apache.lucene.search.Query marks, int most)
      throws IOException {
    // More than wanted, because those in repetitions fall away again.
    Object found =
        highlighter.highlightWithoutSearcher(Fields.TEXT, marks, text.content(), most * 4);
    if (!(found instanceof Passages passages)) {
      return List.of();
    }
    CitedText cited = new CitedText(text.content());
    List<Hit.Snippet> snippets = new ArrayList<>();
    for (Passage passage : passages.best()) {
      Hit.Snippet snippet = snippet(cited, passage);
      if (snippets.size() < most && isShown(text, snippet.marks().getFirst())) {
        snippets.add(snippet);
      }
    }
    snippets.sort(Comparator.comparing(Hit.Snippet::span));
    return snippets;
  }

  private static boolean isShown(ReadableText text, Span mark) {
    return text.blocks().stream()
        .anyMatch(block -> block.role() != Block.Role.REPETITION && block.span().overlaps(mark));
  }

  private static Hit.Snippet snippet(CitedText text, Passage passage) {
    List<Span> marks = new ArrayList<>();
    for (int i = 0; i < passage.getNumMatches(); i++) {
      marks.add(text.span(passage.getMatchStarts()[i], passage.getMatchEnds()[i]));
    }
    marks.sort(Comparator.naturalOrder());
    Span whole = text.span(passage.getStartOffset(), passage.getEndOffset());
    int start = whole.start();
    int end = whole.end();
    if (whole.length() > LONGEST_SNIPPET) {
      start = Math.max(start, marks.getFirst().start() - LONGEST_SNIPPET / 3);
      end = Math.min(end, Math.max(start + LONGEST_SNIPPET, marks.getFirst().end()));
    }
    Span cut = stripped(text, new Span(start, end));
    return new Hit.Snippet(
        cut, text.at(cut), marks.stream().filter(cut::contains).distinct().toList());
  }

  private static Span stripped(CitedText text, Span span) {
    String words = text.at(span);
    int before = words.length() - words.stripLeading().length();
    int behind = words.length() - words.stripTrailing().length();
    // White space is never outside the basic plane: units and code points are the same here.
    return new Span(span.start() + before, span.end() - behind);
  }

  /** What the highlighter found, best first. */
  private record Passages(List<Passage> best) {}

  private static final class Formatter extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String content) {
      List<Passage> best = new ArrayList<>();
      for (Passage passage : passages) {
        if (passage.getNumMatches() > 0) {
          best.add(passage);
        }
      }
      best.sort(Comparator.comparing(Passage::getScore).reversed());
      return new Passages(best);
    }
  }
}
