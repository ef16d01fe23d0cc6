package org.tamga.extraction.allegation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;

/**
 * Finds who is said to have done what harm to whom in a sentence.
 *
 * <p>A pronoun never names a perpetrator: to lay harm at the wrong door is worse than to leave the
 * door open.
 */
final class AllegationFinder {
  /** How far behind an act its "by" may stand, in words. */
  private static final int REACH = 12;

  private final PartyReader parties;
  private final SubjectFinder subjects;
  private final HarmWords words;
  private final Deeds deeds;
  private final NamedHarm named;
  private final ToldHarm told;

  AllegationFinder(Lexicon allegations, PartyReader parties, SubjectFinder subjects) {
    this.parties = parties;
    this.subjects = subjects;
    words = new HarmWords(allegations);
    deeds = new Deeds(parties, words);
    named = new NamedHarm(parties, words, deeds);
    told = new ToldHarm(parties, subjects, words, deeds);
  }

  /** The harm that a sentence tells of. */
  List<Harm> find(View view) {
    var found = new ArrayList<Harm>();
    if (view.words().contains("?")) {
      return found;
    }
    int behind = 0;
    for (int i = 0; i < view.size(); i++) {
      if (i < behind) {
        continue;
      }
      var harm = harm(view, i);
      if (harm != null) {
        found.add(harm);
        behind = Math.max(i + 1, harm.to());
      }
    }
    return found;
  }

  private @Nullable Harm harm(View view, int at) {
    if (words.isNoun(view, at) && !view.is(at - 1, "ADP")) {
      return named.find(view, at);
    }
    boolean taking = words.isTaking(view, at);
    if (words.isPassiveAct(view, at) && isPassive(view, at) && !words.isOpen(view, at)) {
      return held(view, at);
    }
    if (!taking && !words.isAct(view, at)) {
      return fired(view, at);
    }
    if (view.word(at).endsWith("ing") && !view.is(at - 1, "AUX")) {
      var seen = told.seen(view, at);
      return seen != null ? seen : told.accused(view, at);
    }
    boolean base = view.lemma(at).equals(view.word(at));
    var seen = base ? told.seen(view, at) : null;
    if (seen != null || words.isOpen(view, at)) {
      return seen;
    }
    if (isPassive(view, at)) {
      return passive(view, at);
    }
    var active = active(view, at);
    return active != null ? active : reduced(view, at);
  }

  private static boolean isPassive(View view, int at) {
    int i = at - 1;
    while (view.is(i, "ADV")) {
      i--;
    }
    boolean be = view.lemma(i).equals("be") || view.word(i).equals("been");
    return be && !view.word(at).endsWith("ing");
  }

  /** "Soldiers beat three students in Harun", "Guards took the passports of the weavers". */
  private @Nullable Harm active(View view, int verb) {
    var by = subjects.subject(view, verb);
    var to = deeds.object(view, verb + 1);
    if (by.isEmpty() || to.parties().isEmpty()) {
      return null;
    }
    var whom = to.parties().getFirst();
    boolean person = HarmWords.isPerson(by.getLast());
    boolean armed = words.isArmed(by.getLast());
    if (!person && !words.isPerpetrator(by.getLast())) {
      return null;
    }
    boolean things = words.isBelonging(view, whom.head()) || owned(view, verb + 1) != null;
    if (things && !(words.isAct(view, verb) && words.isVictim(whom))) {
      return armed ? taken(view, verb, by) : null;
    }
    if (!words.isAct(view, verb) || !words.isVictim(whom)) {
      return null;
    }
    if (words.isFigurative(view, verb) && words.isContest(view)) {
      return null;
    }
    if (words.isFigurative(view, verb)
        && !armed
        && !(person && words.isArmedWith(view, to.end()))) {
      return null;
    }
    int end = behindThose(view, to);
    var whole =
        end > to.end() && to.parties().size() == 1
            ? List.of(new Party(view, whom.from(), end, whom.head()))
            : to.parties();
    return found(view, start(view, by, verb), verb, end, person ? they(view, by) : by, whole);
  }

