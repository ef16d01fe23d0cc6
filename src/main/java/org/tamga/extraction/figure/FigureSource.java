package org.tamga.extraction.figure;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Mention;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Names;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.Pronouns;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;

/**
 * Says who gives a number, by the words of its own sentence: "according to the office", "the clinic
 * counted 40", "the union's estimate of 300". Where two may have given it, nobody.
 */
final class FigureSource {
  /** How far in front of a number the verb that gives it may stand, in words. */
  private static final int REACH = 24;

  private final PartyReader parties;
  private final SubjectFinder subjects;
  private final Pronouns pronouns;
  private final @Nullable String publisher;
  private final Words words;

  /** The words by which numbers are given. */
  record Words(Set<String> gives, Set<String> estimates, Set<String> sources, Set<String> things) {
    static Words of(Lexicon lexicon) {
      return new Words(
          lexicon.words("gives"),
          lexicon.words("estimate"),
          lexicon.words("according"),
          lexicon.words("no giver"));
    }
  }

  FigureSource(DocumentContext context, Words words, PartyReader parties, SubjectFinder subjects) {
    this.words = words;
    this.parties = parties;
    this.subjects = subjects;
    pronouns = new Pronouns(context, new Names(context), subjects);
    publisher = context.known().publisher();
  }

  /** Who gives the number at words {@code from} up to {@code to}, exclusive; null where open. */
  @Nullable Mention of(View view, int from, int to) {
    var party = given(view, from);
    party = party == null ? cited(view, to) : party;
    party = party == null ? estimated(view, from) : party;
    party = party == null ? according(view, from, to) : party;
    if (party == null) {
      return null;
    }
    var found = pronouns.of(List.of(party));
    if (found.size() == 1) {
      return found.getFirst();
    }
    boolean we = found.isEmpty() && view.word(party.head()).equals("we");
    return we && publisher != null && !publisher.isBlank() && !isInsideQuotation(view, party)
        ? pronouns.publisher(party, publisher)
        : null;
  }

  private boolean isInsideQuotation(View view, Party party) {
    return pronouns.isQuoted(party.span()) || view.size() == 0;
  }

  /** "Organisers said at least 60 …", "The mayor put the number at 11". */
  private @Nullable Party given(View view, int from) {
    for (int i = from - 1; i >= Math.max(0, from - REACH); i--) {
      var word = view.word(i);
      if (word.equals(";") || word.equals("”") || word.equals("\"")) {
        return null;
      }
      boolean gives = view.is(i, "VERB") && words.gives().contains(view.lemma(i));
      if (!gives || word.endsWith("ing") || isPassive(view, i)) {
        continue;
      }
      var by = subjects.subject(view, i);
      return by.size() == 1 && isGiver(by.getFirst()) && !isNegated(view, i) ? by.getFirst() : null;
    }
    return null;
  }

  private static boolean isPassive(View view, int at) {
    int i = at - 1;
    while (view.is(i, "ADV")) {
      i--;
    }
    return view.lemma(i).equals("be");
  }

  private static boolean isNegated(View view, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
      var word = view.word(i);
      if (word.equals("not") || word.equals("n't") || word.equals("never")) {
        return true;
      }
    }
    return false;
  }

  private boolean isGiver(Party party) {
    var word = party.view().word(party.head());
    return !words.things().contains(word) && !party.view().is(party.head(), "NUM");
  }

  /** "the 70,000 that the office had cited". */
  private @Nullable Party cited(View view, int to) {
    if (!view.word(to).equals("that") && !view.word(to).equals("which")) {
      return null;
    }
    var read = parties.forward(view, to + 1);
    int verb = read.end();
    while (view.is(verb, "AUX", "ADV") || view.word(verb).equals("once")) {
      verb++;
    }
    boolean gives = view.is(verb, "VERB") && words.gives().contains(view.lemma(verb));
    return gives && read.parties().size() == 1 ? read.parties().getFirst() : null;
  }

  /** "the union's earlier estimate of 300 deaths". */
  private @Nullable Party estimated(View view, int from) {
    if (!view.word(from - 1).equals("of") || !words.estimates().contains(view.word(from - 2))) {
      return null;
    }
    int first = from - 2;
    while (view.is(first - 1, "ADJ", "ADV")) {
      first--;
    }
    if (!view.word(first - 1).equals("'s") && !view.word(first - 1).equals("'")) {
      return null;
    }
    var owner = parties.backward(view, first - 1);
    return owner.size() == 1 ? owner.getFirst() : null;
  }

  /** "According to the clinic, …", "…, according to relatives". */
  private @Nullable Party according(View view, int from, int to) {
    Party found = null;
    for (int i = 0; i + 2 < view.size(); i++) {
      boolean according =
          words.sources().contains(view.word(i) + " " + view.word(i + 1))
              && (i >= to || i == 0 || view.is(i - 1, "PUNCT", "CCONJ", "SCONJ", "PRON", "ADV"));
      if (!according || (i < from && hasStop(view, i, from))) {
        continue;
      }
      var read = parties.forward(view, i + 2);
      if (found != null || read.parties().size() != 1) {
        return null;
      }
      found = read.parties().getFirst();
    }
    return found;
  }

  private static boolean hasStop(View view, int from, int to) {
    return view.words().subList(from, to).contains(";");
  }
}
