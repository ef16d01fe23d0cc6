package org.tamga.extraction.claim;

import java.util.Set;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Party;

/** Tells those who can act and speak (people, offices, bodies, states) from things. */
final class Actors {
  private final Set<String> offices;

  Actors(Lexicon demands) {
    offices = demands.words("addressee");
  }

  /** Whether the party can act: a name, or a word for an office or a body. */
  boolean canAct(Party party) {
    var view = party.view();
    var head = view.word(party.head());
    var plain = head.replaceAll("'s?$", "");
    return offices.contains(plain)
        || (plain.endsWith("s") && offices.contains(plain.substring(0, plain.length() - 1)))
        || view.is(party.head(), "PROPN")
        || (view.isCapitalised(party.head()) && party.head() > 0);
  }
}
