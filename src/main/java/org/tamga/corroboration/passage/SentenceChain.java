package org.tamga.corroboration.passage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Follows two texts sentence by sentence and finds where one tells what the other told, in its
 * order.
 *
 * <p>Two sentences are compared by the words that tell something: names and numbers weigh more than
 * other words, a word that runs through both texts less than one that stands once in each. Local
 * alignment in the manner of Smith and Waterman, with sentences for letters; a sentence may answer
 * several that follow one another, since rewriting splits and joins.
 */
final class SentenceChain {
  /** Weight in common from which two sentences may tell the same. */
  private static final double LEAST_COMMON = 2;

  private static final double LEAST_SHARE = 0.3;

  /** A sentence told in other words keeps about half of what it weighs. */
  private static final double KEPT_IN_OTHER_WORDS = 0.5;

  /** No sentence weighs less, so that two words never make a match. */
  private static final double LEAST_WEIGHT = 3;

  /**
   * Two sentences of which one tells what the other tells.
   *
   * @param common the weight that they have in common
   */
  record Link(int a, int b, double common, double share) {}

  private final SentenceBags first;
  private final SentenceBags second;

  /** What each two sentences have in common, by rows of the first text. */
  private final double[] common;

  private final List<Link> all;
  private final List<Link> inOrder;

  SentenceChain(Words a, boolean[] untoldA, Words b, boolean[] untoldB) {
    first = new SentenceBags(a, untoldA);
    second = new SentenceBags(b, untoldB);
    common = SentenceBags.common(first, second);
    all = links();
    inOrder = all.isEmpty() ? List.of() : chain();
  }

  /** The sentences that follow one another in both texts. */
  List<Link> inOrder() {
    return inOrder;
  }

  /** How much of the first text is told by the second, in its order. */
  double firstInOrder() {
    return covered(inOrder, first, true);
  }

  /** How much of the second text is told by the first, in its order. */
  double secondInOrder() {
    return covered(inOrder, second, false);
  }

  /** How much of the first text is told by the second, in whatever order. */
  double firstAnyhow() {
    return covered(all, first, true);
  }

  /** How much of the second text is told by the first, in whatever order. */
  double secondAnyhow() {
    return covered(all, second, false);
  }

  /** What the compared sentences of the first text weigh. */
  double firstWeight() {
    return first.total();
  }

  /** What the compared sentences of the second text weigh. */
  double secondWeight() {
    return second.total();
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    int columns = second.count();
    for (int i = 0; i < first.count(); i++) {
      for (int j = 0; j < columns; j++) {
        double here = common[i * columns + j];
        double share = share(i, j, here);
        if (here >= LEAST_COMMON && share >= LEAST_SHARE) {
          links.add(new Link(i, j, here, share));
        }
      }
    }
    return links;
  }

  private double share(int i, int j, double here) {
    double least = Math.max(LEAST_WEIGHT, Math.min(first.weight(i), second.weight(j)));
    return Math.min(1, here / least);
  }

  /** The heaviest series of links that goes forward in both texts. */
  private List<Link> chain() {
    int rows = first.count();
    int columns = second.count();
    double[][] best = new double[rows + 1][columns + 1];
    double[][] cell = new double[rows][columns];
    all.forEach(link -> cell[link.a()][link.b()] = link.common());
    for (int i = 1; i <= rows; i++) {
      for (int j = 1; j <= columns; j++) {
        double here = cell[i - 1][j - 1];
        double skip = Math.max(best[i - 1][j], best[i][j - 1]);
        // A sentence that was split or joined is met again from where it was met before.
        double met = here == 0 ? 0 : Math.max(best[i - 1][j - 1] + here, skip + here / 2);
        best[i][j] = Math.max(skip, met);
      }
    }
    return traced(best, cell);
  }

  private List<Link> traced(double[][] best, double[][] cell) {
    List<Link> chain = new ArrayList<>();
    int i = first.count();
    int j = second.count();
    while (i > 0 && j > 0) {
      double skip = Math.max(best[i - 1][j], best[i][j - 1]);
      boolean isMet = best[i][j] > skip;
      if (isMet) {
        double here = cell[i - 1][j - 1];
        chain.add(new Link(i - 1, j - 1, here, share(i - 1, j - 1, here)));
        if (best[i - 1][j - 1] + here >= best[i][j]) {
          i--;
          j--;
          continue;
        }
      }
      if (best[i - 1][j] >= best[i][j - 1]) {
        i--;
      } else {
        j--;
      }
    }
    Collections.reverse(chain);
    return chain;
  }

  private static double covered(List<Link> links, SentenceBags side, boolean isFirst) {
    double[] common = new double[side.count()];
    for (Link link : links) {
      int sentence = isFirst ? link.a() : link.b();
      common[sentence] = Math.max(common[sentence], link.common());
    }
    double covered = 0;
    for (int i = 0; i < common.length; i++) {
      covered += Math.min(side.weight(i), common[i] / KEPT_IN_OTHER_WORDS);
    }
    return side.total() == 0 ? 0 : covered / side.total();
  }
}
