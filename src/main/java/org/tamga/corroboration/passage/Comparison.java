package org.tamga.corroboration.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two texts side by side: what of one comes again in the other, and how much of each that is.
 *
 * <p>It says what is there, not what follows from it.
 *
 * @param passages all places, copies and quotations first, then retellings, each in the order of
 *     the first text
 * @param first how much of the first text stands in the second
 * @param second how much of the second text stands in the first
 * @param follows how many pairs of sentences tell the same in the same order
 * @param form how the copies lie in the two texts
 */
public record Comparison(
    List<Passage> passages, Coverage first, Coverage second, int follows, FormShape form) {
  public Comparison {
    passages = List.copyOf(passages);
  }

  /**
   * How much of a text stands in another.
   *
   * @param words the words that the text has
   * @param copied words that both have as their own
   * @param quoted words that both give as somebody's
   * @param quotes words that it gives as somebody's and the other has as its own
   * @param toldInOrder share, between 0 and 1, of what the text tells that the other tells in the
   *     same order
   * @param told the same in whatever order
   * @param weight what the text tells, counted in telling words; quotations do not count
   */
  public record Coverage(
      int words,
      int copied,
      int quoted,
      int quotes,
      double toldInOrder,
      double told,
      double weight) {
    /** The share of the words that are copied. */
    public double copiedShare() {
      return words == 0 ? 0 : (double) copied / words;
    }
  }

  /** Compares two texts. */
  public static Comparison of(Words a, Words b) {
    List<CopiedPassages.Piece> pieces = new CopiedPassages(a, b).find();
    FormShape form = FormShape.of(pieces, a, b);
    SentenceChain chain = chain(a, b, form.isForm() ? pieces : List.of());
    List<Passage> passages = new ArrayList<>();
    int copied = 0;
    int quoted = 0;
    int byFirst = 0;
    int bySecond = 0;
    for (CopiedPassages.Piece piece : pieces) {
      passages.add(passage(piece, a, b));
      copied += piece.own();
      int rest = piece.same() - piece.own();
      switch (piece.kind()) {
        case QUOTED_BY_FIRST -> byFirst += rest;
        case QUOTED_BY_SECOND -> bySecond += rest;
        case COPY, QUOTE, REWRITE, REWORDED -> quoted += rest;
      }
    }
    retellings(chain, pieces, a, b, passages);
    return new Comparison(
        passages,
        new Coverage(
            a.count(),
            copied,
            quoted,
            byFirst,
            chain.firstInOrder(),
            chain.firstAnyhow(),
            chain.firstWeight()),
        new Coverage(
            b.count(),
            copied,
            quoted,
            bySecond,
            chain.secondInOrder(),
            chain.secondAnyhow(),
            chain.secondWeight()),
        chain.inOrder().size(),
        form);
  }

  /** What two sheets of one form agree in, neither of them tells. */
  private static SentenceChain chain(Words a, Words b, List<CopiedPassages.Piece> form) {
    boolean[] untoldA = new boolean[a.count()];
    boolean[] untoldB = new boolean[b.count()];
    for (CopiedPassages.Piece piece : form) {
      Arrays.fill(untoldA, piece.a(), piece.aEnd(), true);
      Arrays.fill(untoldB, piece.b(), piece.bEnd(), true);
    }
    return new SentenceChain(a, untoldA, b, untoldB);
  }

  private static Passage passage(CopiedPassages.Piece piece, Words a, Words b) {
    int longer = Math.max(piece.aEnd() - piece.a(), piece.bEnd() - piece.b());
    return new Passage(
        a.span(piece.a(), piece.aEnd()),
        b.span(piece.b(), piece.bEnd()),
        piece.kind(),
        piece.same(),
        (double) piece.same() / longer);
  }

  /** Sentences told again, but for those that are copied anyway. */
  private static void retellings(
      SentenceChain chain,
      List<CopiedPassages.Piece> pieces,
      Words a,
      Words b,
      List<Passage> passages) {
    for (SentenceChain.Link link : chain.inOrder()) {
      Words.Sentence first = a.sentenceList.get(link.a());
      Words.Sentence second = b.sentenceList.get(link.b());
      boolean isCopied =
          pieces.stream()
              .anyMatch(piece -> piece.a() < first.end() && first.first() < piece.aEnd());
      if (!isCopied) {
        passages.add(
            new Passage(
                a.span(first.first(), first.end()),
                b.span(second.first(), second.end()),
                Passage.Kind.REWRITE,
                Math.min(first.length(), second.length()),
                link.share()));
      }
    }
  }
}
