package org.tamga.extraction.statement;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.language.LanguageAnalyser;
import org.tamga.extraction.language.LanguageModels;
import org.tamga.extraction.statement.AttributionCorpus.Article;
import org.tamga.extraction.statement.AttributionCorpus.Attribution;
import org.tamga.extraction.weight.Weights;
import org.tamga.text.Span;

/**
 * Counts the rates and fits the weights of {@link ProposalFinder} on PolNeAR's training split.
 *
 * <p>Arguments: the folder that holds {@code train} and {@code dev}, and the folder to write the
 * tables to. Rates used while fitting are counted on the other four fifths of the articles, so that
 * the weights learn how far a rate can be trusted.
 */
final class ContentTraining {
  private static final int FOLDS = 5;

  /** A feature has to be seen so often to get a weight. */
  private static final int LEAST_SEEN = 40;

  /** How strongly weights are drawn to zero; chosen on the development split. */
  private static final double SHRINK = 3e-2;

  private ContentTraining() {}

  public static void main(String[] arguments) throws IOException {
    Path corpus = Path.of(arguments[0]);
    Path tables = Path.of(arguments[1]);
    LanguageAnalyser analyser = new LanguageAnalyser(LanguageModels.english());
    List<Article> train = AttributionCorpus.read(corpus.resolve("train"), analyser);
    List<Article> dev = AttributionCorpus.read(corpus.resolve("dev"), analyser);
    train(train, dev, tables);
  }

  static void train(List<Article> train, List<Article> dev, Path tables) throws IOException {
    List<Map<String, double[]>> counted = new ArrayList<>();
    for (Article article : train) {
      counted.add(count(article));
    }
    Set<String> words = words(counted);
    LinearTraining training = new LinearTraining();
    for (int i = 0; i < train.size(); i++) {
      learn(train.get(i), rates(counted, i % FOLDS, words), training);
    }
    System.err.println("proposals " + training.size());
    Map<String, Double> weights = training.fit(8, LEAST_SEEN, SHRINK);
    Rates all = rates(counted, -1, words);
    write(tables, all, words, weights);
    for (double least : new double[] {0.15, 0.2, 0.25, 0.3, 0.33, 0.36, 0.4, 0.45, 0.5}) {
      evaluate(dev, all, new Weights(weights), least);
    }
  }

  /** For each row: how often seen, how often right, in one article. */
  private static Map<String, double[]> count(Article article) {
    Map<String, double[]> rows = new HashMap<>();
    Set<String> done = new HashSet<>();
    Set<String> right = new HashSet<>();
    for (Proposal proposal : proposals(article, Rates.open())) {
      String group = place(proposal) + '\t' + proposal.rateKey();
      double label = label(proposal, article);
      for (String key : keys(proposal)) {
        double[] row = rows.computeIfAbsent(key, _ -> new double[2]);
        String once = key.endsWith("\t*") ? place(proposal) + key : group + key;
        if (done.add(once)) {
          row[0]++;
        }
        if (label > 0 && right.add(once)) {
          row[1]++;
        }
      }
    }
    return rows;
  }

  private static String place(Proposal proposal) {
    Cue cue = proposal.cue();
    return cue.sentence().index() + ":" + cue.main();
  }

  private static List<String> keys(Proposal proposal) {
    String kind = proposal.cue().kind().name().toLowerCase(Locale.ROOT);
    String frame = proposal.frame().name().toLowerCase(Locale.ROOT);
    return List.of(
        proposal.rateKey(),
        Rates.key("*", kind, frame),
        Rates.key(proposal.cue().lemma(), kind, "*"));
  }

  static List<Proposal> proposals(Article article, Rates rates) {
    return proposals(article.passages(), Vocabulary.with(rates));
  }

  private static List<Proposal> proposals(Passages passages, Vocabulary vocabulary) {
    return new ProposalFinder(passages, vocabulary).find();
  }

  /** Whether the annotators too saw this word as what tells of the words. */
  private static boolean isCue(Proposal proposal, Attribution attribution) {
    Cue cue = proposal.cue();
    if (cue.kind() == Cue.Kind.NONE || attribution.cue().isEmpty()) {
      return true;
    }
    Span main = cue.sentence().tokens().get(cue.main()).span();
    return attribution.cue().stream().anyMatch(span -> span.overlaps(main));
  }

  static double label(Proposal proposal, Article article) {
    double best = 0;
    for (Attribution attribution : article.attributions()) {
      double overlap = AttributionCorpus.overlap(proposal.span(), attribution.content());
      if (isCue(proposal, attribution)) {
        best = Math.max(best, overlap);
      }
    }
    return best >= 0.5 ? 0.4 + 0.6 * best : 0;
  }

