package org.tamga.extraction.statement;

/** How a telling word and what is told stand to each other. */
enum Frame {
  /** "said that the bridge is closed" */
  THAT,
  /** "asked whether …", "explained how …" */
  QUESTION,
  /** "said the bridge is closed" */
  CLAUSE,
  /** "said “…”" */
  QUOTE,
  /** "said: …" */
  COLON,
  /** "promised to …" */
  INFINITIVE,
  /** "told them to …" */
  OBJECT_INFINITIVE,
  /** "warned of …" */
  PREPOSITION,
  /** "denied the report" */
  OBJECT,
  /** "denied taking …" */
  GERUND,
  /** "The bridge is closed, she said" */
  BEFORE,
  /** "“…,” she said" */
  QUOTE_BEFORE,
  /** A quotation without a telling word. */
  ALONE;

  /**
   * Whether whole clauses or quotations stand in this frame, so that something is said in it; the
   * others hold the objects of attitudes ("denied the report").
   */
  boolean isTelling() {
    return switch (this) {
      case THAT, QUESTION, CLAUSE, QUOTE, COLON, BEFORE, QUOTE_BEFORE, ALONE -> true;
      case INFINITIVE, OBJECT_INFINITIVE, PREPOSITION, OBJECT, GERUND -> false;
    };
  }
}
