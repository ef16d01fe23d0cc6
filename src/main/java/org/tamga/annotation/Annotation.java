package org.tamga.annotation;

/**
 * One thing that a text says, tied to the words that say it.
 *
 * <p>Specification: docs/spec/record.md.
 */
public sealed interface Annotation
    permits Statement, Demand, Figure, Position, Allegation, Event, DateExpression {
  /** Which words, what identity, how made. */
  Anchor anchor();

  /** The word that stands for this kind in record lines, such as {@code statement}. */
  default String type() {
    return switch (this) {
      case Statement _ -> Statement.TYPE;
      case Demand _ -> Demand.TYPE;
      case Figure _ -> Figure.TYPE;
      case Position _ -> Position.TYPE;
      case Allegation _ -> Allegation.TYPE;
      case Event _ -> Event.TYPE;
      case DateExpression _ -> DateExpression.TYPE;
    };
  }

  /** The identity, the same for the same words found by the same step in the same document. */
  default String id() {
    return anchor().id();
  }

  /** The words that it rests on. */
  default Target target() {
    return anchor().target();
  }
}
