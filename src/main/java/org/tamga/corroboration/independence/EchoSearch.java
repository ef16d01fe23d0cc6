package org.tamga.corroboration.independence;

import java.util.ArrayList;
import java.util.List;
import org.tamga.corroboration.passage.Candidates;
import org.tamga.corroboration.passage.Comparison;
import org.tamga.corroboration.passage.FormShape;
import org.tamga.corroboration.passage.Passage;
import org.tamga.corroboration.passage.Postings;
import org.tamga.corroboration.passage.Quotation;
import org.tamga.corroboration.passage.RewordedQuotations;
import org.tamga.corroboration.passage.Sketch;
import org.tamga.corroboration.passage.Words;

/**
 * Takes in one document after another and finds which earlier ones each has something in common
 * with.
 *
 * <p>A document costs time in proportion to itself: its keys are looked up, and it is compared with
 * a bounded number of documents. The same documents in the same order give the same links.
 */
public final class EchoSearch {
  private final Postings prints;
  private final Postings tellings;
  private final Documents documents;

  /** Documents that were taken in before. */
  public interface Documents {
    /** The words of a document. */
    Words words(int document);

    /** What is known of a document. */
    Source source(int document);

    /** What a document gives as somebody's own words. */
    default List<Quotation> quotations(int document) {
      return List.of();
    }
  }

  /** A search that goes on from what these postings know. */
  public EchoSearch(Postings prints, Postings tellings, Documents documents) {
    this.prints = prints;
    this.tellings = tellings;
    this.documents = documents;
  }

  /** The links of a document to earlier ones; it is not taken in. */
  public List<Link> find(int document, Words words, Source source) {
    return find(new Arrival(document, words, source, List.of()), Sketch.of(words));
  }

  /** A document that comes in. */
  private record Arrival(int number, Words words, Source source, List<Quotation> quotations) {}

  /** Takes a document in, which comes after all before, and returns its links to them. */
  public List<Link> add(int document, Words words, Source source) {
    return add(document, words, source, List.of());
  }

  /** The same for a document of which it is known whom it quotes. */
  public List<Link> add(int document, Words words, Source source, List<Quotation> quotations) {
    Sketch sketch = Sketch.of(words);
    List<Link> links = find(new Arrival(document, words, source, quotations), sketch);
    for (long key : sketch.prints()) {
      prints.add(key, document);
    }
    for (long key : sketch.tellings()) {
      tellings.add(key, document);
    }
    return links;
  }

  private static long plainPrint(Words words, Comparison seen) {
    for (Passage passage : seen.passages()) {
      if (passage.kind() == Passage.Kind.COPY) {
        return Sketch.printWithin(words, passage.second());
      }
    }
    return 0;
  }

  private List<Link> find(Arrival arrival, Sketch sketch) {
    List<Link> links = new ArrayList<>();
    for (int earlier : Candidates.of(sketch, prints, tellings)) {
      Words words = documents.words(earlier);
      Comparison seen = Comparison.of(words, arrival.words());
      Judgement judgement = Judge.of(documents.source(earlier), arrival.source(), seen);
      List<Passage> passages = new ArrayList<>(seen.passages());
      if (!arrival.quotations().isEmpty()) {
        List<Passage> reworded =
            RewordedQuotations.of(
                words, documents.quotations(earlier), arrival.words(), arrival.quotations());
        if (!reworded.isEmpty()) {
          judgement = judgement.with("they give words of one speaker otherwise");
          passages.addAll(reworded);
        }
      }
      if (judgement.verdict() != Verdict.INDEPENDENT || judgement.kind() != null) {
        boolean isPlain = seen.form().isForm() || seen.form().telling() < FormShape.FORM_TELLING;
        long plain = isPlain ? plainPrint(arrival.words(), seen) : 0;
        links.add(new Link(earlier, arrival.number(), judgement, passages, plain));
      }
    }
    return links;
  }
}
