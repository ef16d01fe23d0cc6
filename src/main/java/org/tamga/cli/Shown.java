package org.tamga.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Allegation;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Event;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Position;
import org.tamga.annotation.Statement;
import org.tamga.annotation.Target;
import org.tamga.custody.Handling;
import org.tamga.record.Decision;
import org.tamga.record.decision.ReviewedAnnotation;

/** How things are shown on a terminal. */
public final class Shown {
  private static final int ID_DIGITS = 12;

  private Shown() {}

  /**
   * The text without anything that could steer a terminal or turn the direction of writing: such
   * characters are shown as a question mark.
   */
  public static String safely(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(c -> isSafe(c) ? c : '?').forEach(out::appendCodePoint);
    return out.toString();
  }

  /** How a document may be used, in words. */
  public static String handling(Handling handling) {
    return handling.access().word()
        + (handling.embargoUntil() == null ? "" : ", embargo until " + handling.embargoUntil())
        + (handling.sourceProtected() ? ", source protected" : "")
        + (handling.consent() == null ? "" : ", consent: " + handling.consent());
  }

  /** Numbers of annotations by type, in words. */
  public static String counts(Map<String, Integer> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach(
        (type, number) -> {
          if (number > 0) {
            parts.add(number + " " + type + (number == 1 ? "" : "s"));
          }
        });
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }

  private static boolean isSafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** The first digits of an annotation's id, by which a person can name it. */
  public static String id(Annotation annotation) {
    return annotation.id().substring("sha256:".length(), "sha256:".length() + ID_DIGITS);
  }

  /** What people decided about an annotation, a line each; none where nobody did. */
  public static List<String> decisions(ReviewedAnnotation reviewed) {
    List<String> lines = new ArrayList<>();
    if (!reviewed.decisions().isEmpty()) {
      String status = reviewed.annotation().anchor().status().name().toLowerCase(Locale.ROOT);
      lines.add(reviewed.isDisputed() ? status + ": people disagree" : status);
    }
    reviewed.decisions().forEach(one -> lines.add(decision(one)));
    if (reviewed.proposal() != null) {
      lines.add("the program proposes: " + words(reviewed.proposal()));
    }
    return lines;
  }

  /** One decision, in words. */
  public static String decision(Decision decision) {
    return decision.decision()
        + (decision.signer() == null ? "" : " by " + decision.signer())
        + (decision.isRevoked() ? " (the key was revoked: this does not count)" : "")
        + ", "
        + decision.time()
        + (decision.reason() == null ? "" : ", because: " + decision.reason());
  }

  /** The exact words of an annotation and where they stand. */
  public static String quote(Annotation annotation) {
    String exact =
        annotation.target().parts().stream()
            .map(Target.Part::exact)
            .collect(Collectors.joining(" […] "));
    return "“" + exact.replaceAll("\\s+", " ") + "” at " + annotation.target().span().start();
  }

  /** What an annotation says, in a few words. */
  public static String words(Annotation annotation) {
    return annotation.type()
        + switch (annotation) {
          case Statement s ->
              (s.polarity() == Statement.Polarity.DENIED ? " (denial)" : "")
                  + named(" by ", s.speaker());
          case Demand d -> named(" by ", d.by()) + named(" to ", d.to());
          case Figure f -> " " + bounds(f) + named(" by ", f.by());
          case Position p ->
              " " + p.stance().name().toLowerCase(Locale.ROOT) + named(" by ", p.holders());
          case Allegation a -> named(" by ", a.by());
          case Event e -> " " + e.kind() + (e.date() == null ? "" : ", " + e.date());
          case DateExpression d -> " " + d.value();
        };
  }

  private static String bounds(Figure figure) {
    if (figure.low() == null) {
      return "up to " + figure.high();
    }
    if (figure.high() == null) {
      return figure.low() + " or more";
    }
    return figure.low().compareTo(figure.high()) == 0
        ? figure.low().toString()
        : figure.low() + " to " + figure.high();
  }

  private static String named(String before, @Nullable Mention mention) {
    return mention == null ? "" : before + mention.name();
  }

  private static String named(String before, List<Mention> mentions) {
    return mentions.isEmpty()
        ? ""
        : before + mentions.stream().map(Mention::name).collect(Collectors.joining(", "));
  }
}
