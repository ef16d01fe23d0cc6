package org.tamga.extraction.statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tamga.extraction.language.WordList;

/**
 * How often a word in a frame tells of a saying: the counts behind the rules.
 *
 * <p>Read from {@code rates.tsv}: word, kind, frame, times seen, times it was attribution. Judging
 * the word together with its frame matters: "ask whether" nearly always reports speech, "ask a
 * friend" seldom does.
 */
final class Rates {
  private final Map<String, double[]> counts = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private boolean open;

  private static final Set<String> ACCUSING = WordList.words(Rates.class, "accusing-words.txt");
  private static final List<String> CLAUSES = List.of("that", "quote");

  /** The rates that come with the program. */
  static Rates standard() {
    Rates rates = new Rates();
    for (String line : WordList.lines(Rates.class, "rates.tsv")) {
      List<String> cells = List.of(line.split("\t"));
      rates.count(
          key(cells.get(0), cells.get(1), cells.get(2)),
          Double.parseDouble(cells.get(3)),
          Double.parseDouble(cells.get(4)));
    }
    for (String line : WordList.lines(Rates.class, "cue-words.txt")) {
      rates.known.add(line);
    }
    return rates;
  }

  /** No rates at all, and every noun and adjective a candidate: the start of counting. */
  static Rates open() {
    Rates rates = new Rates();
    rates.open = true;
    return rates;
  }

  /** No rates and no words, to be filled by counting. */
  static Rates empty() {
    return new Rates();
  }

  /** Makes a noun or an adjective one that may tell of a saying. */
  void know(String wordAndKind) {
    known.add(wordAndKind);
  }

  /** The name of one row. */
  static String key(String lemma, String kind, String frame) {
    return lemma + '\t' + kind + '\t' + frame;
  }

  /** Adds to the counts of one row. */
  void count(String key, double seen, double attribution) {
    double[] row = counts.computeIfAbsent(key, _ -> new double[2]);
    row[0] += seen;
    row[1] += attribution;
  }

  /** Whether a noun or an adjective is one that may tell of a saying. */
  boolean knows(String lemma, Cue.Kind kind) {
    return open || known.contains(lemma + '\t' + (kind == Cue.Kind.NOUN ? "noun" : "adjective"));
  }

  /** Whether a verb takes whom it is said against as its object, and of what behind "of". */
  boolean accuses(String lemma) {
    return ACCUSING.contains(lemma);
  }

  /** Whether a verb with "that" or a quotation behind it nearly always tells. */
  boolean tells(String lemma) {
    double seen = 0;
    double told = 0;
    for (String frame : CLAUSES) {
      double[] row = counts.get(key(lemma, "verb", frame));
      if (row != null) {
        seen += row[0];
        told += row[1];
      }
    }
    return seen >= 5 && told / seen >= 0.7;
  }

  /** Whether the word was ever met telling in this frame, or does so more often than not. */
  boolean isAttested(Proposal proposal) {
    String kind = proposal.cue().kind().name().toLowerCase(java.util.Locale.ROOT);
    double[] all = of(key(proposal.cue().lemma(), kind, "*"));
    return of(proposal.rateKey())[1] >= 1 || (all[0] > 0 && all[1] / all[0] >= 0.5);
  }

  /** Times seen, and times it was attribution. */
  double[] of(String key) {
    double[] row = counts.get(key);
    return row == null ? new double[2] : row.clone();
  }

  /** All rows. */
  Map<String, double[]> rows() {
    return Map.copyOf(counts);
  }
}
