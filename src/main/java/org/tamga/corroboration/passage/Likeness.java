package org.tamga.corroboration.passage;

import java.util.List;

/**
 * How much two texts have in common: the share of the less covered one that stands in the other.
 *
 * <p>Counted are words in common runs of {@link Sketch#RUN} or more. 1 means that each is all in
 * the other; 0 that no run is common. The less covered one is taken because what only one of two
 * texts has is what sets them apart.
 */
public final class Likeness {
  private Likeness() {}

  /** Between 0 and 1; the same either way round. */
  public static double of(Words a, Words b) {
    if (a.count() == 0 || b.count() == 0) {
      return 0;
    }
    List<CommonRuns.Run> runs = CommonRuns.of(a.keys, b.keys);
    double common = runs.stream().mapToInt(CommonRuns.Run::length).sum();
    return common / Math.max(a.count(), b.count());
  }
}
