package org.tamga.extraction.claim;

import java.util.Set;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.View;

/** Tells verbs in their base form from nouns, also where the tagger is unsure. */
final class BaseForms {
  private final Set<String> acts;

  BaseForms(Lexicon demands) {
    acts = demands.words("act");
  }

  /** Behind "to" a base form is a verb, whatever the tagger makes of it. */
  boolean isVerbAfterTo(View view, int at) {
    if (view.is(at, "VERB", "AUX")) {
      return !isGerund(view.word(at));
    }
    return view.in(at, acts) || (isLower(view, at) && view.is(at, "ADJ") && isObject(view, at + 1));
  }

  boolean isAct(View view, int at) {
    return view.in(at, acts);
  }

  /** "singing", but not "sing". */
  private static boolean isGerund(String word) {
    return word.endsWith("ing") && word.substring(0, word.length() - 3).matches(".*[aeiouy].*");
  }

  static boolean isLower(View view, int at) {
    return at < view.size() && !view.isCapitalised(at);
  }

  private static boolean isObject(View view, int at) {
    return view.is(at, "DET", "PROPN", "PRON");
  }

  /** A verb in its base form that is no noun here: "and facilitate contact", not "and contact". */
  boolean isBareVerb(View view, int at) {
    boolean base = view.lemma(at).equals(view.word(at)) || view.in(at, acts);
    if (!base || isGerund(view.word(at))) {
      return false;
    }
    if (view.is(at, "VERB") || (view.is(at, "AUX") && view.word(at).equals("be"))) {
      return true;
    }
    boolean particle =
        view.is(at + 1, "ADP")
            && (view.word(at + 1).equals("for") || view.word(at + 1).equals("on"));
    return view.in(at, acts)
        && (isObject(view, at + 1) || (view.word(at).equals("call") && particle));
  }
}
