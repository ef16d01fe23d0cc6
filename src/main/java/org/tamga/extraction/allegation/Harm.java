package org.tamga.extraction.allegation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.View;

/**
 * Harm as the words of one sentence tell of it.
 *
 * @param from first word
 * @param to word behind the last
 * @param actFrom first word of the act
 * @param actTo word behind it
 * @param perpetrators who did it, empty where the sentence does not say
 * @param victims to whom, empty where it does not say
 * @param place where, or null
 * @param accusers who lays it at their door, empty where the sentence just tells of it
 */
record Harm(
    View view,
    int from,
    int to,
    int actFrom,
    int actTo,
    List<Party> perpetrators,
    List<Party> victims,
    @Nullable Party place,
    List<Party> accusers) {
  Harm {
    perpetrators = List.copyOf(perpetrators);
    victims = List.copyOf(victims);
    accusers = List.copyOf(accusers);
  }
}
