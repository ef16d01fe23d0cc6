package org.tamga.extraction.phrase;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Statement;
import org.tamga.annotation.Target;
import org.tamga.extraction.DocumentContext;
import org.tamga.text.Span;

/** In whose voice a passage stands: the innermost statement around it, if any. */
public final class Enclosure {
  private final List<Statement> statements;

  /** The statements that earlier extractors found. */
  public Enclosure(DocumentContext context) {
    statements = new ArrayList<>(context.earlier(Statement.class));
  }

  /** The shortest statement that contains every place of {@code span}, or null. */
  public @Nullable Statement around(Span span) {
    Statement best = null;
    int length = Integer.MAX_VALUE;
    for (var statement : statements) {
      for (Target.Part part : statement.target().parts()) {
        if (part.span().contains(span) && part.span().length() < length) {
          best = statement;
          length = part.span().length();
        }
      }
    }
    return best;
  }
}