  /** Nouns and adjectives that tell often enough to be looked at. */
  private static Set<String> words(List<Map<String, double[]>> counted) {
    Map<String, double[]> sums = new TreeMap<>();
    for (Map<String, double[]> rows : counted) {
      rows.forEach(
          (key, row) -> {
            List<String> cells = List.of(key.split("\t", -1));
            boolean plain = cells.get(1).equals("noun") || cells.get(1).equals("adjective");
            if (plain && cells.get(2).equals("*") && !cells.get(0).equals("*")) {
              double[] sum =
                  sums.computeIfAbsent(cells.get(0) + '\t' + cells.get(1), _ -> new double[2]);
              sum[0] += row[0];
              sum[1] += row[1];
            }
          });
    }
    Set<String> words = new HashSet<>();
    sums.forEach(
        (word, sum) -> {
          if (sum[1] >= 4 && sum[1] / sum[0] >= 0.15) {
            words.add(word);
          }
        });
    return words;
  }

  private static Rates rates(List<Map<String, double[]>> counted, int without, Set<String> words) {
    Rates rates = Rates.empty();
    for (int i = 0; i < counted.size(); i++) {
      if (without < 0 || i % FOLDS != without) {
        counted.get(i).forEach((key, row) -> rates.count(key, row[0], row[1]));
      }
    }
    words.forEach(rates::know);
    return rates;
  }

  private static void learn(Article article, Rates rates, LinearTraining training) {
    for (Proposal proposal : proposals(article, rates)) {
      training.add(proposal.features(), label(proposal, article));
    }
  }

  private static void write(
      Path tables, Rates rates, Set<String> words, Map<String, Double> weights) throws IOException {
    try (PrintWriter out = writer(tables.resolve("rates.tsv"))) {
      out.println("# How often a word in a frame tells of a saying or an attitude.");
      out.println("# Counted on the training split of PolNeAR (networkdynamics/PolNeAR).");
      out.println("# word, kind, frame, times seen, times it was attribution");
      new TreeMap<>(rates.rows())
          .forEach(
              (key, row) -> {
                if (row[0] >= 3 && (row[1] > 0 || row[0] >= 8)) {
                  out.printf(Locale.ROOT, "%s\t%.0f\t%.0f%n", key, row[0], row[1]);
                }
              });
    }
    try (PrintWriter out = writer(tables.resolve("cue-words.txt"))) {
      out.println("# Nouns and adjectives that may tell of a saying or an attitude.");
      out.println("# Those with enough cases in the training split of PolNeAR.");
      words.stream().sorted(Comparator.naturalOrder()).forEach(out::println);
    }
    try (PrintWriter out = writer(tables.resolve("content-weights.tsv"))) {
      out.println("# What each noted feature of a proposal weighs: logistic regression on the");
      out.println("# training split of PolNeAR (networkdynamics/PolNeAR).");
      new TreeMap<>(weights)
          .forEach((name, weight) -> out.printf(Locale.ROOT, "%s\t%.3f%n", name, weight));
    }
  }

  private static PrintWriter writer(Path file) throws IOException {
    return new PrintWriter(Files.newBufferedWriter(file));
  }

  /** What the tables as they stand choose. */
  static List<Selection.Judged> chosen(Passages passages, double least) {
    return Selection.choose(judged(passages, STANDARD, TABLE), least);
  }

  private static final Vocabulary STANDARD = Vocabulary.standard();
  private static final Weights TABLE =
      Weights.read(StatementExtractor.class, "content-weights.tsv");

  private static List<Selection.Judged> judged(
      Passages passages, Vocabulary vocabulary, Weights weights) {
    List<Selection.Judged> judged = new ArrayList<>();
    for (Proposal proposal : proposals(passages, vocabulary)) {
      double probability = Weights.probability(weights.sum(proposal.features()));
      judged.add(new Selection.Judged(proposal, probability));
    }
    return judged;
  }

  /** The attribution by hand that a proposal meets, each only once. */
  static @Nullable Attribution meets(Proposal proposal, Article article, Set<Attribution> taken) {
    for (Attribution attribution : article.attributions()) {
      if (AttributionCorpus.overlap(proposal.span(), attribution.content()) >= 0.5
          && taken.add(attribution)) {
        return attribution;
      }
    }
    return null;
  }

  private static void evaluate(List<Article> dev, Rates rates, Weights weights, double least) {
    int system = 0;
    int gold = 0;
    int met = 0;
    for (Article article : dev) {
      Passages passages = article.passages();
      List<Selection.Judged> chosen =
          Selection.choose(judged(passages, Vocabulary.with(rates), weights), least);
      system += chosen.size();
      gold += article.attributions().size();
      Set<Attribution> taken = new HashSet<>();
      for (Selection.Judged one : chosen) {
        met += meets(one.proposal(), article, taken) == null ? 0 : 1;
      }
    }
    double precision = (double) met / system;
    double recall = (double) met / gold;
    System.err.printf(
        "least %.2f system %d P %.3f R %.3f F %.3f%n",
        least, system, precision, recall, 2 * precision * recall / (precision + recall));
  }
}
