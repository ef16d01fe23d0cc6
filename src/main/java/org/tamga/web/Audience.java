package org.tamga.web;

import java.time.Clock;
import java.time.LocalDate;
import org.tamga.record.RecordDocument;

/**
 * Who can see the pages: only the keeper at this machine, or others over a network too.
 *
 * <p>The keeper sees everything, marked. Others see what a document's handling allows to share and
 * nothing more; in doubt, nothing.
 */
public enum Audience {
  /** The pages are served to this machine alone. */
  KEEPER,
  /** The pages can be reached from other machines. */
  OTHERS;

  /** Whether this document may be shown at all. */
  boolean maySee(RecordDocument document, Clock clock) {
    return this == KEEPER
        || (!document.withheld() && document.handling().allowsSharing(LocalDate.now(clock)));
  }

  /** Whether it may be shown from whom, by whom and under which name documents came in. */
  public boolean maySeeProvenance() {
    return this == KEEPER;
  }
}
