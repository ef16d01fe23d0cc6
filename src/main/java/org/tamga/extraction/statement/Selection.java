package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses among overlapping proposals the set that is worth most in all.
 *
 * <p>Attributions hardly ever overlap, so at most one of the proposals over a place is right.
 * Weighted interval selection, in time n log n.
 */
final class Selection {
  private Selection() {}

  /** A proposal and its probability of being right. */
  record Judged(Proposal proposal, double probability) {}

  /** The chosen ones in order of place; each is at least as probable as {@code least}. */
  static List<Judged> choose(List<Judged> judged, double least) {
    List<Judged> sorted =
        judged.stream()
            .filter(one -> one.probability() > least)
            .sorted(
                Comparator.comparingInt((Judged one) -> one.proposal().reach().end())
                    .thenComparingInt(one -> one.proposal().reach().start()))
            .toList();
    int count = sorted.size();
    double[] best = new double[count + 1];
    int[] before = new int[count];
    for (int i = 0; i < count; i++) {
      before[i] = endingBy(sorted, i, sorted.get(i).proposal().reach().start());
      double taken = best[before[i]] + sorted.get(i).probability() - least;
      best[i + 1] = Math.max(best[i], taken);
    }
    List<Judged> chosen = new ArrayList<>();
    for (int i = count; i > 0; ) {
      if (best[i] > best[i - 1]) {
        chosen.add(sorted.get(i - 1));
        i = before[i - 1];
      } else {
        i--;
      }
    }
    return onceEach(chosen.reversed());
  }

  /**
   * Leaves out what a word tells besides something likelier: who "wrote, in an open letter, “…”"
   * wrote the quotation. Words in quotation marks stay in any case.
   */
  private static List<Judged> onceEach(List<Judged> chosen) {
    Map<Word, Judged> likeliest = new HashMap<>();
    for (Judged one : chosen) {
      likeliest.merge(Word.of(one), one, (a, b) -> a.probability() >= b.probability() ? a : b);
    }
    return chosen.stream()
        .filter(one -> isQuoted(one.proposal()) || one.equals(likeliest.get(Word.of(one))))
        .toList();
  }

  private static boolean isQuoted(Proposal proposal) {
    return switch (proposal.frame()) {
      case QUOTE, QUOTE_BEFORE, ALONE -> true;
      case THAT, QUESTION, CLAUSE, COLON, BEFORE -> false;
      case INFINITIVE, OBJECT_INFINITIVE, PREPOSITION, OBJECT, GERUND -> false;
    };
  }

  /** The word that tells, by its sentence and its number there. */
  private record Word(int sentence, int number) {
    static Word of(Judged one) {
      Cue cue = one.proposal().cue();
      return new Word(cue.sentence().index(), cue.main());
    }
  }

  /** How many of the first {@code limit} end at or before a place. */
  private static int endingBy(List<Judged> sorted, int limit, int place) {
    int low = 0;
    int high = limit;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).proposal().reach().end() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
