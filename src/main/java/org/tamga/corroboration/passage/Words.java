package org.tamga.corroboration.passage;

import java.util.List;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

/**
 * The words of a document's main text, each with its place.
 *
 * <p>Arrays side by side, one entry a word, in the order of the text; they are not copied, because
 * an archive has many. Menus, repeated blocks and other furniture are not in it.
 */
public final class Words {
  /** What a word is worth when two texts are compared. */
  enum Worth {
    /** Says nothing of the matter. */
    COMMON(0),
    /** Any other word. */
    PLAIN(1),
    /** A number below ten, a day, a month. */
    SMALL(1),
    /** A name, or what looks like one. */
    NAME(2.5),
    /** A number. */
    NUMBER(3);

    final double weight;

    Worth(double weight) {
      this.weight = weight;
    }
  }

  final int[] starts;
  final int[] ends;

  /** Stands for the word as it is written, case and accents aside. */
  final int[] keys;

  /** Stands for all forms of the word and for words alike. */
  final int[] stems;

  final Worth[] worths;
  final boolean[] quoted;

  /** Number of the sentence that the word stands in. */
  final int[] sentences;

  final List<Sentence> sentenceList;

  /**
   * A sentence.
   *
   * @param first its first word
   * @param end the word behind its last
   * @param isTitle whether it is a title or heading, which whoever reprints a text makes anew
   */
  record Sentence(int first, int end, boolean isTitle) {
    int length() {
      return end - first;
    }
  }

  Words(WordList found) {
    starts = found.starts();
    ends = found.ends();
    keys = found.keys();
    stems = found.stems();
    worths = found.worths();
    quoted = found.quoted();
    sentences = found.sentenceOfWords();
    sentenceList = List.copyOf(found.sentences());
  }

  /** Takes the main text of a document apart. */
  public static Words of(ReadableText text) {
    return new WordReader(text).read();
  }

  /** How many words there are. */
  public int count() {
    return keys.length;
  }

  /** The place of words in code points: from the first to the one before {@code end}. */
  Span span(int first, int end) {
    return new Span(starts[first], ends[end - 1]);
  }
}
