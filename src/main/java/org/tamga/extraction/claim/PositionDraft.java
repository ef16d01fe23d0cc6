package org.tamga.extraction.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Position.Stance;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.View;

/**
 * A side taken as the words of one sentence give it, before anybody is named.
 *
 * @param view the sentence
 * @param from first word
 * @param to word behind the last
 * @param stance the side
 * @param holders who took it, as far as the sentence says
 * @param presenter who spoke for them, if somebody else did
 * @param object first and last word of what it is about, or null
 * @param initiative what they joined, or null
 * @param count a count of votes, or null
 */
record PositionDraft(
    View view,
    int from,
    int to,
    Stance stance,
    List<Party> holders,
    @Nullable Party presenter,
    @Nullable Party object,
    @Nullable String initiative,
    @Nullable Integer count) {
  PositionDraft {
    holders = List.copyOf(holders);
  }
}
