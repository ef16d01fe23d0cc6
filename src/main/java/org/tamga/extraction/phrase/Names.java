package org.tamga.extraction.phrase;

import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Mention;

/** Says who a party is, as far as the document tells. */
public final class Names {
  private final CitedText cited;

  /** Names within one document. */
  public Names(CitedText cited) {
    this.cited = cited;
  }

  /** The mention of a party, or null where the words do not say who it is. */
  public @Nullable Mention of(Party party) {
    var view = party.view();
    int from = party.from();
    while (from < party.head() && view.is(from, "DET", "PUNCT")) {
      from++;
    }
    if (view.is(party.head(), "PRON")) {
      return null;
    }
    var name = cited.at(view.span(from, party.to())).replaceAll("['’]s?$", "").strip();
    return name.isEmpty() ? null : Mention.of(cited, party.span(), name, null);
  }
}
