package org.tamga.corroboration.passage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.text.Block;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

/** Sets {@link Likeness} against people's judgement of pairs of web pages; bench/page-pairs.sh. */
final class PagePairs {
  private static final Pattern S3 = Pattern.compile("S3: ([0-9.]+)");

  /** Pairs judged so, and better, are relevant alike for everybody who looks for them. */
  private static final double ALIKE = 2;

  private record Pair(boolean isAlike, double s3, double likeness) {}

  private PagePairs() {}

  /** Takes the folder that has a folder for each pair. */
  public static void main(String... arguments) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    try (var folders = Files.list(Path.of(arguments[0]))) {
      for (Path folder : folders.sorted().toList()) {
        String label = read(folder, "label").strip().replaceAll("[^0-9.]", "");
        if (!label.isEmpty()) {
          Matcher s3 = S3.matcher(read(folder, "metadata"));
          double other = s3.find() ? Double.parseDouble(s3.group(1)) : 0;
          double likeness =
              Likeness.of(words(read(folder, "src-doc")), words(read(folder, "target-doc")));
          pairs.add(new Pair(Double.parseDouble(label) >= ALIKE, other, likeness));
        }
      }
    }
    long alike = pairs.stream().filter(Pair::isAlike).count();
    System.out.println(pairs.size() + " labelled pairs, " + alike + " of them 2 or more");
    System.out.println("| similarity | area under the curve | best F1 |");
    System.out.println("| --- | --: | --: |");
    print("Tamga", pairs, Pair::likeness);
    print("S3", pairs, Pair::s3);
  }

  private static void print(String name, List<Pair> pairs, ToDoubleFunction<Pair> score) {
    System.out.printf(
        Locale.ROOT, "| %s | %.3f | %.3f |%n", name, area(pairs, score), best(pairs, score));
  }

  /** How often a pair that is alike has the higher score than one that is not; ties count half. */
  private static double area(List<Pair> pairs, ToDoubleFunction<Pair> score) {
    double won = 0;
    long duels = 0;
    for (Pair one : pairs) {
      for (Pair other : pairs) {
        if (one.isAlike() && !other.isAlike()) {
          double difference = score.applyAsDouble(one) - score.applyAsDouble(other);
          won += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
          duels++;
        }
      }
    }
    return won / duels;
  }

  private static double best(List<Pair> pairs, ToDoubleFunction<Pair> score) {
    List<Pair> sorted = new ArrayList<>(pairs);
    sorted.sort(Comparator.comparingDouble(score).reversed());
    long alike = pairs.stream().filter(Pair::isAlike).count();
    double best = 0;
    int right = 0;
    for (int i = 0; i < sorted.size(); i++) {
      right += sorted.get(i).isAlike() ? 1 : 0;
      boolean isTie =
          i + 1 < sorted.size()
              && score.applyAsDouble(sorted.get(i)) == score.applyAsDouble(sorted.get(i + 1));
      if (!isTie) {
        best = Math.max(best, 2.0 * right / (i + 1 + alike));
      }
    }
    return best;
  }

  private static String read(Path folder, String name) throws IOException {
    return new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
  }

  /** The pages come as running words, without their marks. */
  private static Words words(String content) {
    int length = content.codePointCount(0, content.length());
    Block block = new Block(new Span(0, length), Block.Role.PARAGRAPH);
    return Words.of(
        new ReadableText("text/plain", content, List.of(block), List.of(), Metadata.NONE));
  }
}
