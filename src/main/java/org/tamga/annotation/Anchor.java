package org.tamga.annotation;

import java.util.Objects;

/**
 * What every annotation has: its identity, its words, whether a person has looked at it, its maker.
 *
 * @param id {@code sha256:} and the digest over document, text digest, type, spans and step
 * @param target the words that it rests on
 * @param status what people made of it
 * @param made which step of the program made it
 */
public record Anchor(String id, Target target, Status status, Made made) {
  public Anchor {
    CitedText.requireDigest(id);
    Objects.requireNonNull(target);
    Objects.requireNonNull(status);
    Objects.requireNonNull(made);
  }

  /** The anchor of a new annotation that no person has looked at yet. */
  public static Anchor proposed(String document, String type, Target target, Made made) {
    StringBuilder parts = new StringBuilder(document);
    parts.append('\n').append(target.text()).append('\n').append(type);
    for (Target.Part part : target.parts()) {
      parts.append('\n').append(part.span().start()).append('-').append(part.span().end());
    }
    parts.append('\n').append(made.step()).append('\n');
    return new Anchor(CitedText.digestOf(parts.toString()), target, Status.PROPOSED, made);
  }

  /** What people made of an annotation. */
  public enum Status {
    /** By machine; nobody has looked. */
    PROPOSED,
    /** A person found it right. */
    ACCEPTED,
    /** A person put it right. */
    CORRECTED,
    /** A person found it wrong. */
    REJECTED
  }

  /**
   * Which step of the program made an annotation.
   *
   * @param step its name, such as {@code extraction/statement}
   * @param version raised whenever its results may differ
   */
  public record Made(String step, String version) {
    public Made {
      if (step.isBlank() || version.isBlank()) {
        throw new IllegalArgumentException("a step has a name and a version");
      }
    }
  }
}
