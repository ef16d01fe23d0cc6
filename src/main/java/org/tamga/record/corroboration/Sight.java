package org.tamga.record.corroboration;

import java.util.function.Predicate;
import org.tamga.record.RecordDocument;

/**
 * What somebody may see of an archive.
 *
 * @param mayBeSeen whether a document is there at all
 * @param withOwnWords whether annotations are there into which somebody put words that the text
 *     does not have
 */
public record Sight(Predicate<RecordDocument> mayBeSeen, boolean withOwnWords) {
  /** The keeper sees everything. */
  public static final Sight KEEPER = new Sight(document -> true, true);
}
