package org.tamga.corroboration.passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds the earlier documents that may share a passage with a text, or tell what it tells. */
public final class Candidates {
  /** Of a passage that very many have, so many are looked at. */
  private static final int FOR_COMMON = 3;

  /** Documents that are looked at for copies, and again for retellings. */
  private static final int MOST_CANDIDATES = 32;

  /** What a telling word that very many have is worth. */
  private static final double COMMON_WORTH = 0.2;

  /** Telling words in common from which on one text may tell what the other does. */
  private static final double LEAST_TELLINGS = 3;

  private Candidates() {}

  /** The documents to compare with, in their order. */
  public static List<Integer> of(Sketch sketch, Postings prints, Postings tellings) {
    Map<Integer, Double> copies = new HashMap<>();
    for (long key : sketch.prints()) {
      int[] documents = prints.first(key);
      int looked = documents.length >= Postings.MOST ? FOR_COMMON : documents.length;
      for (int i = 0; i < looked; i++) {
        copies.merge(documents[i], 1.0, Double::sum);
      }
    }
    Map<Integer, Double> retellings = new HashMap<>();
    for (long key : sketch.tellings()) {
      int[] documents = tellings.first(key);
      double worth = documents.length >= Postings.MOST ? COMMON_WORTH : 1;
      for (int document : documents) {
        retellings.merge(document, worth, Double::sum);
      }
    }
    retellings.values().removeIf(worth -> worth < LEAST_TELLINGS);
    TreeSet<Integer> found = new TreeSet<>(best(copies));
    found.addAll(best(retellings));
    return List.copyOf(found);
  }

  private static List<Integer> best(Map<Integer, Double> scores) {
    List<Map.Entry<Integer, Double>> sorted = new ArrayList<>(scores.entrySet());
    sorted.sort(
        Comparator.comparingDouble((Map.Entry<Integer, Double> one) -> -one.getValue())
            .thenComparingInt(Map.Entry::getKey));
    return sorted.stream().limit(MOST_CANDIDATES).map(Map.Entry::getKey).toList();
  }
}
