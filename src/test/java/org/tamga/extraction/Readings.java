package org.tamga.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.Mention;
import org.tamga.extraction.language.LanguageModels;
import org.tamga.text.Block;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

/** Annotates short test texts and prints what was found in one line. */
public final class Readings {
  private static final String DOCUMENT = "sha256:" + "0".repeat(64);

  private final Annotator annotator = Annotator.standard(LanguageModels.english());

  /** What the whole program finds in a text of one paragraph a line. */
  public List<Annotation> annotate(String text, Metadata known) {
    var blocks = new ArrayList<Block>();
    int at = 0;
    for (var line : text.split("\n", -1)) {
      int length = line.codePointCount(0, line.length());
      if (!line.isBlank()) {
        blocks.add(new Block(new Span(at, at + length), Block.Role.PARAGRAPH));
      }
      at += length + 1;
    }
    return annotator.annotate(
        DOCUMENT, new ReadableText("text/plain", text, blocks, List.of(), Metadata.NONE), known);
  }

  /** Only the annotations of one kind, as the vectors write them, parted by " ; ". */
  public String found(String text, String type) {
    var known = new Metadata(null, null, null, "2022-10-31", "en", null);
    return annotate(text, known).stream()
        .filter(annotation -> annotation.type().equals(type))
        .map(Readings::line)
        .collect(Collectors.joining(" ; "));
  }

  private static String names(List<Mention> mentions) {
    return mentions.isEmpty()
        ? "-"
        : mentions.stream().map(Mention::name).collect(Collectors.joining("+"));
  }

  private static String line(Annotation annotation) {
    var exact = annotation.target().exact();
    return switch (annotation) {
      case org.tamga.annotation.Figure figure -> figure(figure);
      case org.tamga.annotation.Demand demand ->
          names(demand.by())
              + " > "
              + names(demand.to())
              + ": "
              + (demand.negative() ? "!" : "")
              + exact;
      case org.tamga.annotation.Position position ->
          names(position.holders())
              + (position.count() == null ? "" : " " + position.count())
              + " "
              + position.stance().name().toLowerCase(java.util.Locale.ROOT)
              + ": "
              + exact;
      case org.tamga.annotation.Event event ->
          event.kind() + (event.date() == null ? "" : " " + event.date()) + ": " + exact;
      case org.tamga.annotation.Allegation allegation ->
          names(allegation.perpetrators())
              + " > "
              + names(allegation.victims())
              + ": "
              + allegation.act();
      case org.tamga.annotation.DateExpression date -> exact + " = " + date.value();
      case org.tamga.annotation.Statement statement -> exact;
    };
  }

  private static String figure(org.tamga.annotation.Figure figure) {
    var low = figure.low();
    var high = figure.high();
    return figure.target().exact()
        + " = "
        + (figure.approximate() ? "~" : "")
        + (low == null ? "?" : low.toPlainString())
        + ".."
        + (high == null ? "?" : high.toPlainString())
        + (figure.of() == null ? "" : " of " + figure.of())
        + (figure.measure() == null ? "" : " [" + figure.measure() + "]");
  }
}
