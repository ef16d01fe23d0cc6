package org.tamga.extraction.claim;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Position.Stance;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Conditions;
import org.tamga.extraction.phrase.View;

/** Which side a verb takes. */
final class Stances {
  private final Map<String, Stance> verbs = new HashMap<>();
  private final Map<String, Stance> documentVerbs = new HashMap<>();
  private final Map<String, String> phrases;
  private final Map<String, String> forms;
  private final Map<String, Stance> says = new HashMap<>();
  private final Set<String> unless;

  Stances(Lexicon lexicon) {
    spread(lexicon.section("verb"), verbs);
    spread(lexicon.section("document verb"), documentVerbs);
    spread(lexicon.section("says"), says);
    phrases = lexicon.section("phrase");
    forms = lexicon.section("form");
    unless = lexicon.words("unless");
  }

  private static void spread(Map<String, String> section, Map<String, Stance> into) {
    section.forEach(
        (forms, side) -> {
          for (var form : forms.split("\\|", -1)) {
            into.put(form, stance(side));
          }
        });
  }

  static Stance stance(String side) {
    return Stance.valueOf(side.toUpperCase(Locale.ROOT));
  }

  /**
   * A verb that takes a side.
   *
   * @param stance the side
   * @param next the word behind the verb and its particles
   * @param needsDocument whether it takes a side only with a document behind it
   */
  record Side(Stance stance, int next, boolean needsDocument) {}

  /** The side that the word at a place takes as a verb, or null. */
  @Nullable Side side(View view, int at) {
    var base = forms.get(view.word(at));
    if (base != null) {
      var phrase = phrase(view, at, base);
      return phrase != null || !phrases.containsKey(base)
          ? phrase
          : new Side(stance(phrases.getOrDefault(base, "")), at + 1, false);
    }
    var stance = verbs.get(view.word(at));
    if (stance != null) {
      return isVerb(view, at) ? new Side(stance, at + 1, false) : null;
    }
    var document = documentVerbs.get(view.word(at));
    return document == null || !isVerb(view, at) ? null : new Side(document, at + 1, true);
  }

  private @Nullable Side phrase(View view, int at, String base) {
    for (int length = 3; length > 0; length--) {
      var words = new StringBuilder(base);
      for (int i = 1; i <= length; i++) {
        words.append(' ').append(view.word(at + i));
      }
      var side = phrases.get(words.toString());
      if (side != null) {
        return new Side(stance(side), at + length + 1, false);
      }
    }
    return null;
  }

  private static boolean isVerb(View view, int at) {
    boolean noun =
        view.is(at, "NOUN") && view.is(at - 1, "NOUN", "PROPN") && view.is(at + 1, "DET", "PRON");
    return noun || (view.is(at, "VERB") && !view.is(at - 1, "DET"));
  }

  /** What a document does: "a statement that condemned …", "praising …"; null otherwise. */
  @Nullable Stance says(View view, int at) {
    return says.get(view.word(at));
  }

  /** Whether words before the verb say that the side was not, or is not yet, taken. */
  boolean isOpen(View view, int at) {
    boolean base = view.lemma(at).equals(view.word(at));
    if (base && !view.is(at - 1, "NOUN", "PROPN", "PRON", "ADV", "CCONJ") && at > 0) {
      return true;
    }
    return isUntaken(view, at);
  }

  /** Whether "not", "would", "if" or a question leave it open that a verb came about. */
  boolean isUntaken(View view, int at) {
    if (Conditions.isConditional(view, at, unless)
        || view.words().subList(at, view.size()).contains("?")) {
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
}
