package org.tamga.corroboration.passage;

import java.util.ArrayList;
import java.util.List;

/**
 * The passages that stand word for word in two texts, small edits within them allowed.
 *
 * <p>Runs close behind one another in both texts are one passage. Whose words they are is told by
 * the quotation marks on either side; "said Mira Tolsen, the mayor" beside a quotation goes with
 * it, since whoever quotes must name whom.
 */
final class CopiedPassages {
  /** So many words may be changed between two runs of one passage. */
  private static final int WIDEST_EDIT = 5;

  /** Fewer words than this are a turn of phrase. */
  static final int LEAST_WORDS = 8;

  /** So many words beside a quotation may name who said it, to whom, where. */
  private static final int LONGEST_FRAME = 16;

  /** A passage before it is given a place. */
  record Piece(int a, int aEnd, int b, int bEnd, int same, Passage.Kind kind, int own) {}

  private final Words first;
  private final Words second;
  private final boolean[] framesFirst;
  private final boolean[] framesSecond;

  CopiedPassages(Words first, Words second) {
    this.first = first;
    this.second = second;
    framesFirst = frames(first);
    framesSecond = frames(second);
  }

  /** In the order of the first text. */
  List<Piece> find() {
    List<Piece> pieces = new ArrayList<>();
    List<CommonRuns.Run> together = new ArrayList<>();
    for (CommonRuns.Run run : CommonRuns.of(first.keys, second.keys)) {
      if (!together.isEmpty() && !continues(together.getLast(), run)) {
        flush(together, pieces);
      }
      together.add(run);
    }
    flush(together, pieces);
    return pieces;
  }

  private static boolean continues(CommonRuns.Run last, CommonRuns.Run run) {
    int gapA = run.a() - last.a() - last.length();
    int gapB = run.b() - last.b() - last.length();
    return gapA <= WIDEST_EDIT && gapB >= 0 && gapB <= WIDEST_EDIT;
  }

  private void flush(List<CommonRuns.Run> together, List<Piece> pieces) {
    if (!together.isEmpty()) {
      Piece piece = piece(together);
      if (piece.same() >= LEAST_WORDS) {
        pieces.add(piece);
      }
      together.clear();
    }
  }

  private Piece piece(List<CommonRuns.Run> runs) {
    int same = 0;
    int both = 0;
    int byFirst = 0;
    int bySecond = 0;
    int frame = 0;
    for (CommonRuns.Run run : runs) {
      same += run.length();
      for (int i = 0; i < run.length(); i++) {
        boolean quotedA = first.quoted[run.a() + i];
        boolean quotedB = second.quoted[run.b() + i];
        both += quotedA && quotedB ? 1 : 0;
        byFirst += quotedA && !quotedB ? 1 : 0;
        bySecond += quotedB && !quotedA ? 1 : 0;
        boolean isFrame = framesFirst[run.a() + i] && framesSecond[run.b() + i];
        frame += isFrame && !quotedA && !quotedB ? 1 : 0;
      }
    }
    int own = same - both - byFirst - bySecond - frame;
    CommonRuns.Run last = runs.getLast();
    return new Piece(
        runs.getFirst().a(),
        last.a() + last.length(),
        runs.getFirst().b(),
        last.b() + last.length(),
        same,
        kind(own, both, byFirst, bySecond),
        own);
  }

  private static Passage.Kind kind(int own, int both, int byFirst, int bySecond) {
    if (own >= LEAST_WORDS || own > both + byFirst + bySecond) {
      return Passage.Kind.COPY;
    }
    if (both >= byFirst + bySecond) {
      return Passage.Kind.QUOTE;
    }
    return byFirst > bySecond ? Passage.Kind.QUOTED_BY_FIRST : Passage.Kind.QUOTED_BY_SECOND;
  }

  /** Which words stand outside quotation marks in a sentence that is mostly a quotation. */
  private static boolean[] frames(Words words) {
    boolean[] frames = new boolean[words.count()];
    for (Words.Sentence sentence : words.sentenceList) {
      int quoted = 0;
      for (int i = sentence.first(); i < sentence.end(); i++) {
        quoted += words.quoted[i] ? 1 : 0;
      }
      if (quoted > 0 && sentence.length() - quoted <= LONGEST_FRAME) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
          frames[i] = !words.quoted[i];
        }
      }
    }
    return frames;
  }
}
