package org.tamga.cli.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Target;
import org.tamga.cli.Shown;
import org.tamga.record.Correction;
import org.tamga.record.decision.ReviewedAnnotation;
import org.tamga.text.Block;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

/**
 * One annotation as a person is asked about it: the words in their paragraph, marked, and what the
 * annotation says of them.
 */
record Card(String file, ReviewedAnnotation reviewed, ReadableText text) {
  /** So much of a long paragraph is shown on either side of the words; code points. */
  private static final int AROUND = 300;

  private static final String BEGIN = ">>";
  private static final String END = "<<";

  Annotation annotation() {
    return reviewed.annotation();
  }

  /** Lines without anything that could act on a terminal. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Annotation annotation = annotation();
    lines.add(annotation.type() + " " + Shown.id(annotation) + " in " + file);
    lines.add("  " + context());
    Correction.values(annotation).forEach((name, value) -> lines.add("  " + name + ": " + value));
    if (annotation.type().equals("statement") && speaker() == null) {
      lines.add("  speaker: not stated");
    }
    Shown.decisions(reviewed).forEach(line -> lines.add("  * " + line));
    return lines.stream().map(Shown::safely).toList();
  }

  private @Nullable String speaker() {
    Map<String, String> values = Correction.values(annotation());
    return values.get("speaker");
  }

  private String context() {
    CitedText cited = new CitedText(text.content());
    Span reach = annotation().target().reach();
    int start = Math.max(0, reach.start() - AROUND);
    int end = Math.min(cited.length(), reach.end() + AROUND);
    for (Block block : text.blocks()) {
      if (block.span().overlaps(reach)) {
        start = Math.max(start, Math.min(reach.start(), block.span().start()));
        break;
      }
    }
    for (Block block : text.blocks()) {
      if (block.span().contains(new Span(reach.end(), reach.end()))) {
        end = Math.min(end, Math.max(reach.end(), block.span().end()));
        break;
      }
    }
    StringBuilder out = new StringBuilder();
    int at = start;
    for (Target.Part part : annotation().target().parts()) {
      out.append(cited.at(new Span(at, part.span().start())));
      out.append(BEGIN).append(part.exact()).append(END);
      at = part.span().end();
    }
    out.append(cited.at(new Span(at, end)));
    return out.toString().replaceAll("\\s+", " ").strip();
  }
}