  /** The subject, or the verb itself where another verb stands between. */
  private static int start(View view, List<Party> by, int verb) {
    for (int i = by.getLast().to(); i < verb; i++) {
      if (view.is(i, "CCONJ")) {
        return verb;
      }
    }
    return by.getFirst().from();
  }

  /** "The soldiers gave no warning before they fired": the soldiers, where the order says so. */
  private List<Party> they(View view, List<Party> by) {
    var pronoun = by.getFirst();
    boolean they = view.word(pronoun.head()).equals("they") && view.is(pronoun.from() - 1, "SCONJ");
    for (int i = 1; they && i < pronoun.from(); i++) {
      if (view.is(i, "VERB", "AUX")) {
        var first = subjects.subject(view, i);
        boolean plural = first.size() == 1 && view.word(first.getFirst().head()).endsWith("s");
        return plural && words.isArmed(first.getFirst()) ? first : List.of();
      }
    }
    return List.of();
  }

  /** "those who tried to leave": with what tells who they are. */
  private static int behindThose(View view, PartyReader.Parties to) {
    int end = to.end();
    if (!view.word(end).equals("who")) {
      return end;
    }
    while (end < view.size() && !view.is(end, "PUNCT", "CCONJ")) {
      end++;
    }
    return end;
  }

  /** The thing that "the passports of the weavers", "their wages" names first; null if none. */
  private @Nullable Party owned(View view, int from) {
    int end = parties.base(view, from);
    return end > from && words.isBelonging(view, end - 1)
        ? new Party(view, from, end, end - 1)
        : null;
  }

  private @Nullable Harm taken(View view, int verb, List<Party> by) {
    var thing = owned(view, verb + 1);
    if (thing == null) {
      return null;
    }
    List<Party> whose = List.of();
    int end = thing.to();
    if (view.word(end).equals("of")) {
      int start = end + 1;
      while (view.is(start, "ADJ", "ADP", "ADV") && start < end + 5) {
        start++;
      }
      start = view.is(start, "NUM") ? start : end + 1;
      var read = deeds.object(view, start);
      boolean people = !read.parties().isEmpty() && words.isVictim(read.parties().getFirst());
      whose = people ? read.parties() : List.of();
      end = people ? read.end() : end;
    }
    return found(view, start(view, by, verb), verb, end, by, whose);
  }

  /** "opened fire on the strikers", "fired on them". */
  private @Nullable Harm fired(View view, int at) {
    boolean opened = view.word(at).equals("opened") && view.word(at + 1).equals("fire");
    boolean fired = view.word(at).equals("fired") && view.is(at, "VERB");
    int on = opened ? at + 2 : at + 1;
    boolean aimed = view.word(on).equals("on") || view.word(on).equals("at");
    if ((!opened && !fired) || !aimed || words.isOpen(view, at) || isPassive(view, at)) {
      return null;
    }
    var by = subjects.subject(view, at);
    var to = deeds.object(view, on + 1);
    boolean hit = !to.parties().isEmpty() && words.isVictim(to.parties().getFirst());
    boolean known = by.size() == 1 && words.isPerpetrator(by.getFirst());
    if (by.isEmpty() || (!known && !HarmWords.isPerson(by.getFirst()))) {
      return null;
    }
    return found(
        view,
        by.getFirst().from(),
        at,
        hit ? to.end() : on,
        known ? by : they(view, by),
        hit ? to.parties() : List.of());
  }

