package org.tamga.extraction.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tamga.annotation.CitedText;
import org.tamga.extraction.language.Analysis;
import org.tamga.extraction.language.LanguageAnalyser;
import org.tamga.extraction.mention.CastReader;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Reading;
import org.tamga.text.Span;
import org.tamga.text.TextReader;

/** Reads one split of PolNeAR (brat standoff): texts, and who said what in them by hand. */
final class AttributionCorpus {
  private AttributionCorpus() {}

  /**
   * One attribution by hand: the pieces of what is said, of its source, and of what tells of it.
   */
  record Attribution(List<Span> content, List<Span> source, List<Span> cue) {}

  /** One text with its attributions. */
  record Article(String name, Analysis analysis, List<Attribution> attributions) {
    Passages passages() {
      return new Passages(analysis, CASTS.read(analysis, Metadata.NONE));
    }
  }

  private static final CastReader CASTS = new CastReader();

  static List<Article> read(Path split, LanguageAnalyser analyser) throws IOException {
    Map<String, Path> annotated = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(split.resolve("attributions"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.ann$", "");
        for (String text : List.of(name, name.replaceFirst("_[^_]*$", ""))) {
          if (Files.exists(split.resolve("text").resolve(text + ".txt"))) {
            annotated.putIfAbsent(text, file);
            break;
          }
        }
      }
    }
    List<Article> articles = new ArrayList<>();
    for (Map.Entry<String, Path> entry : annotated.entrySet()) {
      byte[] bytes = Files.readAllBytes(split.resolve("text").resolve(entry.getKey() + ".txt"));
      if (!(TextReader.read(bytes, "article.txt", Metadata.NONE) instanceof Reading.Read read)) {
        continue;
      }
      ReadableText text = read.text();
      CitedText cited = new CitedText(text.content());
      articles.add(
          new Article(
              entry.getKey(), analyser.analyse(text, cited), attributions(entry.getValue())));
    }
    return articles;
  }

  private static List<Attribution> attributions(Path file) throws IOException {
    Map<String, List<Span>> spans = new HashMap<>();
    List<Attribution> found = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines) {
      List<String> cells = List.of(line.split("\t"));
      if (line.startsWith("T") && cells.size() > 1 && cells.get(1).matches("\\S+ \\d.*")) {
        spans.put(cells.get(0), spans(cells.get(1).substring(cells.get(1).indexOf(' ') + 1)));
      }
    }
    for (String line : lines) {
      List<String> cells = List.of(line.split("\t"));
      if (line.startsWith("E") && cells.size() > 1) {
        Set<Span> content = new LinkedHashSet<>();
        Set<Span> source = new LinkedHashSet<>();
        Set<Span> cue = new LinkedHashSet<>();
        for (String role : List.of(cells.get(1).split(" ", -1))) {
          List<Span> named = spans.getOrDefault(role.substring(role.indexOf(':') + 1), List.of());
          if (role.startsWith("Content")) {
            content.addAll(named);
          } else if (role.startsWith("Cue")) {
            cue.addAll(named);
          } else if (role.startsWith("Source")) {
            source.addAll(named);
          }
        }
        if (!content.isEmpty()) {
          found.add(
              new Attribution(
                  content.stream().sorted().toList(),
                  source.stream().sorted().toList(),
                  cue.stream().sorted().toList()));
        }
      }
    }
    return found;
  }

  private static List<Span> spans(String field) {
    List<Span> spans = new ArrayList<>();
    for (String piece : List.of(field.split(";", -1))) {
      List<String> ends = List.of(piece.split(" "));
      spans.add(new Span(Integer.parseInt(ends.get(0)), Integer.parseInt(ends.get(1))));
    }
    return spans;
  }

  /** The share of characters that a span and the pieces have in common. */
  static double overlap(Span one, List<Span> pieces) {
    int common = 0;
    int all = one.length();
    for (Span piece : pieces) {
      int shared = Math.min(one.end(), piece.end()) - Math.max(one.start(), piece.start());
      common += Math.max(0, shared);
      all += piece.length();
    }
    return common == 0 ? 0 : (double) common / (all - common);
  }
}
