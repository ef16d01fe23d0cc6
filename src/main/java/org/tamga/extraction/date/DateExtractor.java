package org.tamga.extraction.date;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.DateExpression;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.Extractor;
import org.tamga.text.Block;

/**
 * Finds the dates of a document, reckoned from the day that it was published.
 *
 * <p>That day is what is known of the document from outside; else the date line that many texts
 * carry at their head ("LONDON, 3 May 2021"). A line that is more precise than what is known, and
 * does not contradict it, makes it more precise.
 */
public final class DateExtractor implements Extractor {
  /** Its version is raised whenever its results may differ: then all is annotated again. */
  public static final Anchor.Made MADE = new Anchor.Made("extraction/date", "2");

  private final DateFinder finder;
  private final Dateline dateline;

  /** An extractor that finds dates with {@code finder}. */
  public DateExtractor(DateFinder finder) {
    this.finder = finder;
    this.dateline = new Dateline(finder);
  }

  /** The extractor for English. */
  public static DateExtractor english() {
    return new DateExtractor(DateFinder.english());
  }

  /** The day that the document speaks from, as far as known. */
  public @Nullable PartialDate published(DocumentContext context) {
    var known = PartialDate.parse(context.known().published());
    var blocks = new ArrayList<String>();
    for (var block : context.text().blocks()) {
      if (block.role().isMain()) {
        blocks.add(context.cited().at(block.span()));
      }
    }
    return dateline.published(blocks, known);
  }

  @Override
  public List<DateExpression> extract(DocumentContext context) {
    var reference = published(context);
    var found = new ArrayList<DateExpression>();
    for (var block : context.text().blocks()) {
      if (block.role().isMain()) {
        dates(context, block, reference, found);
      }
    }
    return found;
  }

  private void dates(
      DocumentContext context,
      Block block,
      @Nullable PartialDate reference,
      List<DateExpression> found) {
    var cited = context.cited();
    int offset = cited.unit(block.span().start());
    for (var date : finder.find(cited.at(block.span()), reference)) {
      var span = cited.span(offset + date.start(), offset + date.end());
      var anchor = context.anchor(DateExpression.TYPE, cited.quote(span), MADE);
      found.add(new DateExpression(anchor, date.value()));
    }
  }
}
