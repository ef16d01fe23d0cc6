package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.tamga.extraction.weight.Features;

/**
 * Fits linear weights to examples by logistic regression; the same examples give the same weights.
 */
final class LinearTraining {
  private static final double STEP = 0.12;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<int[]> indices = new ArrayList<>();
  private final List<float[]> values = new ArrayList<>();
  private final List<Float> labels = new ArrayList<>();

  void add(Features features, double label) {
    int[] index = new int[features.size()];
    float[] value = new float[features.size()];
    for (int i = 0; i < index.length; i++) {
      index[i] =
          numbers.computeIfAbsent(
              features.name(i),
              name -> {
                names.add(name);
                return names.size() - 1;
              });
      value[i] = (float) features.value(i);
    }
    indices.add(index);
    values.add(value);
    labels.add((float) label);
  }

  int size() {
    return labels.size();
  }

  /** Weights of features seen at least {@code least} times, by AdaGrad with shrinkage. */
  Map<String, Double> fit(int epochs, int least, double shrink) {
    int[] seen = new int[names.size()];
    for (int[] index : indices) {
      for (int i : index) {
        seen[i]++;
      }
    }
    double[] weights = new double[names.size()];
    double[] squares = new double[names.size()];
    int[] order = new int[labels.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Random random = new Random(20);
    for (int epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      double loss = 0;
      for (int example : order) {
        int[] index = indices.get(example);
        float[] value = values.get(example);
        double sum = 0;
        for (int i = 0; i < index.length; i++) {
          sum += weights[index[i]] * value[i];
        }
        double probability = 1 / (1 + Math.exp(-sum));
        double error = labels.get(example) - probability;
        loss -=
            labels.get(example) > 0.5
                ? Math.log(probability + 1e-9)
                : Math.log(1 - probability + 1e-9);
        for (int i = 0; i < index.length; i++) {
          int at = index[i];
          if (seen[at] < least) {
            continue;
          }
          double gradient = error * value[i] - shrink * weights[at];
          squares[at] += gradient * gradient;
          weights[at] += STEP * gradient / Math.sqrt(squares[at] + 1e-6);
        }
      }
      System.err.printf("epoch %d loss %.4f%n", epoch, loss / order.length);
    }
    Map<String, Double> fitted = new TreeMap<>();
    for (int i = 0; i < weights.length; i++) {
      if (Math.abs(weights[i]) >= 0.01) {
        fitted.put(names.get(i), weights[i]);
      }
    }
    return fitted;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
