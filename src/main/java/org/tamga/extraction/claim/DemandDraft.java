package org.tamga.extraction.claim;

import java.util.List;
import org.tamga.extraction.claim.ActionReader.Action;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.View;

/**
 * A demand as the words of one sentence give it, before anybody is named.
 *
 * @param view the sentence
 * @param cueFrom first word of what demands ("calls on")
 * @param cueTo word behind it
 * @param by who demands, empty where the sentence does not say
 * @param to on whom, empty where it does not say
 * @param actions what is to be done
 * @param order whether it is an order rather than a call
 * @param own whether the demand is made by the words themselves ("should"), not told of
 */
record DemandDraft(
    View view,
    int cueFrom,
    int cueTo,
    List<Party> by,
    List<Party> to,
    List<Action> actions,
    boolean order,
    boolean own) {
  DemandDraft {
    by = List.copyOf(by);
    to = List.copyOf(to);
    actions = List.copyOf(actions);
  }
}
