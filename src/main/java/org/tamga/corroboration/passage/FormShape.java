package org.tamga.corroboration.passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How copied passages lie in two texts: as in two sheets of one form, or as what one took from the
 * other.
 *
 * <p>Two sheets of a form agree from the beginning or to the end, in the same order, and between
 * the agreeing passages both have something, each something else. What one text takes from another
 * lies anywhere in it; an edited copy differs in few words, or by other words for the same names
 * and numbers.
 *
 * @param common how much of the names and numbers between the agreeing passages both have, from 0
 *     to 1; 1 where no contents stand between them on both sides
 * @param contents words between the agreeing passages for each agreeing word, on the side that has
 *     fewer
 * @param isAtEdge whether the agreement begins or ends both texts
 * @param telling names and numbers for each word of the agreeing passages
 */
public record FormShape(double common, double contents, boolean isAtEdge, double telling) {
  /** Words at either end that may differ without moving a passage from the edge. */
  private static final int EDGE_WORDS = 14;

  /** A gap of fewer words is an edit. */
  private static final int LEAST_GAP = 4;

  /** Words in the gaps of either side from which on there are contents in them. */
  private static final int LEAST_CONTENTS = 12;

  /** Contents for each agreeing word; an update of a report changes fewer. */
  public static final double FORM_CONTENTS = 0.25;

  /** The same where the agreeing words tell little. */
  private static final double LEAST_SHARE = 0.15;

  /** Names and numbers for each agreeing word: a form has fewer, a report more. */
  public static final double FORM_TELLING = 0.075;

  /** Telling words that contents of two sheets may have in common. */
  private static final double MOST_COMMON = 0.6;

  private static final int LEAST_NAMES = 4;

  /** Words that only one side may have, for each agreeing word. */
  private static final double MOST_LONE = 0.34;

  /** Whether two sheets of one form lie like this. */
  public boolean isForm() {
    return isAtEdge
        && common <= MOST_COMMON
        && (contents >= FORM_CONTENTS || (contents >= LEAST_SHARE && telling < FORM_TELLING));
  }

  /** A line of fewer words is no sentence. */
  private static final int LEAST_SENTENCE = 6;

  /** One word in so many is a small one in any sentence. */
  private static final int WORDS_FOR_A_SMALL = 7;

  private static final FormShape NONE = new FormShape(1, 0, false, 0);

  static FormShape of(List<CopiedPassages.Piece> pieces, Words a, Words b) {
    List<CopiedPassages.Piece> copies = new ArrayList<>();
    for (CopiedPassages.Piece piece : pieces) {
      if (piece.kind() == Passage.Kind.COPY) {
        copies.add(piece);
      }
    }
    if (copies.isEmpty()) {
      return NONE;
    }
    CopiedPassages.Piece head = copies.getFirst();
    CopiedPassages.Piece tail = copies.getLast();
    boolean isAtHead = head.a() <= EDGE_WORDS && head.b() <= EDGE_WORDS;
    boolean isAtTail =
        a.count() - tail.aEnd() <= EDGE_WORDS && b.count() - tail.bEnd() <= EDGE_WORDS;
    boolean isInOrder =
        copies.stream()
            .sorted(Comparator.comparingInt(CopiedPassages.Piece::b))
            .toList()
            .equals(copies);
    Gaps gaps = new Gaps(a, b);
    gaps.measure(copies);
    double common = isInOrder && gaps.areContents() ? gaps.common() : 1;
    return new FormShape(common, gaps.contents(), isAtHead || isAtTail, telling(copies, a));
  }

  private static double telling(List<CopiedPassages.Piece> copies, Words a) {
    int telling = 0;
    int words = 0;
    for (CopiedPassages.Piece copy : copies) {
      for (int i = copy.a(); i < copy.aEnd(); i++) {
        Words.Worth worth = a.worths[i];
        boolean tells = worth == Words.Worth.NAME || worth == Words.Worth.NUMBER;
        telling += tells && isSaid(a, a.sentenceList.get(a.sentences[i])) ? 1 : 0;
        words++;
      }
    }
    return (double) telling / words;
  }

  /**
   * A line of a menu has capitals in it, but says nothing: it lacks the small words of a sentence.
   */
  private static boolean isSaid(Words words, Words.Sentence sentence) {
    int small = 0;
    for (int i = sentence.first(); i < sentence.end(); i++) {
      small += words.worths[i] == Words.Worth.COMMON ? 1 : 0;
    }
    return sentence.length() >= LEAST_SENTENCE && small * WORDS_FOR_A_SMALL >= sentence.length();
  }

  /** What stands between the agreeing passages. */
  private static final class Gaps {
    private final Words a;
    private final Words b;
    private final Set<Integer> tellingA = new HashSet<>();
    private final Set<Integer> tellingB = new HashSet<>();
    private final Set<Integer> agreed = new HashSet<>();
    private int agreeing;
    private int contentsA;
    private int contentsB;
    private int lone;

    Gaps(Words a, Words b) {
      this.a = a;
      this.b = b;
    }

    void measure(List<CopiedPassages.Piece> copies) {
      int fromA = 0;
      int fromB = 0;
      for (CopiedPassages.Piece copy : copies) {
        gap(fromA, copy.a(), fromB, copy.b());
        agreeing += copy.same();
        collect(a, copy.a(), copy.aEnd(), agreed);
        fromA = copy.aEnd();
        fromB = copy.bEnd();
      }
      gap(fromA, a.count(), fromB, b.count());
    }

    private void gap(int fromA, int toA, int fromB, int toB) {
      int wordsA = Math.max(0, toA - fromA);
      int wordsB = Math.max(0, toB - fromB);
      if (wordsA < LEAST_GAP || wordsB < LEAST_GAP) {
        lone += Math.max(wordsA, wordsB);
        return;
      }
      contentsA += wordsA;
      contentsB += wordsB;
      collect(a, fromA, toA, tellingA);
      collect(b, fromB, toB, tellingB);
    }

    private static void collect(Words words, int from, int to, Set<Integer> telling) {
      for (int i = from; i < to; i++) {
        if (words.worths[i] == Words.Worth.NAME || words.worths[i] == Words.Worth.NUMBER) {
          telling.add(words.stems[i]);
        }
      }
    }

    boolean areContents() {
      return contentsA >= LEAST_CONTENTS
          && contentsB >= LEAST_CONTENTS
          && lone <= MOST_LONE * agreeing;
    }

    double contents() {
      return (double) Math.min(contentsA, contentsB) / agreeing;
    }

    double common() {
      // Whose form it is stands in the form and in the contents: that tells nothing.
      tellingA.removeAll(agreed);
      tellingB.removeAll(agreed);
      Set<Integer> common = new HashSet<>(tellingA);
      common.retainAll(tellingB);
      // Of one or two names some are common by chance.
      int fewer = Math.max(LEAST_NAMES, Math.min(tellingA.size(), tellingB.size()));
      return (double) common.size() / fewer;
    }
  }
}
