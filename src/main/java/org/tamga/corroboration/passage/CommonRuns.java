package org.tamga.corroboration.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the runs of words that two texts have in common, the longest first, each word used once.
 *
 * <p>After greedy string tiling (Wise, 1993): runs of {@link Sketch#RUN} words are looked up, grown
 * to both sides as far as they agree, and laid down from the longest to the shortest.
 */
final class CommonRuns {
  /** A run that stands so often in one text is tried at its first places only. */
  private static final int MOST_PLACES = 8;

  /**
   * Words in both texts.
   *
   * @param a first word in the first text
   * @param b first word in the second
   */
  record Run(int a, int b, int length) {
    int diagonal() {
      return a - b;
    }
  }

  private CommonRuns() {}

  /** The runs, in the order of the first text. */
  static List<Run> of(int[] a, int[] b) {
    long[] runsA = Sketch.runs(a);
    long[] runsB = Sketch.runs(b);
    List<Run> found = grown(a, b, places(runsA), runsA, runsB);
    found.sort(
        Comparator.comparingInt((Run run) -> -run.length())
            .thenComparingInt(Run::a)
            .thenComparingInt(Run::b));
    boolean[] usedA = new boolean[a.length];
    boolean[] usedB = new boolean[b.length];
    List<Run> laid = new ArrayList<>();
    for (Run run : found) {
      layDown(run, usedA, usedB, laid);
    }
    laid.sort(Comparator.comparingInt(Run::a));
    return laid;
  }

  /** Places of the runs of a text in the order of their hashes. */
  private static long[][] places(long[] runs) {
    long[][] places = new long[runs.length][];
    for (int i = 0; i < runs.length; i++) {
      places[i] = new long[] {runs[i], i};
    }
    Arrays.sort(
        places, Comparator.comparingLong((long[] one) -> one[0]).thenComparingLong(one -> one[1]));
    return places;
  }

  private static int firstPlace(long[][] places, long run) {
    int low = 0;
    int high = places.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places[middle][0] < run) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static List<Run> grown(
      int[] a, int[] b, long[][] places, long[] runsA, long[] runsB) {
    List<Run> found = new ArrayList<>();
    for (int j = 0; j < runsB.length; j++) {
      int at = firstPlace(places, runsB[j]);
      for (int n = 0; n < MOST_PLACES && at + n < places.length; n++) {
        if (places[at + n][0] != runsB[j]) {
          break;
        }
        int i = (int) places[at + n][1];
        boolean isInner = i > 0 && j > 0 && runsA[i - 1] == runsB[j - 1];
        if (!isInner) {
          int length = Sketch.RUN;
          while (i + length < a.length && j + length < b.length && a[i + length] == b[j + length]) {
            length++;
          }
          found.add(new Run(i, j, length));
        }
      }
    }
    return found;
  }

  /** Lays down what of a run is still free on both sides, if that is a run in itself. */
  private static void layDown(Run run, boolean[] usedA, boolean[] usedB, List<Run> laid) {
    int from = 0;
    while (from < run.length()) {
      while (from < run.length() && (usedA[run.a() + from] || usedB[run.b() + from])) {
        from++;
      }
      int end = from;
      while (end < run.length() && !usedA[run.a() + end] && !usedB[run.b() + end]) {
        end++;
      }
      if (end - from >= Sketch.RUN) {
        laid.add(new Run(run.a() + from, run.b() + from, end - from));
        Arrays.fill(usedA, run.a() + from, run.a() + end, true);
        Arrays.fill(usedB, run.b() + from, run.b() + end, true);
      }
      from = end + 1;
    }
  }
}
