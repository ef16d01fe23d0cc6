package org.tamga.corroboration.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tamga.corroboration.wording.NameMatch;
import org.tamga.corroboration.wording.WordSections;
import org.tamga.corroboration.wording.Wording;

/** The words by which events are compared. */
final class EventWords {
  private final Wording wording = Wording.english();
  private final Map<String, String> families;
  private final Map<String, String> things;
  private final NameMatch names;

  EventWords() {
    WordSections words = WordSections.read("en/events.txt");
    families = words.meanings("family");
    things = words.meanings("thing");
    names = new NameMatch(words.words("weak in names"));
  }

  /** The family of a kind; a kind that no list knows is a family by itself. */
  String family(String kind) {
    String folded = kind.toLowerCase(Locale.ROOT).strip();
    return families.getOrDefault(folded, folded);
  }

  /** Whether a wording is the thing itself: "the letter", "the coalition's letter". */
  boolean isThing(String wording, String family) {
    List<String> words = Wording.foldedWords(wording);
    return !words.isEmpty() && family.equals(things.get(words.getLast()));
  }

  /** Whether a wording is any such thing. */
  boolean isAnyThing(String wording) {
    List<String> words = Wording.foldedWords(wording);
    return !words.isEmpty() && things.containsKey(words.getLast());
  }

  Set<String> telling(String phrase) {
    return wording.telling(phrase);
  }

  /** The number that a wording of people begins with: "five organisations"; 0 for none. */
  int number(String wordingOfPeople) {
    List<String> words = Wording.foldedWords(wordingOfPeople);
    return words.size() < 2 ? 0 : wording.number(words.getFirst());
  }

  boolean same(String one, String other) {
    return names.same(one, other);
  }

  /** Whether one of two descriptions is a shorter form of the other: "the organisations". */
  boolean isSameParty(String one, String other) {
    if (same(one, other)) {
      return true;
    }
    List<String> mine = Wording.foldedWords(one);
    List<String> theirs = Wording.foldedWords(other);
    return !mine.isEmpty()
        && !theirs.isEmpty()
        && !NameMatch.isName(one)
        && !NameMatch.isName(other)
        && mine.getLast().equals(theirs.getLast());
  }

  /** The names in a list by which others may be found: their last telling word. */
  Set<String> keys(List<String> wordings) {
    Set<String> keys = new LinkedHashSet<>();
    for (String one : wordings) {
      List<String> words = Wording.foldedWords(one);
      if (!words.isEmpty()) {
        keys.add(Wording.stem(words.getLast()));
      }
    }
    return keys;
  }
}
