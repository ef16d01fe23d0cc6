package org.tamga.corroboration.passage;

import java.util.Arrays;
import org.tamga.text.Span;

/** The little of a text that an index keeps, so that whatever shares a passage with it is found. */
public final class Sketch {
  /** Words in a fingerprint: fewer stand together by chance, more are broken by every edit. */
  public static final int RUN = 5;

  private static final int WINDOW = 6;

  /** Words of a run that must not be small ones. */
  private static final int LEAST_TELLING = 2;

  /** A shared run of so many words is always found, unless it is of small words alone. */
  public static final int CERTAIN_RUN = RUN + WINDOW - 1;

  /** Most keys kept for telling words: more of a long text make it no better known. */
  private static final int MOST_TELLINGS = 32;

  private static final int WEIGHT_STEPS = 100;

  private final long[] prints;
  private final long[] tellings;

  private Sketch(long[] prints, long[] tellings) {
    this.prints = prints;
    this.tellings = tellings;
  }

  /** The sketch of a text. */
  public static Sketch of(Words words) {
    return new Sketch(winnow(words, 0, words.count()), tellings(words));
  }

  /**
   * Fingerprints of runs of words, by winnowing: two texts that share {@link #CERTAIN_RUN} words in
   * a row share at least one. In order, each once; not copied, because an archive has many.
   */
  public long[] prints() {
    return prints;
  }

  /**
   * Keys of the names, numbers and rare words that tell this matter from others: what a text shares
   * with a rewrite of it. In order, each once.
   */
  public long[] tellings() {
    return tellings;
  }

  /** One of the fingerprints that a sketch of these words has from this place; 0 if none. */
  public static long printWithin(Words words, Span span) {
    int first = 0;
    while (first < words.count() && words.starts[first] < span.start()) {
      first++;
    }
    int end = first;
    while (end < words.count() && words.ends[end] <= span.end()) {
      end++;
    }
    // Winnowing chooses by what stands near: only windows that lie all within the place will do.
    long[] kept = winnow(words, first, end);
    return end - first < CERTAIN_RUN || kept.length == 0 ? 0 : kept[kept.length / 2];
  }

  /** The hash of each run of words, by the place of its first word. */
  static long[] runs(int[] keys) {
    long[] runs = new long[Math.max(0, keys.length - RUN + 1)];
    for (int i = 0; i < runs.length; i++) {
      long hash = 1125899906842597L;
      for (int j = i; j < i + RUN; j++) {
        hash = mix(hash ^ keys[j]);
      }
      runs[i] = hash;
    }
    return runs;
  }

  /** Scatters the bits of a number; Stafford's variant 13 of the finaliser of MurmurHash3. */
  static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /**
   * Of each window the least run that tells something: "at the end of the" stands in every archive
   * a thousand times and leads nowhere.
   */
  private static long[] winnow(Words words, int first, int end) {
    long[] runs = runs(Arrays.copyOfRange(words.keys, first, end));
    long[] kept = new long[runs.length];
    int count = 0;
    int last = -1;
    for (int from = 0; from == 0 || from + WINDOW <= runs.length; from++) {
      int least = -1;
      for (int i = from; i < Math.min(from + WINDOW, runs.length); i++) {
        boolean isLess = least < 0 || runs[i] <= runs[least];
        if (isLess && tells(words, first + i)) {
          least = i;
        }
      }
      if (least >= 0 && least != last) {
        kept[count++] = runs[least];
        last = least;
      }
    }
    return Arrays.stream(kept, 0, count).sorted().distinct().toArray();
  }

  private static boolean tells(Words words, int run) {
    int telling = 0;
    for (int i = run; i < run + RUN; i++) {
      telling += words.worths[i] == Words.Worth.COMMON ? 0 : 1;
    }
    return telling >= LEAST_TELLING;
  }

  /** The weightiest stems; one that comes several times weighs a little more. */
  private static long[] tellings(Words words) {
    long[] found = new long[words.count()];
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      Words.Worth worth = words.worths[i];
      if (worth != Words.Worth.COMMON && worth != Words.Worth.SMALL) {
        found[count++] = ((long) words.stems[i] << 32) | (int) (worth.weight * WEIGHT_STEPS);
      }
    }
    Arrays.sort(found, 0, count);
    long[] weighed = new long[count];
    int stems = 0;
    for (int i = 0; i < count; ) {
      int stem = (int) (found[i] >> 32);
      long weight = 0;
      for (; i < count && (int) (found[i] >> 32) == stem; i++) {
        weight = (found[i] & 0xffff) + weight / 4;
      }
      weighed[stems++] = (-weight << 32) | (stem & 0xffffffffL);
    }
    Arrays.sort(weighed, 0, stems);
    long[] kept = new long[Math.min(stems, MOST_TELLINGS)];
    for (int i = 0; i < kept.length; i++) {
      int stem = (int) weighed[i];
      kept[i] = mix(stem);
    }
    Arrays.sort(kept);
    return kept;
  }
}
