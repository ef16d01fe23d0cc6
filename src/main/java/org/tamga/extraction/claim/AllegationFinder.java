package org.tamga.extraction.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;

/** Finds who is said to have done what harm to whom in a sentence. */
final class AllegationFinder {
  private final PartyReader parties;
  private final SubjectFinder subjects;
  private final Set<String> acts;
  private final Set<String> perpetrators;
  private final Set<String> victims;
  private final Set<String> accuse;
  private final Set<String> unless;
  private final Set<String> places;
  private final Set<String> figurative;

  AllegationFinder(Lexicon allegations, PartyReader parties, SubjectFinder subjects) {
    this.parties = parties;
    this.subjects = subjects;
    acts = allegations.words("act");
    perpetrators = allegations.words("perpetrator");
    victims = allegations.words("victim");
    accuse = allegations.words("accuse");
    unless = allegations.words("unless");
    places = allegations.words("place");
    figurative = allegations.words("figurative");
  }

  /**
   * Harm as the words of one sentence tell of it.
   *
   * @param from first word
   * @param to word behind the last
   * @param actFrom first word of the act
   * @param actTo word behind it
   * @param perpetrators who did it, empty where the sentence does not say
   * @param victims to whom
   * @param place where, or null
   * @param accusers who lays it at their door, empty where the sentence just tells of it
   */
  record Found(
      View view,
      int from,
      int to,
      int actFrom,
      int actTo,
      List<Party> perpetrators,
      List<Party> victims,
      @Nullable Party place,
      List<Party> accusers) {}

  /** The harm that a sentence tells of. */
  List<Found> find(View view) {
    var found = new ArrayList<Found>();
    if (view.words().contains("?")) {
      return found;
    }
    int behind = 0;
    for (int i = 0; i < view.size(); i++) {
      if (i < behind || !isAct(view, i)) {
        continue;
      }
      var harm = harm(view, i);
      if (harm != null) {
        found.add(harm);
        behind = harm.to();
      }
    }
    return found;
  }

  /** A verb of harm; "of detaining" is one even where the tagger takes it for a noun. */
  private boolean isAct(View view, int at) {
    var word = view.word(at);
    if (view.is(at, "VERB")) {
      return acts.contains(view.lemma(at)) || acts.contains(word);
    }
    if (!view.is(at, "NOUN") || !word.endsWith("ing") || !view.is(at - 1, "ADP", "ADV")) {
      return false;
    }
    var stem = word.substring(0, word.length() - 3);
    return acts.contains(stem) || acts.contains(stem + "e");
  }

  private @Nullable Found harm(View view, int verb) {
    if (view.word(verb).endsWith("ing") && !view.is(verb - 1, "AUX")) {
      return accused(view, verb);
    }
    if (isOpen(view, verb)) {
      return null;
    }
    return isPassive(view, verb) ? passive(view, verb) : active(view, verb);
  }

