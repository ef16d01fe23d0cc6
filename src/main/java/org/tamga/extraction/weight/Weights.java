package org.tamga.extraction.weight;

import java.util.HashMap;
import java.util.Map;
import org.tamga.extraction.language.WordList;

/**
 * Linear weights: what each named feature adds for or against.
 *
 * <p>Read from a text table: name, weight. A feature that is not in the table weighs nothing.
 */
public final class Weights {
  private final Map<String, Double> weights;

  /** These weights. */
  public Weights(Map<String, Double> weights) {
    this.weights = Map.copyOf(weights);
  }

  /** Reads a table that stands beside the class that uses it. */
  public static Weights read(Class<?> owner, String table) {
    Map<String, Double> weights = new HashMap<>();
    for (String line : WordList.lines(owner, table)) {
      int tab = line.lastIndexOf('\t');
      weights.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
    }
    return new Weights(weights);
  }

  /** The weighted sum. */
  public double sum(Features features) {
    double sum = 0;
    for (int i = 0; i < features.size(); i++) {
      sum += weights.getOrDefault(features.name(i), 0.0) * features.value(i);
    }
    return sum;
  }

  /** A sum as a probability. */
  public static double probability(double sum) {
    return 1 / (1 + Math.exp(-sum));
  }
}
