package org.tamga.extraction.language;

import java.util.List;
import org.tamga.annotation.CitedText;

/**
 * What stands in the main blocks of one text.
 *
 * @param text the whole text
 * @param sentences its sentences in order
 * @param quotations its quotations in order of their start; a nested one follows the one around it
 */
public record Analysis(CitedText text, List<Sentence> sentences, List<Quotation> quotations) {
  public Analysis {
    sentences = List.copyOf(sentences);
    quotations = List.copyOf(quotations);
  }
}
