package org.tamga.extraction.phrase;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.text.Span;

/**
 * A sentence with its words in lower case, for rules that compare words.
 *
 * @param sentence the sentence
 * @param words its words in lower case, curly apostrophes straightened
 * @param tags the tags of its words, mended where the words around leave no doubt
 */
public record View(Sentence sentence, List<String> words, List<String> tags) {
  public View {
    words = List.copyOf(words);
    tags = List.copyOf(tags);
  }

  /** Prepares a sentence. */
  public static View of(Sentence sentence) {
    var words =
        sentence.tokens().stream()
            .map(token -> token.text().toLowerCase(Locale.ROOT).replace('’', '\''))
            .toList();
    return new View(sentence, words, MendedTags.of(sentence.tokens(), words));
  }

  /** How many words and marks it has. */
  public int size() {
    return words.size();
  }

  /** The token at a place. */
  public Token token(int at) {
    return sentence.tokens().get(at);
  }

  /** The word at a place in lower case; empty outside the sentence. */
  public String word(int at) {
    return at >= 0 && at < words.size() ? words.get(at) : "";
  }

  /** The tag at a place; empty outside the sentence. */
  public String tag(int at) {
    return at >= 0 && at < words.size() ? tags.get(at) : "";
  }

  /** The base form at a place; empty outside the sentence. */
  public String lemma(int at) {
    return at >= 0 && at < words.size() ? token(at).lemma() : "";
  }

  /** Whether the tag at a place is one of these. */
  public boolean is(int at, String... tags) {
    var tag = tag(at);
    for (var wanted : tags) {
      // "won't" is one word to the tagger, AUX+PART.
      if (tag.equals(wanted) || (wanted.equals("AUX") && tag.startsWith("AUX+"))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word at a place is one of these. */
  public boolean in(int at, Set<String> any) {
    return at >= 0 && at < words.size() && any.contains(words.get(at));
  }

  /** Whether the word at a place begins with a capital. */
  public boolean isCapitalised(int at) {
    return at >= 0 && at < words.size() && token(at).isCapitalised();
  }

  /** The place of words {@code from} up to {@code to}, exclusive, in code points. */
  public Span span(int from, int to) {
    return new Span(token(from).span().start(), token(to - 1).span().end());
  }
}
