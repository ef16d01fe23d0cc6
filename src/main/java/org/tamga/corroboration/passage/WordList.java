package org.tamga.corroboration.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Words while they are being found, one after another. */
final class WordList {
  private static final int FIRST_SIZE = 256;

  private int[] starts = new int[FIRST_SIZE];
  private int[] ends = new int[FIRST_SIZE];
  private int[] keys = new int[FIRST_SIZE];
  private int[] stems = new int[FIRST_SIZE];
  private int[] sentenceOfWords = new int[FIRST_SIZE];
  private Words.Worth[] worths = new Words.Worth[FIRST_SIZE];
  private boolean[] quoted = new boolean[FIRST_SIZE];
  private final List<Words.Sentence> sentences = new ArrayList<>();
  private int count;
  private int sentenceStart;

  void add(int start, int end, int key, int stem, Words.Worth worth, boolean isQuoted) {
    if (count == keys.length) {
      grow(2 * count);
    }
    starts[count] = start;
    ends[count] = end;
    keys[count] = key;
    stems[count] = stem;
    worths[count] = worth;
    quoted[count] = isQuoted;
    sentenceOfWords[count] = sentences.size();
    count++;
  }

  void endSentence(boolean isTitle) {
    if (count > sentenceStart) {
      sentences.add(new Words.Sentence(sentenceStart, count, isTitle));
      sentenceStart = count;
    }
  }

  int sentenceLength() {
    return count - sentenceStart;
  }

  private void grow(int size) {
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
    keys = Arrays.copyOf(keys, size);
    stems = Arrays.copyOf(stems, size);
    sentenceOfWords = Arrays.copyOf(sentenceOfWords, size);
    worths = Arrays.copyOf(worths, size);
    quoted = Arrays.copyOf(quoted, size);
  }

  int[] starts() {
    return Arrays.copyOf(starts, count);
  }

  int[] ends() {
    return Arrays.copyOf(ends, count);
  }

  int[] keys() {
    return Arrays.copyOf(keys, count);
  }

  int[] stems() {
    return Arrays.copyOf(stems, count);
  }

  int[] sentenceOfWords() {
    return Arrays.copyOf(sentenceOfWords, count);
  }

  Words.Worth[] worths() {
    return Arrays.copyOf(worths, count);
  }

  boolean[] quoted() {
    return Arrays.copyOf(quoted, count);
  }

  List<Words.Sentence> sentences() {
    return sentences;
  }
}
