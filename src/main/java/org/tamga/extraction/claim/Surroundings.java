package org.tamga.extraction.claim;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.View;

/**
 * Reads in the sentences behind a joint statement what they add to it: who presented it, before
 * which body, how many signed.
 */
final class Surroundings {
  /** So many sentences of the same paragraph or the next one go on about it. */
  private static final int REACH = 2;

  private final PartyReader parties;
  private final Set<String> initiatives;
  private final Set<String> issue;
  private final Set<String> forums;
  private final Set<String> signatories;
  private final Set<String> suchAs;

  Surroundings(Lexicon positions, PartyReader parties) {
    this.parties = parties;
    initiatives = positions.words("initiative");
    issue = positions.words("issue");
    forums = positions.words("forum");
    signatories = positions.words("signatory");
    suchAs = positions.words("such as");
  }

  /**
   * What the text adds.
   *
   * @param presenter who presented it
   * @param forum before which body
   * @param counted the words that count the signatories
   * @param holders signatories named as examples
   */
  record Around(
      @Nullable Party presenter,
      @Nullable Party forum,
      @Nullable Party counted,
      List<Party> holders) {}

  Around of(List<View> views, int index, PositionDraft draft) {
    var view = views.get(index);
    var forum = forum(view, draft);
    Party presenter = null;
    Party counted = null;
    List<Party> holders = List.of();
    var initiative = draft.initiative();
    boolean document = initiative != null && isInitiative(initiative);
    for (int i = index + 1; document && i <= index + REACH && i < views.size(); i++) {
      var next = views.get(i);
      if (next.sentence().blockIndex() > view.sentence().blockIndex() + 1) {
        break;
      }
      int verb = presented(next);
      if (verb > 0 && presenter == null && draft.presenter() == null) {
        presenter = by(next, verb);
        forum = forum == null ? forum(next, null) : forum;
      }
      int signed = signed(next);
      if (signed >= 0 && counted == null && draft.holders().isEmpty()) {
        var read = parties.forward(next, 0);
        counted = read.parties().isEmpty() ? null : read.parties().getFirst();
        holders = examples(next, signed);
      }
    }
    return new Around(presenter, forum, counted, holders);
  }

  private boolean isInitiative(String words) {
    return initiatives.contains(words.substring(words.lastIndexOf(' ') + 1));
  }

  /** "The statement was presented … by …": the place of the verb. */
  private int presented(View view) {
    if (!view.word(0).equals("the") && !view.word(0).equals("it")) {
      return -1;
    }
    int end = Math.max(1, parties.base(view, 0));
    boolean document = view.word(0).equals("it") || view.in(end - 1, initiatives);
    boolean passive = document && view.lemma(end).equals("be") && view.in(end + 1, issue);
    return passive ? end + 1 : -1;
  }

  private @Nullable Party by(View view, int verb) {
    for (int i = verb + 1; i < view.size() && !view.word(i).equals(","); i++) {
      if (view.word(i).equals("by")) {
        int base = parties.base(view, i + 1);
        return base == i + 1 ? null : new Party(view, i + 1, base, base - 1);
      }
    }
    return null;
  }

  /** "The 66 signatories of the statement": the place of the noun, or -1. */
  private int signed(View view) {
    for (int i = 0; i < Math.min(view.size(), 4); i++) {
      boolean noun = signatories.contains(view.word(i)) && view.word(i).startsWith("sign");
      if (noun && view.is(i - 1, "NUM")) {
        return i;
      }
    }
    return -1;
  }

  private List<Party> examples(View view, int from) {
    for (int i = from; i + 2 < view.size(); i++) {
      if (suchAs.contains(view.word(i) + " " + view.word(i + 1))) {
        return parties.forward(view, i + 2).parties();
      }
      if (suchAs.contains(view.word(i))) {
        return parties.forward(view, i + 1).parties();
      }
    }
    return List.of();
  }

  /** The body before which it happened: "at a meeting of the Third Committee". */
  private @Nullable Party forum(View view, @Nullable PositionDraft draft) {
    for (int i = 1; i < view.size(); i++) {
      boolean place =
          view.word(i).equals("at") || view.word(i).equals("in") || view.word(i).equals("of");
      boolean inside =
          draft != null && i >= draft.from() && i < draft.to() && !view.word(i).equals("at");
      if (!place || inside) {
        continue;
      }
      int end = parties.base(view, i + 1);
      if (end > i + 1 && view.in(end - 1, forums) && view.isCapitalised(end - 1)) {
        int from = view.is(i + 1, "DET") ? i + 2 : i + 1;
        return new Party(view, from, end, end - 1);
      }
    }
    return null;
  }
}
