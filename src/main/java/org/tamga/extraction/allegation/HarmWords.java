package org.tamga.extraction.allegation;

import java.util.Set;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Conditions;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.View;

/** The words by which harm is told, and who does and suffers it. */
final class HarmWords {
  private final Set<String> acts;
  private final Set<String> nouns;
  private final Set<String> passiveActs;
  private final Set<String> figurative;
  private final Set<String> perpetrators;
  private final Set<String> victims;
  private final Set<String> belongings;
  private final Set<String> takes;
  private final Set<String> sees;
  private final Set<String> accuse;
  private final Set<String> unless;
  private final Set<String> places;
  private final Set<String> signs;
  private final Set<String> contests;
  private final Set<String> weapons;
  private final Set<String> denials;
  private final Set<String> marks;

  HarmWords(Lexicon lexicon) {
    acts = lexicon.words("act");
    nouns = lexicon.words("act noun");
    passiveActs = lexicon.words("passive act");
    figurative = lexicon.words("figurative");
    perpetrators = lexicon.words("perpetrator");
    victims = lexicon.words("victim");
    belongings = lexicon.words("belonging");
    takes = lexicon.words("take");
    sees = lexicon.words("see");
    accuse = lexicon.words("accuse");
    unless = lexicon.words("unless");
    places = lexicon.words("place");
    signs = lexicon.words("sign");
    contests = lexicon.words("contest");
    weapons = lexicon.words("weapon");
    denials = lexicon.words("denial");
    marks = lexicon.words("mark");
  }

  Set<String> unless() {
    return unless;
  }

  /** A verb of harm; "of detaining" is one even where the tagger takes it for a noun. */
  boolean isAct(View view, int at) {
    var word = view.word(at);
    if (view.is(at, "VERB")) {
      return acts.contains(view.lemma(at)) || acts.contains(word) || acts.contains(stem(word));
    }
    if (!view.is(at, "NOUN") || !word.endsWith("ing") || !view.is(at - 1, "ADP", "ADV", "NOUN")) {
      return false;
    }
    return acts.contains(stem(word)) || acts.contains(stem(word) + "e");
  }

  /** "hitting" is "hit", "drowning" is "drown". */
  private static String stem(String word) {
    if (!word.endsWith("ing") || word.length() < 6) {
      return word;
    }
    var stem = word.substring(0, word.length() - 3);
    int last = stem.length() - 1;
    boolean doubled = stem.charAt(last) == stem.charAt(last - 1);
    return doubled ? stem.substring(0, last) : stem;
  }

  /** A verb that takes things from people: "confiscated the passports of …". */
  boolean isTaking(View view, int at) {
    return view.is(at, "VERB") && (takes.contains(view.lemma(at)) || isAct(view, at));
  }

  boolean isBelonging(View view, int at) {
    return isOneOf(view, at, belongings);
  }

  /** A verb that tells of harm only in the passive: "was held at Belut", "was denied water". */
  boolean isPassiveAct(View view, int at) {
    return view.is(at, "VERB")
        && (passiveActs.contains(view.lemma(at)) || passiveActs.contains(view.word(at)));
  }

  /** Whether words right behind show that "held" or "denied" is harm: "held incommunicado". */
  boolean isSign(View view, int at) {
    return view.in(at, signs);
  }

  /** A word by which a noun of harm is alleged: "reported", "unlawful". */
  boolean isMark(View view, int at) {
    return view.in(at, marks);
  }

  boolean isNoun(View view, int at) {
    return view.is(at, "NOUN") && (view.in(at, nouns) || nouns.contains(view.lemma(at)));
  }

  boolean isFigurative(View view, int at) {
    return figurative.contains(view.lemma(at)) || view.in(at, figurative);
  }

  boolean isSeeing(View view, int at) {
    boolean noun = view.is(at, "NOUN") && view.is(at - 1, "NOUN") && view.word(at).endsWith("s");
    return (noun || view.is(at, "VERB")) && sees.contains(view.lemma(at));
  }

  boolean isAccusing(View view, int at) {
    return view.in(at, accuse);
  }

  /** "with a stick" right behind: the blow is no figure of speech. */
  boolean isArmedWith(View view, int at) {
    for (int i = at; i < Math.min(view.size(), at + 12); i++) {
      if (weapons.contains(view.word(i)) || weapons.contains(view.lemma(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sentence tells of a game or an election. */
  boolean isContest(View view) {
    return view.words().stream().anyMatch(contests::contains);
  }

  /** "It is not true that", "denied that" in front. */
  boolean isDenied(View view, int at) {
    for (int i = 0; i < at; i++) {
      boolean two = denials.contains(view.word(i) + " " + view.word(i + 1));
      if (two || denials.contains(view.word(i))) {
        return true;
      }
    }
    return false;
  }

  boolean isPlace(View view, int at) {
    return view.in(at, places);
  }

  boolean isArmed(Party party) {
    return isOneOf(party.view(), party.head(), perpetrators);
  }

  boolean isPerpetrator(Party party) {
    return isArmed(party) || isName(party);
  }

  /** A person by a word or a name; "those who …" too. */
  boolean isVictim(Party party) {
    var view = party.view();
    boolean those = view.word(party.head()).equals("those") && view.word(party.to()).equals("who");
    return isOneOf(view, party.head(), victims) || isName(party) || isPerson(party) || those;
  }

  static boolean isPerson(Party party) {
    boolean one = party.to() - party.from() == 1;
    return one
        && switch (party.view().word(party.head())) {
          case "he", "she", "they", "him", "her", "them", "us", "we", "me", "i" -> true;
          default -> false;
        };
  }

  private static boolean isName(Party party) {
    var view = party.view();
    return view.is(party.head(), "PROPN") && view.isCapitalised(party.head());
  }

  private static boolean isOneOf(View view, int at, Set<String> words) {
    var word = view.word(at);
    boolean plural = word.endsWith("s") && words.contains(word.substring(0, word.length() - 1));
    return words.contains(word) || words.contains(view.lemma(at)) || plural;
  }

  /** Whether "would", "if" or a denial leave it open that a verb came about. */
  boolean isOpen(View view, int at) {
    if (isDenied(view, at) || Conditions.isConditional(view, at, unless)) {
      return true;
    }
    for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
      if (view.in(i, unless)) {
        return true;
      }
      if (!view.is(i, "AUX", "ADV", "PART")) {
        return false;
      }
    }
    return false;
  }
}
