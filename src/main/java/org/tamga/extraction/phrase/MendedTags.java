package org.tamga.extraction.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.lexicon.Lexicon;

/**
 * Tags of words, mended where the words around leave no doubt: behind "should" stands a verb,
 * behind "to" no verb ends in "-s".
 */
final class MendedTags {
  private static final Set<String> MODALS = Lexicon.read("en/clauses.txt").words("modal");
  private static final Set<String> OWN = Lexicon.read("en/clauses.txt").words("possessive");
  private static final Set<String> TITLES = Lexicon.read("en/letters.txt").words("title");

  private MendedTags() {}

  static List<String> of(List<Token> tokens, List<String> words) {
    var tags = new ArrayList<String>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      tags.add(mended(tokens, words, tags, i));
    }
    return tags;
  }

  private static String mended(
      List<Token> tokens, List<String> words, List<String> before, int at) {
    var token = tokens.get(at);
    var tag = token.tag();
    var word = words.get(at);
    var previous = at > 0 ? words.get(at - 1) : "";
    var next = at + 1 < tokens.size() ? tokens.get(at + 1).tag() : "PUNCT";
    boolean lower = !token.isCapitalised();
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
    return switch (tag) {
      case "VERB" -> {
        boolean title = !lower && TITLES.contains(word) && next.equals("PROPN");
        boolean noun = lower && plural && previous.equals("to") && !token.lemma().equals(word);
        yield title ? "PROPN" : noun ? "NOUN" : tag;
      }
      case "ADJ", "NOUN" -> {
        boolean infinitive = previous.equals("to") && before.get(at - 1).equals("PART");
        boolean verb = tag.equals("NOUN") && infinitive && !plural && token.lemma().equals(word);
        if (lower && (verb || isBehindModal(words, before, at))) {
          yield "VERB";
        }
        if (at + 2 < words.size()
            && words.get(at + 1).equals("-")
            && tokens.get(at + 2).is("NUM")) {
          // "Thirty-one": one number.
          yield "NUM";
        }
        boolean head = at > 0 && before.get(at - 1).equals("DET") && isFinite(next);
        yield tag.equals("ADJ") && head ? "NOUN" : tag;
      }
      case "AUX" -> {
        boolean name =
            !lower && at > 0 && next.equals("PROPN") && tokens.get(at - 1).isCapitalised();
        yield name ? "PROPN" : OWN.contains(previous) ? "NOUN" : tag;
      }
      case "PRON" -> word.endsWith("ly") && word.length() > 4 ? "ADV" : tag;
      default -> tag;
    };
  }

  private static boolean isFinite(String tag) {
    return tag.equals("AUX") || tag.equals("VERB");
  }

  /** "should not source": a verb, whatever it looks like. */
  private static boolean isBehindModal(List<String> words, List<String> before, int at) {
    int i = at - 1;
    while (i > 0 && (words.get(i).equals("not") || words.get(i).equals("n't"))) {
      i--;
    }
    boolean modal = i >= 0 && MODALS.contains(words.get(i)) && before.get(i).startsWith("AUX");
    return modal && (i == 0 || !before.get(i - 1).equals("DET"));
  }
}
