package org.tamga.eval;

import java.util.Locale;

/**
 * How many things were found, how many there are, and how many of the found are met and right.
 *
 * @param found findings that count
 * @param gold gold items that count
 * @param met findings whose words are those of a gold item
 * @param right findings that are also right in their defining fields
 */
record Tally(int found, int gold, int met, int right) {
  static final Tally NONE = new Tally(0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(found + other.found, gold + other.gold, met + other.met, right + other.right);
  }

  double precision() {
    return share(right, found);
  }

  double recall() {
    return share(right, gold);
  }

  /** Harmonic mean of precision and recall. */
  double f1() {
    return share(2 * right, found + gold);
  }

  /** The same of meeting alone, whatever the fields. */
  double words() {
    return share(2 * met, found + gold);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** A share as tables have it: two decimals, no zero in front. */
  static String shown(double share) {
    String text = String.format(Locale.ROOT, "%.2f", share);
    return text.startsWith("0") ? text.substring(1) : text;
  }
}
