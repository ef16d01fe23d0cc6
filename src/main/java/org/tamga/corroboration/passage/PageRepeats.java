package org.tamga.corroboration.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tamga.text.Block;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;

/**
 * Finds what one page says twice: a standfirst that comes back as pull quote, a paragraph shown a
 * second time.
 */
public final class PageRepeats {
  /** Share of the words of the second place that stand in the first. */
  private static final double MOST_OF_IT = 0.8;

  private PageRepeats() {}

  /** Each block that the page repeats: the first place, and the place where it comes again. */
  public static List<Passage> of(ReadableText text) {
    List<Passage> repeats = new ArrayList<>();
    List<Block> blocks = text.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).role() == Block.Role.REPETITION) {
        Words again = words(text, blocks.get(i));
        for (int j = 0; j < i; j++) {
          Words first = words(text, blocks.get(j));
          int common = common(first, again);
          if (again.count() > 0 && common >= MOST_OF_IT * again.count()) {
            double share = (double) common / Math.max(first.count(), again.count());
            repeats.add(
                new Passage(
                    blocks.get(j).span(), blocks.get(i).span(), Passage.Kind.COPY, common, share));
            break;
          }
        }
      }
    }
    return repeats;
  }

  private static int common(Words first, Words again) {
    if (Arrays.equals(first.keys, again.keys)) {
      return again.count();
    }
    return CommonRuns.of(first.keys, again.keys).stream().mapToInt(CommonRuns.Run::length).sum();
  }

  private static Words words(ReadableText text, Block block) {
    Block alone = new Block(block.span(), Block.Role.PARAGRAPH);
    return Words.of(
        new ReadableText(
            text.mediaType(), text.content(), List.of(alone), List.of(), Metadata.NONE));
  }
}
