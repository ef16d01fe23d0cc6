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
  record Run(int a, int b, int length) {}

  private CommonRuns() {}

  /** The runs, in the order of the first text. */
  static List<Run> of(int[] a, int[] b) {
    long[] runsA = Sketch.runs(a);
    long[] runsB = Sketch.runs(b);
    List<Run> found = grown(a, b, runsA, runsB);
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

  /** Where each run of a text stands, to be looked up by its hash. */
  private static final class Places {
    private final long[] runs;
    private final int[] heads;
    private final int[] nexts;

    Places(long[] runs) {
      this.runs = runs;
      heads = new int[Integer.highestOneBit(2 * runs.length + 1) * 2];
      nexts = new int[runs.length];
      for (int i = runs.length - 1; i >= 0; i--) {
        int slot = slot(runs[i]);
        nexts[i] = heads[slot];
        heads[slot] = i + 1;
      }
    }

    private int slot(long run) {
      return (int) (run >>> 20) & heads.length - 1;
    }

    /** The first place of a run from this one on; -1 if there is none. */
    int find(long run, int place) {
      int next = place < 0 ? heads[slot(run)] : nexts[place];
      while (next > 0 && runs[next - 1] != run) {
        next = nexts[next - 1];
      }
      return next - 1;
    }
  }

  private static List<Run> grown(int[] a, int[] b, long[] runsA, long[] runsB) {
    Places places = new Places(runsA);
    List<Run> found = new ArrayList<>();
    for (int j = 0; j < runsB.length; j++) {
      int i = places.find(runsB[j], -1);
      for (int n = 0; n < MOST_PLACES && i >= 0; n++) {
        boolean isInner = i > 0 && j > 0 && runsA[i - 1] == runsB[j - 1];
        if (!isInner) {
          int length = Sketch.RUN;
          while (i + length < a.length && j + length < b.length && a[i + length] == b[j + length]) {
            length++;
          }
          found.add(new Run(i, j, length));
        }
        i = places.find(runsB[j], i);
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