  private boolean isOpen(View view, int at) {
    if (Stances.isConditional(view, at, unless)) {
      return true;
    }
    for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
      if (unless.contains(view.word(i))) {
        return true;
      }
      if (!view.is(i, "AUX", "ADV", "PART")) {
        return false;
      }
    }
    return false;
  }

  private static boolean isPassive(View view, int at) {
    int i = at - 1;
    while (view.is(i, "ADV")) {
      i--;
    }
    return view.lemma(i).equals("be") || view.word(i).equals("been");
  }

  /** "Soldiers beat three students in Harun". */
  private @Nullable Found active(View view, int verb) {
    var by = subjects.subject(view, verb);
    var to = object(view, verb + 1);
    if (by.isEmpty() || to.parties().isEmpty()) {
      return null;
    }
    if (!isPerpetrator(by.getLast()) || !isVictim(to.parties().getFirst())) {
      return null;
    }
    boolean said = figurative.contains(view.lemma(verb)) || figurative.contains(view.word(verb));
    if (said && !isOneOf(by.getLast(), perpetrators)) {
      return null;
    }
    return found(view, by.getFirst().from(), verb, to.end(), by, to.parties(), List.of());
  }

  /** Those behind the verb, over "at least" and without "in Belut". */
  private PartyReader.Parties object(View view, int from) {
    int start = from;
    while (start < from + 4 && view.is(start, "ADP", "ADV", "ADJ", "SCONJ")) {
      start++;
    }
    start = view.is(start, "NUM") ? start : from;
    var read = parties.forward(view, start);
    if (read.parties().isEmpty()) {
      return read;
    }
    var all = new ArrayList<>(read.parties());
    var last = all.removeLast();
    int end = last.from() + 1;
    while (end < last.to() && !places.contains(view.word(end))) {
      end++;
    }
    all.add(new Party(view, last.from(), Math.max(end, last.head() + 1), last.head()));
    return new PartyReader.Parties(all, Math.max(end, last.head() + 1));
  }

  /** "Three students were beaten by soldiers". */
  private @Nullable Found passive(View view, int verb) {
    var to = subjects.subject(view, verb);
    if (to.isEmpty() || !isVictim(to.getLast())) {
      return null;
    }
    int end = verb + 1;
    List<Party> by = List.of();
    for (int i = verb + 1; i < Math.min(view.size(), verb + 12); i++) {
      if (view.word(i).equals("by")) {
        var read = object(view, i + 1);
        boolean named = !read.parties().isEmpty() && isPerpetrator(read.parties().getFirst());
        by = named ? read.parties() : List.of();
        end = named ? read.end() : end;
        break;
      }
      if (view.is(i, "PUNCT", "VERB", "CCONJ", "AUX")) {
        break;
      }
    }
    return found(view, to.getFirst().from(), verb, end, by, to, List.of());
  }

  /** "Groups accused the police of beating students". */
  private @Nullable Found accused(View view, int verb) {
    int of = verb - 1;
    while (view.is(of, "ADV")) {
      of--;
    }
    if (!view.word(of).equals("of") && !view.word(of).equals("for")) {
      return null;
    }
    for (int i = of - 1; i >= Math.max(0, of - 14); i--) {
      if (!accuse.contains(view.word(i)) || isOpen(view, i)) {
        continue;
      }
      var perpetrator = parties.before(view, i + 1, of);
      var to = object(view, verb + 1);
      boolean whole = !perpetrator.isEmpty() && perpetrator.getLast().to() == of;
      if (!whole || to.parties().isEmpty() || !isVictim(to.parties().getFirst())) {
        return null;
      }
      var by = subjects.subject(view, i);
      return found(view, verb, verb, to.end(), perpetrator, to.parties(), by);
    }
    return null;
  }

  private Found found(
      View view,
      int from,
      int verb,
      int end,
      List<Party> by,
      List<Party> to,
      List<Party> accusers) {
    int actFrom = verb;
    while (actFrom > 0 && view.is(actFrom - 1, "ADV")) {
      actFrom--;
    }
    var place = place(view, end);
    int whole = place == null ? Math.max(end, verb + 1) : place.to();
    return new Found(
        view, Math.min(from, actFrom), whole, actFrom, verb + 1, by, to, place, accusers);
  }

  /** "in Belut" right behind. */
  private @Nullable Party place(View view, int at) {
    if (!view.in(at, places) || !view.isCapitalised(at + 1) || view.is(at + 1, "NUM")) {
      return null;
    }
    int end = parties.base(view, at + 1);
    boolean named = end > at + 1 && !view.is(end, "NUM") && view.is(end - 1, "PROPN");
    return named ? new Party(view, at + 1, end, end - 1) : null;
  }

  private boolean isPerpetrator(Party party) {
    return isOneOf(party, perpetrators) || isName(party);
  }

  private boolean isVictim(Party party) {
    return isOneOf(party, victims) || isName(party);
  }

  private static boolean isName(Party party) {
    var view = party.view();
    return view.is(party.head(), "PROPN") && view.isCapitalised(party.head());
  }

  private static boolean isOneOf(Party party, Set<String> words) {
    var word = party.view().word(party.head());
    var lemma = party.view().lemma(party.head());
    boolean plural = word.endsWith("s") && words.contains(word.substring(0, word.length() - 1));
    return words.contains(word) || words.contains(lemma) || plural;
  }
}
