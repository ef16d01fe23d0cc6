package org.tamga.extraction;

import java.util.List;
import java.util.Objects;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Target;
import org.tamga.extraction.language.Analysis;
import org.tamga.extraction.letter.Correspondence;
import org.tamga.extraction.mention.Cast;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;

/**
 * One document as extractors see it.
 *
 * @param document {@code sha256:} and the digest of the sealed bytes
 * @param text its readable text
 * @param known what is known of it: from outside first, the gaps filled with what it says itself
 * @param cited the text's content, to quote from
 * @param analysis sentences, words and quotations of its main blocks
 * @param cast the people, organisations and documents that it names
 * @param letter who writes it and to whom, as far as it says so
 * @param earlier what earlier extractors found, in the order of the text
 */
public record DocumentContext(
    String document,
    ReadableText text,
    Metadata known,
    CitedText cited,
    Analysis analysis,
    Cast cast,
    Correspondence letter,
    List<Annotation> earlier) {
  public DocumentContext {
    Objects.requireNonNull(document);
    Objects.requireNonNull(text);
    Objects.requireNonNull(known);
    Objects.requireNonNull(cited);
    Objects.requireNonNull(analysis);
    Objects.requireNonNull(cast);
    Objects.requireNonNull(letter);
    earlier = List.copyOf(earlier);
  }

  /** The anchor of a new annotation; its id follows from document, type, words and step. */
  public Anchor anchor(String type, Target target, Anchor.Made made) {
    return Anchor.proposed(document, type, cited.require(target), made);
  }

  /** What earlier extractors found of one kind. */
  public <T extends Annotation> List<T> earlier(Class<T> kind) {
    return earlier.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** This document with more found in it. */
  DocumentContext withEarlier(List<Annotation> found) {
    return new DocumentContext(document, text, known, cited, analysis, cast, letter, found);
  }
}
