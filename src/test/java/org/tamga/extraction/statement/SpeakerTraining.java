package org.tamga.extraction.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.tamga.extraction.language.LanguageAnalyser;
import org.tamga.extraction.language.LanguageModels;
import org.tamga.extraction.statement.AttributionCorpus.Article;
import org.tamga.extraction.statement.AttributionCorpus.Attribution;
import org.tamga.extraction.weight.Features;
import org.tamga.extraction.weight.Weights;

/**
 * Fits the weights of {@link SpeakerFinder} on PolNeAR's training split, by a softmax over the
 * choices for each statement that was found and met.
 *
 * <p>Arguments: the folder that holds {@code train} and {@code dev}, and the folder to write to.
 */
final class SpeakerTraining {
  private static final double STEP = 0.1;

  private SpeakerTraining() {}

  /** The features of each choice, and which choices are right. */
  private record Example(List<Features> choices, BitSet right) {}

  public static void main(String[] arguments) throws IOException {
    Path corpus = Path.of(arguments[0]);
    LanguageAnalyser analyser = new LanguageAnalyser(LanguageModels.english());
    List<Article> train = AttributionCorpus.read(corpus.resolve("train"), analyser);
    List<Article> dev = AttributionCorpus.read(corpus.resolve("dev"), analyser);
    train(train, dev, Path.of(arguments[1]));
  }

  static void train(List<Article> train, List<Article> dev, Path tables) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (Article article : train) {
      Passages passages = article.passages();
      Set<Attribution> taken = new HashSet<>();
      for (Selection.Judged one : ContentTraining.chosen(passages, 0.3)) {
        Attribution met = ContentTraining.meets(one.proposal(), article, taken);
        if (met != null) {
          examples.add(
              example(new SpeakerFinder(passages, new NoSpeaker()).choices(one.proposal()), met));
        }
      }
    }
    System.err.println("examples " + examples.size());
    Map<String, Double> weights = fit(examples);
    try (var out = Files.newBufferedWriter(tables.resolve("speaker-weights.tsv"))) {
      out.write(
          "# What each noted feature of a possible speaker weighs: softmax regression on the\n");
      out.write("# training split of PolNeAR (networkdynamics/PolNeAR).\n");
      for (Map.Entry<String, Double> entry : new TreeMap<>(weights).entrySet()) {
        out.write(String.format(Locale.ROOT, "%s\t%.3f%n", entry.getKey(), entry.getValue()));
      }
    }
    evaluate(dev, new Weights(weights));
  }

  private static Example example(List<SpeakerFinder.Choice> choices, Attribution met) {
    BitSet right = new BitSet();
    boolean any = false;
    for (int i = 1; i < choices.size(); i++) {
      var phrase = choices.get(i).phrase();
      boolean fits = phrase != null && met.source().stream().anyMatch(phrase.span()::overlaps);
      right.set(i, fits);
      any |= fits;
    }
    right.set(0, !any);
    return new Example(choices.stream().map(SpeakerFinder.Choice::features).toList(), right);
  }

  private static Map<String, Double> fit(List<Example> examples) {
    Map<String, double[]> weights = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Example example : examples) {
      for (Features features : example.choices()) {
        for (int i = 0; i < features.size(); i++) {
          seen.merge(features.name(i), 1, Integer::sum);
        }
      }
    }
    List<Example> order = new ArrayList<>(examples);
    Random random = new Random(20);
    for (int epoch = 0; epoch < 10; epoch++) {
      java.util.Collections.shuffle(order, random);
      double loss = 0;
      for (Example example : order) {
        loss += step(example, weights, seen);
      }
      System.err.printf("epoch %d loss %.4f%n", epoch, loss / order.size());
    }
    Map<String, Double> fitted = new HashMap<>();
    weights.forEach(
        (name, weight) -> {
          if (Math.abs(weight[0]) >= 0.01) {
            fitted.put(name, weight[0]);
          }
        });
    return fitted;
  }

  private static double step(
      Example example, Map<String, double[]> weights, Map<String, Integer> seen) {
    int count = example.choices().size();
    double[] sums = new double[count];
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < count; c++) {
      Features features = example.choices().get(c);
      for (int i = 0; i < features.size(); i++) {
        double[] weight = weights.get(features.name(i));
        sums[c] += weight == null ? 0 : weight[0];
      }
      highest = Math.max(highest, sums[c]);
    }
    double all = 0;
    double good = 0;
    for (int c = 0; c < count; c++) {
      sums[c] = Math.exp(sums[c] - highest);
      all += sums[c];
      good += example.right().get(c) ? sums[c] : 0;
    }
    for (int c = 0; c < count; c++) {
      double error = (example.right().get(c) ? sums[c] / good : 0) - sums[c] / all;
      Features features = example.choices().get(c);
      for (int i = 0; i < features.size(); i++) {
        if (seen.getOrDefault(features.name(i), 0) < 12) {
          continue;
        }
        double[] weight = weights.computeIfAbsent(features.name(i), _ -> new double[2]);
        double gradient = error - 1e-5 * weight[0];
        weight[1] += gradient * gradient;
        weight[0] += STEP * gradient / Math.sqrt(weight[1] + 1e-6);
      }
    }
    return -Math.log(good / all + 1e-12);
  }

  private static void evaluate(List<Article> dev, Weights weights) {
    for (double sure : new double[] {0, 0.4, 0.5, 0.6, 0.7, 0.8}) {
      int met = 0;
      int right = 0;
      int wrong = 0;
      int sourced = 0;
      int system = 0;
      int gold = 0;
      for (Article article : dev) {
        Passages passages = article.passages();
        Set<Attribution> taken = new HashSet<>();
        List<Selection.Judged> chosen = ContentTraining.chosen(passages, 0.38);
        system += chosen.size();
        gold += article.attributions().size();
        for (Selection.Judged one : chosen) {
          Attribution attribution = ContentTraining.meets(one.proposal(), article, taken);
          if (attribution == null) {
            continue;
          }
          met++;
          var best =
              new SpeakerFinder(passages, new NoSpeaker()).rank(one.proposal(), weights).getFirst();
          var phrase = best.probability() >= sure ? best.phrase() : null;
          boolean overlaps =
              phrase != null && attribution.source().stream().anyMatch(phrase.span()::overlaps);
          boolean fits = overlaps || (attribution.source().isEmpty() && phrase == null);
          right += fits ? 1 : 0;
          sourced += attribution.source().isEmpty() ? 0 : 1;
          wrong += !attribution.source().isEmpty() && phrase != null && !overlaps ? 1 : 0;
        }
      }
      System.err.printf(
          "sure %.2f content F %.3f with speaker F %.3f wrong %.3f%n",
          sure, 2.0 * met / (system + gold), 2.0 * right / (system + gold), 1.0 * wrong / sourced);
    }
  }
}
