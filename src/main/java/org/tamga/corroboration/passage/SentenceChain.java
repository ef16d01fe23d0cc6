package org.tamga.corroboration.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private static final int LEAST_LENGTH = 4;

  /** Weight in common from which two sentences may tell the same. */
  private static final double LEAST_COMMON = 2;

  private static final double LEAST_SHARE = 0.3;

  /** A sentence told in other words keeps about half of what it weighs. */
  private static final double KEPT_IN_OTHER_WORDS = 0.5;

  /** No sentence weighs less, so that two words never make a match. */
  private static final double LEAST_WEIGHT = 3;

  /** Sentences in a text beyond which only the first are compared: a book is not one report. */
  private static final int MOST_SENTENCES = 1500;

  /**
   * Two sentences of which one tells what the other tells.
   *
   * @param common the weight that they have in common
   */
  record Link(int a, int b, double common, double share) {}

  /** One text's sentences as bags of weighted stems. */
  private static final class Side {
    final Words words;

    /** Words that are not this text's to tell. */
    final boolean[] untold;

    final List<Map<Integer, Double>> bags = new ArrayList<>();
    final double[] weights;

    Side(Words words, boolean[] untold) {
      this.words = words;
      this.untold = untold;
      List<Words.Sentence> sentences = words.sentenceList;
      for (Words.Sentence sentence :
          sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size()))) {
        bags.add(isCompared(sentence) ? bag(sentence) : Map.of());
      }
      weights = new double[bags.size()];
    }

    private boolean isCompared(Words.Sentence sentence) {
      int quoted = 0;
      for (int i = sentence.first(); i < sentence.end(); i++) {
        quoted += words.quoted[i] ? 1 : 0;
      }
      return !sentence.isTitle()
          && sentence.length() >= LEAST_LENGTH
          && quoted * 5 < sentence.length() * 3;
    }

    private Map<Integer, Double> bag(Words.Sentence sentence) {
      Map<Integer, Double> bag = new HashMap<>();
      for (int i = sentence.first(); i < sentence.end(); i++) {
        if (words.worths[i].weight > 0 && !words.quoted[i] && !untold[i]) {
          bag.merge(words.stems[i], words.worths[i].weight, Math::max);
        }
      }
      return bag;
    }

    void weigh(Map<Integer, Integer> often) {
      for (int i = 0; i < bags.size(); i++) {
        Map<Integer, Double> bag = bags.get(i);
        double sum = 0;
        for (Map.Entry<Integer, Double> one : bag.entrySet()) {
          double weight = one.getValue() * 2 / Math.max(2, often.getOrDefault(one.getKey(), 2));
          one.setValue(weight);
          sum += weight;
        }
        weights[i] = sum;
      }
    }

    double total() {
      return Arrays.stream(weights).sum();
    }
  }

  private final Side first;
  private final Side second;
  private final List<Link> all;
  private final List<Link> inOrder;

  SentenceChain(Words a, boolean[] untoldA, Words b, boolean[] untoldB) {
    first = new Side(a, untoldA);
    second = new Side(b, untoldB);
    Map<Integer, Integer> often = new HashMap<>();
    first.bags.forEach(bag -> bag.keySet().forEach(stem -> often.merge(stem, 1, Integer::sum)));
    second.bags.forEach(bag -> bag.keySet().forEach(stem -> often.merge(stem, 1, Integer::sum)));
    first.weigh(often);
    second.weigh(often);
    all = links();
    inOrder = chain();
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
    Map<Integer, List<Integer>> where = new HashMap<>();
    for (int j = 0; j < second.bags.size(); j++) {
      for (int stem : second.bags.get(j).keySet()) {
        where.computeIfAbsent(stem, key -> new ArrayList<>()).add(j);
      }
    }
    List<Link> links = new ArrayList<>();
    double[] common = new double[second.bags.size()];
    for (int i = 0; i < first.bags.size(); i++) {
      Arrays.fill(common, 0);
      for (Map.Entry<Integer, Double> one : first.bags.get(i).entrySet()) {
        for (int j : where.getOrDefault(one.getKey(), List.of())) {
          common[j] += Math.min(one.getValue(), weightIn(j, one.getKey()));
        }
      }
      for (int j = 0; j < common.length; j++) {
        double least = Math.max(LEAST_WEIGHT, Math.min(first.weights[i], second.weights[j]));
        double share = Math.min(1, common[j] / least);
        if (common[j] >= LEAST_COMMON && share >= LEAST_SHARE) {
          links.add(new Link(i, j, common[j], share));
        }
      }
    }
    return links;
  }

  private double weightIn(int sentence, int stem) {
    return second.bags.get(sentence).getOrDefault(stem, 0.0);
  }

  /** The heaviest series of links that goes forward in both texts. */
  private List<Link> chain() {
    int rows = first.bags.size();
    int columns = second.bags.size();
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
    int i = first.bags.size();
    int j = second.bags.size();
    while (i > 0 && j > 0) {
      double skip = Math.max(best[i - 1][j], best[i][j - 1]);
      boolean isMet = best[i][j] > skip;
      if (isMet) {
        double here = cell[i - 1][j - 1];
        double share =
            here
                / Math.max(LEAST_WEIGHT, Math.min(first.weights[i - 1], second.weights[j - 1]));
        chain.add(new Link(i - 1, j - 1, here, Math.min(1, share)));
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

  private static double covered(List<Link> links, Side side, boolean isFirst) {
    double[] common = new double[side.bags.size()];
    for (Link link : links) {
      int sentence = isFirst ? link.a() : link.b();
      common[sentence] = Math.max(common[sentence], link.common());
    }
    double covered = 0;
    for (int i = 0; i < common.length; i++) {
      covered += Math.min(side.weights[i], common[i] / KEPT_IN_OTHER_WORDS);
    }
    return side.total() == 0 ? 0 : covered / side.total();
  }
}
