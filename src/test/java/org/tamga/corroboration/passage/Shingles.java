package org.tamga.corroboration.passage;

/** All runs of words of a text, for measurements beside other ways. */
public final class Shingles {
  private Shingles() {}

  /** The hash of each run of {@link Sketch#RUN} words. */
  public static long[] of(Words words) {
    return Sketch.runs(words.keys);
  }
}
