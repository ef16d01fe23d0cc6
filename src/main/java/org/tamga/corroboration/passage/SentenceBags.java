package org.tamga.corroboration.passage;

import java.util.Arrays;
import java.util.List;

/**
 * The sentences of a text, each as the telling words that are in it, with their weights.
 *
 * <p>Titles, sentences that are mostly quotation and very short ones are empty: they say nothing of
 * who follows whom.
 */
final class SentenceBags {
  private static final int LEAST_LENGTH = 4;

  /** Sentences of a text beyond which none are compared: a book is not one report. */
  private static final int MOST_SENTENCES = 600;

  /** A word in so many pairs of sentences weighs next to nothing in each. */
  private static final int MOST_PAIRS = 900;

  private final Words words;

  /** Words that are not this text's to tell. */
  private final boolean[] untold;

  /** Each a stem in the upper half and its sentence in the lower, in order, each once. */
  private final long[] entries;

  private final double[] worths;
  private final double[] weights;

  SentenceBags(Words words, boolean[] untold) {
    this.words = words;
    this.untold = untold;
    int count = Math.min(MOST_SENTENCES, words.sentenceList.size());
    List<Words.Sentence> sentences = words.sentenceList.subList(0, count);
    long[] found = new long[words.count()];
    int size = 0;
    for (int s = 0; s < count; s++) {
      if (isCompared(sentences.get(s))) {
        size = collect(sentences.get(s), s, found, size);
      }
    }
    Arrays.sort(found, 0, size);
    entries = new long[size];
    worths = new double[size];
    weights = new double[count];
    distinct(found, size);
  }

  private boolean isCompared(Words.Sentence sentence) {
    int quoted = 0;
    for (int i = sentence.first(); i < sentence.end(); i++) {
      quoted += words.quoted[i] ? 1 : 0;
    }
    return !sentence.isTitle()
        && sentence.length() >= LEAST_LENGTH
        && quoted * 5 < sentence.length() * 3;
  }

  /** Stem, sentence and worth in one number each, so that sorting puts the stems together. */
  private int collect(Words.Sentence sentence, int number, long[] found, int size) {
    int end = size;
    for (int i = sentence.first(); i < sentence.end(); i++) {
      Words.Worth worth = words.worths[i];
      if (worth != Words.Worth.COMMON && !words.quoted[i] && !untold[i]) {
        found[end++] = ((long) words.stems[i] << 32) | ((long) number << 8) | place(worth);
      }
    }
    return end;
  }

  private int size;

  private void distinct(long[] found, int count) {
    for (int i = 0; i < count; i++) {
      boolean isAgain = i + 1 < count && found[i] >> 8 == found[i + 1] >> 8;
      if (!isAgain) {
        entries[size] = found[i] >> 8;
        worths[size++] = WORTHS.get((int) (found[i] & 0xff)).weight;
      }
    }
  }

  /** In the order of their weight, so that of a word that stands twice the heavier is kept. */
  private static final List<Words.Worth> WORTHS =
      List.of(Words.Worth.PLAIN, Words.Worth.SMALL, Words.Worth.NAME, Words.Worth.NUMBER);

  private static int place(Words.Worth worth) {
    return WORTHS.indexOf(worth);
  }

  int count() {
    return weights.length;
  }

  double weight(int sentence) {
    return weights[sentence];
  }

  double total() {
    return Arrays.stream(weights).sum();
  }

  private int stem(int entry) {
    return (int) (entries[entry] >> 24);
  }

  private int sentence(int entry) {
    return (int) (entries[entry] & 0xffffff);
  }

  private int end(int from) {
    int end = from;
    while (end < size && stem(end) == stem(from)) {
      end++;
    }
    return end;
  }

  /**
   * What each sentence of one text has in common with each of the other, by rows of the first; the
   * weights of both are set on the way. A word weighs the less the more sentences it stands in.
   */
  static double[] common(SentenceBags a, SentenceBags b) {
    double[] common = new double[a.count() * b.count()];
    int i = 0;
    int j = 0;
    while (i < a.size || j < b.size) {
      int order = i >= a.size ? 1 : j >= b.size ? -1 : Integer.compare(a.stem(i), b.stem(j));
      int endA = order <= 0 ? a.end(i) : i;
      int endB = order >= 0 ? b.end(j) : j;
      double factor = 2.0 / Math.max(2, endA - i + endB - j);
      a.weigh(i, endA, factor);
      b.weigh(j, endB, factor);
      if (order == 0 && (endA - i) * (endB - j) <= MOST_PAIRS) {
        meet(a, i, endA, b, j, endB, factor, common);
      }
      i = endA;
      j = endB;
    }
    return common;
  }

  private void weigh(int from, int end, double factor) {
    for (int i = from; i < end; i++) {
      weights[sentence(i)] += worths[i] * factor;
    }
  }

  private static void meet(
      SentenceBags a,
      int fromA,
      int endA,
      SentenceBags b,
      int fromB,
      int endB,
      double factor,
      double[] common) {
    for (int i = fromA; i < endA; i++) {
      int row = a.sentence(i) * b.count();
      for (int j = fromB; j < endB; j++) {
        common[row + b.sentence(j)] += Math.min(a.worths[i], b.worths[j]) * factor;
      }
    }
  }
}
