package org.tamga.extraction.mention;

import org.tamga.extraction.language.Analysis;
import org.tamga.text.Metadata;

/** Gathers whom documents name; reads its lists of words once, for all of them. */
public final class CastReader {
  private final NameReader names = new NameReader();
  private final NounPhraseFinder phrases = new NounPhraseFinder();

  /** Whom one document names; {@code known} may add its author and publisher. */
  public Cast read(Analysis analysis, Metadata known) {
    return new Cast(analysis, known, names, phrases);
  }
}
