package org.tamga.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Target;
import org.tamga.text.Block;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

/**
 * Weaves annotations into the text that they rest on.
 *
 * <p>Annotations may overlap in any way, so the text is cut wherever one begins or ends, and each
 * piece is marked with all that hold there. Every place of the text is shown exactly once.
 */
final class TextWeaver {
  private final CitedText text;
  private final List<Block> blocks;
  private final List<Strand> strands;
  private final int end;

  /** One part of one annotation's words. */
  private record Strand(Note note, Span span, boolean isFirst, boolean isLast) {}

  /**
   * A weaver of one text.
   *
   * @param notes one for each annotation, in the same order
   * @param mostCodePoints where the text is cut off
   */
  TextWeaver(
      ReadableText readable, List<Annotation> annotations, List<Note> notes, int mostCodePoints) {
    this.text = new CitedText(readable.content());
    this.blocks = readable.blocks();
    this.end = Math.min(text.length(), mostCodePoints);
    this.strands = new ArrayList<>();
    for (int i = 0; i < annotations.size(); i++) {
      if (!notes.get(i).isRejected()) {
        strands.addAll(strands(notes.get(i), annotations.get(i).target()));
      }
    }
    strands.sort(Comparator.comparing(Strand::span));
  }

  private List<Strand> strands(Note note, Target target) {
    List<Strand> found = new ArrayList<>();
    List<Target.Part> parts = text.require(target).parts();
    for (int i = 0; i < parts.size(); i++) {
      found.add(new Strand(note, parts.get(i).span(), i == 0, i == parts.size() - 1));
    }
    return found;
  }

  /** The whole text in blocks. Text that stands in no block is shown, as something beside it. */
  List<TextBlock> weave() {
    List<TextBlock> woven = new ArrayList<>();
    List<Strand> open = new ArrayList<>();
    int next = 0;
    for (Block block : tiled()) {
      Span span = block.span();
      open.removeIf(strand -> strand.span().end() <= span.start());
      while (next < strands.size() && strands.get(next).span().start() < span.end()) {
        open.add(strands.get(next));
        next++;
      }
      woven.add(new TextBlock(block.role(), runs(span, open)));
    }
    return woven;
  }

  private List<Block> tiled() {
    List<Block> tiled = new ArrayList<>();
    int place = 0;
    for (Block block : blocks) {
      addGap(tiled, place, block.span().start());
      addCut(tiled, block);
      place = Math.max(place, block.span().end());
    }
    addGap(tiled, place, end);
    return tiled;
  }

  private void addGap(List<Block> tiled, int from, int to) {
    if (from < Math.min(to, end)) {
      Span gap = new Span(from, Math.min(to, end));
      if (!text.at(gap).isBlank()) {
        tiled.add(new Block(gap, Block.Role.BOILERPLATE));
      }
    }
  }

  private void addCut(List<Block> tiled, Block block) {
    if (block.span().start() < end) {
      Span cut = new Span(block.span().start(), Math.min(end, block.span().end()));
      tiled.add(new Block(cut, block.role()));
    }
  }

  private List<TextRun> runs(Span block, List<Strand> open) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(block.start(), block.end()));
    for (Strand strand : open) {
      cuts.add(Math.clamp(strand.span().start(), block.start(), block.end()));
      cuts.add(Math.clamp(strand.span().end(), block.start(), block.end()));
    }
    List<TextRun> runs = new ArrayList<>();
    int start = cuts.removeFirst();
    for (int stop : cuts) {
      runs.add(run(new Span(start, stop), open));
      start = stop;
    }
    return runs;
  }

  private TextRun run(Span run, List<Strand> open) {
    List<Strand> here = open.stream().filter(strand -> strand.span().contains(run)).toList();
    return new TextRun(
        here.stream()
            .filter(strand -> strand.isFirst() && strand.span().start() == run.start())
            .map(strand -> strand.note().textAnchor())
            .toList(),
        text.at(run),
        here.stream()
            .map(strand -> strand.note().type())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" ")),
        here.stream()
            .filter(strand -> strand.isLast() && strand.span().end() == run.end())
            .map(
                strand ->
                    new TextRun.Reference(
                        strand.note().number(), strand.note().noteAnchor(), strand.note().type()))
            .toList());
  }
}
