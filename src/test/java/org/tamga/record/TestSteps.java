package org.tamga.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Statement;
import org.tamga.annotation.Target;
import org.tamga.text.Block;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Reading;
import org.tamga.text.Span;

/**
 * Steps that are easy to foresee: each paragraph is a block, each {@code NAME said: "…"} a
 * statement, each year a date.
 */
public final class TestSteps {
  private static final Pattern SAID = Pattern.compile("(\\w+) said: \"([^\"]+)\"");
  private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");
  private static final Anchor.Made MADE = new Anchor.Made("test/pattern", "1");

  private TestSteps() {}

  /** The steps, under this version. */
  public static Steps version(String version) {
    return new Steps(
        (document, bytes, told) -> read(bytes.readAllBytes()), TestSteps::annotate, version);
  }

  /** Steps whose reader gives another text: what a newer version of the program may do. */
  public static Steps version(String version, UnaryOperator<String> text) {
    return new Steps(
        (document, bytes, told) ->
            read(
                text.apply(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)),
        TestSteps::annotate,
        version);
  }

  /** Steps whose annotations are others: what a newer version of the program may do. */
  public static Steps changed(String version, UnaryOperator<List<Annotation>> change) {
    return new Steps(
        (document, bytes, told) -> read(bytes.readAllBytes()),
        (document, text, known) -> change.apply(annotate(document, text, known)),
        version);
  }

  private static Reading read(byte[] bytes) {
    String content = new String(bytes, StandardCharsets.UTF_8);
    if (content.startsWith("%BINARY")) {
      return new Reading.NotRead("application/x-test", "no reader for this");
    }
    if (content.startsWith("%OVERFLOW")) {
      return overflow(bytes);
    }
    CitedText text = new CitedText(content);
    List<Block> blocks = new ArrayList<>();
    Matcher paragraph = Pattern.compile("[^\\n]+").matcher(content);
    while (paragraph.find()) {
      blocks.add(new Block(text.span(paragraph.start(), paragraph.end()), Block.Role.PARAGRAPH));
    }
    String title = content.lines().findFirst().orElse("");
    return new Reading.Read(
        new ReadableText(
            "text/plain",
            content,
            blocks,
            List.of(new ReadableText.SourceRange(new Span(0, text.length()), 0, bytes.length)),
            new Metadata(title.isEmpty() ? null : title, null, null, null, null, null)));
  }

  private static Reading overflow(byte[] bytes) {
    return bytes.length < 0 ? new Reading.NotRead("", "") : overflow(bytes.clone());
  }

  private static List<Annotation> annotate(String document, ReadableText text, Metadata known) {
    CitedText cited = new CitedText(text.content());
    List<Annotation> found = new ArrayList<>();
    Matcher said = SAID.matcher(text.content());
    while (said.find()) {
      Target target = cited.quote(cited.span(said.start(2), said.end(2)));
      found.add(
          new Statement(
              Anchor.proposed(document, Statement.TYPE, target, MADE),
              Mention.of(cited, cited.span(said.start(1), said.end(1)), said.group(1), null),
              Statement.Speech.DIRECT,
              "said",
              Statement.Polarity.AFFIRMED,
              Statement.Modality.ASSERTED,
              null,
              known.publisher(),
              known.published()));
    }
    Matcher year = YEAR.matcher(text.content());
    while (year.find()) {
      Target target = cited.quote(cited.span(year.start(), year.end()));
      found.add(
          new DateExpression(
              Anchor.proposed(document, DateExpression.TYPE, target, MADE), year.group()));
    }
    return found;
  }
}
