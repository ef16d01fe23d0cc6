package org.tamga.annotation;

import org.jspecify.annotations.Nullable;
import org.tamga.text.Span;

/**
 * A place where the text speaks of somebody: a person, an organisation, a state, a document.
 *
 * @param name who it is, without titles ("He" said it; the name says who he is)
 * @param role what the text says that they are ("President"), if it does
 * @param exact the wording in the text
 * @param span its place
 * @param actor the entry in the register of actors, if linked
 * @param anonymous whether the text withholds who it is; such a source is never linked to an actor
 */
public record Mention(
    String name,
    @Nullable String role,
    String exact,
    Span span,
    @Nullable String actor,
    boolean anonymous) {
  public Mention {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a mention has a name");
    }
    if (exact.codePointCount(0, exact.length()) != span.length()) {
      throw new IllegalArgumentException("the words do not fill their place");
    }
    if (anonymous && actor != null) {
      throw new IllegalArgumentException("an anonymous source is never linked to an actor");
    }
  }

  /** A mention by the words at a place of the text, not linked to any actor. */
  public static Mention of(CitedText text, Span span, String name, @Nullable String role) {
    return new Mention(name, role, text.at(span), span, null, false);
  }

  /** A mention of somebody whose identity the text withholds; the wording is all there is. */
  public static Mention anonymous(CitedText text, Span span) {
    String exact = text.at(span);
    return new Mention(exact, null, exact, span, null, true);
  }
}
