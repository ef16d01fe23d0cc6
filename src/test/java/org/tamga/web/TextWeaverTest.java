package org.tamga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.DateExpression;
import org.tamga.record.decision.ReviewedAnnotation;
import org.tamga.text.Block;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

class TextWeaverTest {
  private static final String DOCUMENT = "sha256:" + "0".repeat(64);

  /** However annotations overlap, every character stands there once and every anchor once. */
  @Test
  void anyOverlapKeepsTheTextWhole() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      String content = "word 🌊 & <b> ".repeat(1 + random.nextInt(12)).strip();
      CitedText cited = new CitedText(content);
      List<Annotation> annotations = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        annotations.add(some(cited, random, i));
      }
      List<Note> notes = new ArrayList<>();
      annotations.forEach(
          one -> notes.add(NoteWriter.write(notes.size() + 1, ReviewedAnnotation.untouched(one))));
      int cut = random.nextInt(cited.length());
      List<Block> blocks = new ArrayList<>();
      blocks.add(new Block(new Span(0, cut), Block.Role.TITLE));
      if (random.nextBoolean()) {
        blocks.add(new Block(new Span(cut, cited.length()), Block.Role.PARAGRAPH));
      }

      List<TextRun> runs =
          new TextWeaver(text(content, blocks), annotations, notes, Integer.MAX_VALUE)
              .weave().stream().flatMap(block -> block.runs().stream()).toList();

      String shown = runs.stream().map(TextRun::text).collect(Collectors.joining());
      assertEquals(content.replaceAll("\\s", ""), shown.replaceAll("\\s", ""), "seed " + seed);
      assertEquals(
          notes.stream().map(Note::textAnchor).sorted().toList(),
          runs.stream().flatMap(run -> run.anchors().stream()).sorted().toList(),
          "seed " + seed);
      assertEquals(
          notes.stream().map(Note::noteAnchor).sorted().toList(),
          runs.stream()
              .flatMap(run -> run.references().stream())
              .map(TextRun.Reference::anchor)
              .sorted()
              .toList(),
          "seed " + seed);
    }
  }

  private static Annotation some(CitedText cited, Random random, int step) {
    int start = random.nextInt(cited.length() - 1);
    int middle = start + 1 + random.nextInt(cited.length() - start - 1);
    List<Span> spans = new ArrayList<>(List.of(new Span(start, middle)));
    if (middle + 2 < cited.length() && random.nextBoolean()) {
      spans.add(new Span(middle + 1, cited.length()));
    }
    Anchor.Made made = new Anchor.Made("test/step-" + step, "1");
    return new DateExpression(
        Anchor.proposed(DOCUMENT, DateExpression.TYPE, cited.quote(spans), made), "2019");
  }

  @Test
  void aLongTextIsCut() {
    String content = "one two three";
    List<Block> blocks = List.of(new Block(new Span(0, 13), Block.Role.PARAGRAPH));
    List<TextBlock> woven = new TextWeaver(text(content, blocks), List.of(), List.of(), 7).weave();
    assertEquals("one two", woven.getFirst().runs().getFirst().text());
  }

  private static ReadableText text(String content, List<Block> blocks) {
    return new ReadableText("text/plain", content, blocks, List.of(), Metadata.NONE);
  }
}