  /** Those behind "by" near an act. */
  private PartyReader.Parties agents(View view, int from) {
    for (int i = from; i < Math.min(view.size(), from + REACH); i++) {
      if (view.word(i).equals("by")) {
        var read = deeds.object(view, i + 1);
        boolean named = !read.parties().isEmpty() && words.isPerpetrator(read.parties().getFirst());
        return named ? read : new PartyReader.Parties(List.of(), from);
      }
      if (view.is(i, "PUNCT", "VERB", "CCONJ", "AUX")) {
        break;
      }
    }
    return new PartyReader.Parties(List.of(), from);
  }

  /** "Three students were beaten by soldiers", "… were killed when soldiers opened fire". */
  private @Nullable Harm passive(View view, int verb) {
    var to = subjects.subject(view, verb);
    if (to.isEmpty() || !words.isVictim(to.getLast()) || !words.isAct(view, verb)) {
      return null;
    }
    var by = agents(view, verb + 1);
    boolean agent = !by.parties().isEmpty() && !words.isArmed(by.parties().getFirst());
    if (words.isFigurative(view, verb) && (agent || words.isContest(view))) {
      // "was beaten in the election"
      return null;
    }
    if (by.parties().isEmpty()) {
      by = when(view, verb + 1);
    }
    int end = by.parties().isEmpty() ? verb + 1 : by.end();
    return found(view, to.getFirst().from(), verb, end, by.parties(), to);
  }

  /** "… when soldiers opened fire": who did it, told by what they did. */
  private PartyReader.Parties when(View view, int from) {
    for (int i = from; i < Math.min(view.size(), from + REACH); i++) {
      if (view.word(i).equals("when")) {
        var read = parties.forward(view, i + 1);
        int verb = read.end();
        boolean one = read.parties().size() == 1 && words.isArmed(read.parties().getFirst());
        var harm = one && view.is(verb, "VERB") ? harm(view, verb) : null;
        return harm == null ? read(from) : new PartyReader.Parties(read.parties(), harm.to());
      }
      if (view.is(i, "PUNCT", "VERB", "CCONJ", "AUX")) {
        break;
      }
    }
    return read(from);
  }

  private static PartyReader.Parties read(int end) {
    return new PartyReader.Parties(List.of(), end);
  }

  /** "was held at Belut for a week", "had been denied water". */
  private @Nullable Harm held(View view, int verb) {
    var to = subjects.subject(view, verb);
    boolean sign = false;
    for (int i = verb + 1; i < Math.min(view.size(), verb + REACH) && !view.is(i, "PUNCT"); i++) {
      sign |= words.isSign(view, i);
    }
    if (!sign || to.isEmpty() || !words.isVictim(to.getLast())) {
      return null;
    }
    var by = agents(view, verb + 1);
    int end = by.parties().isEmpty() ? verb + 1 : by.end();
    while (by.parties().isEmpty()
        && end < Math.min(view.size(), verb + REACH)
        && !view.is(end, "PUNCT", "CCONJ", "AUX")) {
      end++;
    }
    return found(view, to.getFirst().from(), verb, end, by.parties(), to);
  }

  /** "the nine clerks arrested for singing": a participle that says what befell them. */
  private @Nullable Harm reduced(View view, int verb) {
    boolean participle = view.is(verb - 1, "NOUN") && !words.isFigurative(view, verb);
    boolean object = view.is(verb + 1, "DET", "PRON", "NOUN", "PROPN", "NUM", "ADJ");
    boolean aside = view.word(verb + 1).equals("for") || view.word(verb + 1).equals("by");
    var to = participle && !object && aside ? parties.backward(view, verb) : List.<Party>of();
    if (to.size() != 1 || !words.isVictim(to.getFirst()) || words.isArmed(to.getFirst())) {
      return null;
    }
    var by = agents(view, verb + 1);
    int end = by.parties().isEmpty() ? verb + 1 : by.end();
    return found(view, to.getFirst().from(), verb, end, by.parties(), to);
  }

  private Harm found(View view, int from, int verb, int end, List<Party> by, List<Party> to) {
    return deeds.of(view, from, verb, end, by, to, List.of());
  }
}
