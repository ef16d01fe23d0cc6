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
  private final List<Thread> threads;
  private final int end;

  /** One part of one annotation's words. */
  private record Thread(Note note, Span span, boolean isFirst, boolean isLast) {}

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
    this.threads = new ArrayList<>();
    for (int i = 0; i < annotations.size(); i++) {
      if (!notes.get(i).isRejected()) {
        threads.addAll(threads(notes.get(i), annotations.get(i).target()));
      }
    }
    threads.sort(Comparator.comparing(Thread::span));
  }

  private List<Thread> threads(Note note, Target target) {
    List<Thread> found = new ArrayList<>();
    List<Target.Part> parts = text.require(target).parts();
    for (int i = 0; i < parts.size(); i++) {
      found.add(new Thread(note, parts.get(i).span(), i == 0, i == parts.size() - 1));
    }
    return found;
  }

  /** The whole text in blocks. Text that stands in no block is shown, as something beside it. */
  List<TextBlock> weave() {
    List<TextBlock> woven = new ArrayList<>();
    List<Thread> open = new ArrayList<>();
    int next = 0;
    for (Block block : tiled()) {
      Span span = block.span();
      open.removeIf(thread -> thread.span().end() <= span.start());
      while (next < threads.size() && threads.get(next).span().start() < span.end()) {
        open.add(threads.get(next));
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

  private List<TextRun> runs(Span block, List<Thread> open) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(block.start(), block.end()));
    for (Thread thread : open) {
      cuts.add(Math.clamp(thread.span().start(), block.start(), block.end()));
      cuts.add(Math.clamp(thread.span().end(), block.start(), block.end()));
    }
    List<TextRun> runs = new ArrayList<>();
    int start = cuts.removeFirst();
    for (int stop : cuts) {
      runs.add(run(new Span(start, stop), open));
      start = stop;
    }
    return runs;
  }

  private TextRun run(Span run, List<Thread> open) {
    List<Thread> here = open.stream().filter(thread -> thread.span().contains(run)).toList();
    return new TextRun(
        here.stream()
            .filter(thread -> thread.isFirst() && thread.span().start() == run.start())
            .map(thread -> thread.note().textAnchor())
            .toList(),
        text.at(run),
        here.stream()
            .map(thread -> thread.note().type())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" ")),
        here.stream()
            .filter(thread -> thread.isLast() && thread.span().end() == run.end())
            .map(
                thread ->
                    new TextRun.Reference(
                        thread.note().number(), thread.note().noteAnchor(), thread.note().type()))
            .toList());
  }
}
