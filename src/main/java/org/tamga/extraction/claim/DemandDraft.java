package org.tamga.extraction.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

  /** A demand that a verb tells of; null where nothing is to be done. */
  static @Nullable DemandDraft of(
      View view, int verb, List<Party> by, List<Party> to, List<Action> actions, boolean order) {
    if (actions.isEmpty()) {
      return null;
    }
    int cueTo = verb + 1;
    if (view.is(cueTo, "ADP") && !view.word(cueTo).equals("to")) {
      cueTo++;
    }
    return new DemandDraft(view, verb, cueTo, by, to, actions, order, false);
  }

  /** The same demand, made by these. */
  DemandDraft by(List<Party> others) {
    return new DemandDraft(view, cueFrom, cueTo, others, to, actions, order, own);
  }

  /** Whether it is a bare order: "Release them", "Please write". */
  boolean isBare() {
    return own && to.isEmpty() && cueFrom == actions.getFirst().from();
  }
}
