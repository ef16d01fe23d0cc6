package org.tamga.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Allegation;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Event;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Position;
import org.tamga.annotation.Statement;
import org.tamga.annotation.Target;
import org.tamga.annotation.Voice;
import org.tamga.text.Span;

/**
 * Reads annotations from the lines that {@link RecordLines} writes.
 *
 * <p>Specification: docs/spec/record.md.
 */
public final class RecordLineReader {
  private RecordLineReader() {}

  /** The annotation in this line, or {@link IllegalArgumentException}. */
  public static Annotation annotation(String line) {
    JsonTree all = JsonTree.parse(line);
    return annotation(anchor(all), all);
  }

  /** The annotation with this anchor and the other parts of this object. */
  static Annotation annotation(Anchor anchor, JsonTree all) {
    String type = all.text("type");
    return switch (type) {
      case Statement.TYPE -> statement(anchor, all);
      case Demand.TYPE -> demand(anchor, all);
      case Figure.TYPE -> figure(anchor, all);
      case Position.TYPE -> position(anchor, all);
      case Allegation.TYPE -> allegation(anchor, all);
      case Event.TYPE ->
          new Event(
              anchor,
              all.text("kind"),
              all.optionalText("date"),
              mentions(all, "participants"),
              mention(all, "addressee"));
      case DateExpression.TYPE -> new DateExpression(anchor, all.text("value"));
      default -> throw new IllegalArgumentException("unknown type '" + type + "'");
    };
  }

  private static Anchor anchor(JsonTree all) {
    JsonTree target = require(all, "target");
    JsonTree made = require(all, "made");
    List<Target.Part> parts = new ArrayList<>();
    for (JsonTree part : target.trees("parts")) {
      parts.add(new Target.Part(part.text("exact"), span(part)));
    }
    if (parts.isEmpty()) {
      parts.add(new Target.Part(target.text("exact"), span(target)));
    }
    return new Anchor(
        all.text("id"),
        new Target(target.text("text"), target.text("prefix"), target.text("suffix"), parts),
        all.word(Anchor.Status.class, "status"),
        new Anchor.Made(made.text("step"), made.text("version")));
  }

  private static Statement statement(Anchor anchor, JsonTree all) {
    return new Statement(
        anchor,
        mention(all, "speaker"),
        all.word(Statement.Speech.class, "speech"),
        all.optionalText("cue"),
        all.word(Statement.Polarity.class, "polarity"),
        all.word(Statement.Modality.class, "modality"),
        mention(all, "addressee"),
        all.optionalText("medium"),
        all.optionalText("date"));
  }

  private static Demand demand(Anchor anchor, JsonTree all) {
    return new Demand(
        anchor,
        mentions(all, "by"),
        mentions(all, "to"),
        all.optionalText("cue"),
        all.optionalText("instrument"),
        all.isTrue("negative"),
        all.isTrue("order"),
        all.optionalText("date"),
        all.optionalText("deadline"),
        all.optionalText("within"));
  }

  private static Figure figure(Anchor anchor, JsonTree all) {
    return new Figure(
        anchor,
        all.number("low"),
        all.number("high"),
        all.isTrue("approximate"),
        all.optionalText("of"),
        all.optionalText("measure"),
        all.word(Voice.class, "voice"),
        mention(all, "by"),
        all.optionalText("asOf"));
  }

  private static Position position(Anchor anchor, JsonTree all) {
    BigDecimal count = all.number("count");
    return new Position(
        anchor,
        mentions(all, "holders"),
        count == null ? null : count.intValueExact(),
        all.word(Position.Stance.class, "stance"),
        all.optionalText("on"),
        all.optionalText("initiative"),
        all.optionalText("forum"),
        mention(all, "presentedBy"),
        all.optionalText("date"));
  }

  private static Allegation allegation(Anchor anchor, JsonTree all) {
    return new Allegation(
        anchor,
        all.text("act"),
        mentions(all, "perpetrators"),
        mentions(all, "victims"),
        all.optionalText("place"),
        all.optionalText("period"),
        all.word(Voice.class, "voice"),
        mention(all, "by"));
  }

  private static List<Mention> mentions(JsonTree all, String name) {
    return all.trees(name).stream().map(RecordLineReader::mention).toList();
  }

  private static @Nullable Mention mention(JsonTree all, String name) {
    JsonTree found = all.tree(name);
    return found == null ? null : mention(found);
  }

  private static Mention mention(JsonTree found) {
    return new Mention(
        found.text("name"),
        found.optionalText("role"),
        found.text("exact"),
        span(found),
        found.optionalText("actor"),
        found.isTrue("anonymous"));
  }

  private static Span span(JsonTree all) {
    return new Span(all.whole("start"), all.whole("end"));
  }

  private static JsonTree require(JsonTree all, String name) {
    JsonTree found = all.tree(name);
    if (found == null) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return found;
  }
}
