package org.tamga.extraction.claim;

import java.util.Set;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Party;

/** Tells those who can act and speak (people, offices, bodies, states) from things. */
final class Actors {
  private final Set<String> offices;
  private final Set<String> people;

  Actors(Lexicon demands) {
    offices = demands.words("addressee");
    people = demands.words("person");
  }

  /** Whether the party is "he", "she", "we" and the like. */
  boolean isPerson(Party party) {
    return switch (party.view().word(party.head())) {
      case "he", "she", "they", "we", "i" -> true;
      default -> false;
    };
  }

  /** Whether a word names somebody, or a document, that may demand something. */
  boolean isSpeaking(String word) {
    return people.contains(word) || offices.contains(word);
  }

  /** Whether the party is an office or a body by its word: "the council", "its officials". */
  boolean isOffice(Party party) {
    var plain = plain(party.view().word(party.head()));
    return offices.contains(plain)
        || (plain.endsWith("s") && offices.contains(plain.substring(0, plain.length() - 1)));
  }

  /** Whether the party can act: a name, or a word for an office or a body. */
  boolean canAct(Party party) {
    var view = party.view();
    var plain = plain(view.word(party.head()));
    return isOffice(party)
        || people.contains(plain)
        || (plain.endsWith("s") && people.contains(plain.substring(0, plain.length() - 1)))
        || (plain.endsWith("ies") && people.contains(plain.substring(0, plain.length() - 3) + "y"))
        || view.is(party.head(), "PROPN")
        || (view.isCapitalised(party.head()) && party.head() > 0);
  }

  /** Without the mark of the genitive. */
  private static String plain(String word) {
    int end = word.endsWith("'s") ? word.length() - 2 : word.length();
    return word.substring(0, word.endsWith("'") ? end - 1 : end);
  }
}
