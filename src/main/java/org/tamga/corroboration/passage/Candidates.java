package org.tamga.corroboration.passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Finds the earlier documents that may share a passage with a text, or tell what it tells. */
public final class Candidates {
  /** Of a passage that very many have, so many are looked at. */
  private static final int FOR_COMMON = 3;

  /** Documents that are looked at because they share a run of words. */
  private static final int MOST_COPIES = 32;

  /** Documents that are looked at because they share telling words. */
  private static final int MOST_RETELLINGS = 12;

  /** What a telling word that very many have is worth. */
  private static final int COMMON_WORTH = 1;

  /** What one is worth that few have; others lie between. */
  private static final int RARE_WORTH = 5;

  /** Telling words in common from which on one text may tell what the other does. */
  private static final int LEAST_TELLINGS = 4;

  private Candidates() {}

  /** The documents to compare with, in their order. */
  public static List<Integer> of(Sketch sketch, Postings prints, Postings tellings) {
    Tally copies = new Tally();
    for (long key : sketch.prints()) {
      int[] documents = prints.first(key);
      int looked = documents.length >= Postings.MOST ? FOR_COMMON : documents.length;
      for (int i = 0; i < looked; i++) {
        copies.add(documents[i], 1);
      }
    }
    Tally retellings = new Tally();
    for (long key : sketch.tellings()) {
      int[] documents = tellings.first(key);
      int worth = worth(documents.length);
      for (int document : documents) {
        retellings.add(document, worth);
      }
    }
    TreeSet<Integer> found = new TreeSet<>(copies.best(1, MOST_COPIES));
    found.addAll(retellings.best(LEAST_TELLINGS * RARE_WORTH, MOST_RETELLINGS));
    return List.copyOf(found);
  }

  /** What a telling word is worth that so many documents have. */
  private static int worth(int documents) {
    if (documents >= Postings.MOST) {
      return COMMON_WORTH;
    }
    return documents <= Postings.MOST / 4 ? RARE_WORTH : (RARE_WORTH + COMMON_WORTH) / 2;
  }

  /** Sums by document, in an open table: most documents of most keys come to nothing. */
  private static final class Tally {
    private int[] documents = new int[256];
    private int[] sums = new int[256];
    private int size;

    void add(int document, int worth) {
      int place = place(document);
      if (sums[place] == 0) {
        documents[place] = document;
        size++;
      }
      sums[place] += worth;
      if (2 * size > documents.length) {
        grow();
      }
    }

    private int place(int document) {
      int mask = documents.length - 1;
      int place = ((document * 0x9E3779B9) >>> 7) & mask;
      while (sums[place] != 0 && documents[place] != document) {
        place = (place + 1) & mask;
      }
      return place;
    }

    private void grow() {
      int[] oldDocuments = documents;
      int[] oldSums = sums;
      documents = new int[2 * oldDocuments.length];
      sums = new int[documents.length];
      for (int i = 0; i < oldSums.length; i++) {
        if (oldSums[i] != 0) {
          int place = place(oldDocuments[i]);
          documents[place] = oldDocuments[i];
          sums[place] = oldSums[i];
        }
      }
    }

    /** The documents with the greatest sums, none below the least; of equals the earlier. */
    List<Integer> best(int least, int most) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < sums.length; i++) {
        if (sums[i] >= least) {
          places.add(i);
        }
      }
      places.sort(
          Comparator.comparingInt((Integer place) -> -sums[place])
              .thenComparingInt(place -> documents[place]));
      return places.stream().limit(most).map(place -> documents[place]).toList();
    }
  }
}
