package org.tamga.corroboration.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds what two documents give as the words of one speaker, in different words: at most one of
 * them is what was said.
 *
 * <p>The speaker must be the same by name, and the two must tell the same: a speaker may well say
 * several things.
 */
public final class RewordedQuotations {
  /** Fewer words are a turn of phrase. */
  private static final int LEAST_WORDS = 6;

  /** Share of the telling words of the shorter one that both have. */
  private static final double SAME_MATTER = 0.5;

  /** A weight below which two words would make the same matter. */
  private static final double LEAST_WEIGHT = 4;

  /** Share of the words of the shorter one from which on they are the same words, cut otherwise. */
  private static final double SAME_WORDS = 0.7;

  private RewordedQuotations() {}

  /** Each pair of places, of the kind {@link Passage.Kind#REWORDED}. */
  public static List<Passage> of(
      Words first, List<Quotation> ofFirst, Words second, List<Quotation> ofSecond) {
    List<Passage> found = new ArrayList<>();
    for (Quotation one : ofFirst) {
      for (Quotation other : ofSecond) {
        if (isSameSpeaker(one.speaker(), other.speaker())) {
          compare(first, one, second, other, found);
        }
      }
    }
    return found;
  }

  private static void compare(
      Words first, Quotation one, Words second, Quotation other, List<Passage> found) {
    int[] a = within(first, one);
    int[] b = within(second, other);
    int fewer = Math.min(a.length, b.length);
    if (fewer < LEAST_WORDS) {
      return;
    }
    int[] keysA = Arrays.stream(a).map(i -> first.keys[i]).toArray();
    int[] keysB = Arrays.stream(b).map(i -> second.keys[i]).toArray();
    int same = CommonRuns.of(keysA, keysB).stream().mapToInt(CommonRuns.Run::length).sum();
    double share = sameMatter(first, a, second, b);
    if (share >= SAME_MATTER && same < SAME_WORDS * fewer) {
      found.add(
          new Passage(one.place(), other.place(), Passage.Kind.REWORDED, same, Math.min(1, share)));
    }
  }

  private static double sameMatter(Words first, int[] a, Words second, int[] b) {
    Map<Integer, Double> bagA = bag(first, a);
    Map<Integer, Double> bagB = bag(second, b);
    double common = 0;
    for (Map.Entry<Integer, Double> one : bagA.entrySet()) {
      common += Math.min(one.getValue(), bagB.getOrDefault(one.getKey(), 0.0));
    }
    double least = Math.min(weight(bagA), weight(bagB));
    return common / Math.max(LEAST_WEIGHT, least);
  }

  private static double weight(Map<Integer, Double> bag) {
    return bag.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static Map<Integer, Double> bag(Words words, int[] places) {
    Map<Integer, Double> bag = new HashMap<>();
    for (int i : places) {
      if (words.worths[i].weight > 0) {
        bag.put(words.stems[i], words.worths[i].weight);
      }
    }
    return bag;
  }

  private static int[] within(Words words, Quotation quotation) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < words.count(); i++) {
      if (words.starts[i] >= quotation.place().start()
          && words.ends[i] <= quotation.place().end()) {
        places.add(i);
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /** "Tevin" is Mara Tevin; Mara Tevin is not Mara Selm. */
  private static boolean isSameSpeaker(String one, String other) {
    Set<String> shorter = new HashSet<>(names(one));
    Set<String> longer = new HashSet<>(names(other));
    return shorter.size() <= longer.size()
        ? longer.containsAll(shorter)
        : shorter.containsAll(longer);
  }

  private static List<String> names(String name) {
    return Arrays.asList(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
  }
}
