package org.tamga.corroboration.wording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether two wordings name the same: the same words, the last words of the longer one, or its
 * initials.
 *
 * <p>It compares what documents write and says nothing of who somebody is. "Reld" is "Anso Reld";
 * "Mira Reld" is not.
 */
public final class NameMatch {
  private final Set<String> weak;

  /** Names come again and again, and each is taken apart once. */
  private final Map<String, Name> known = new HashMap<>();

  /**
   * A wording, taken apart.
   *
   * @param words folded, without an article at the beginning
   * @param isName whether it is written as a name
   * @param initials of the words that are written as names; empty for fewer than two
   */
  private record Name(List<String> words, boolean isName, String initials) {}

  /** Takes the words that by themselves name nobody. */
  public NameMatch(Set<String> weak) {
    this.weak = weak;
  }

  private Name name(String wording) {
    return known.computeIfAbsent(
        wording, one -> new Name(without(Wording.foldedWords(one)), isName(one), initials(one)));
  }

  /** Whether a wording is a name and not a description: its last word is written as one. */
  public static boolean isName(String wording) {
    List<String> words = Wording.words(wording);
    return !words.isEmpty() && Character.isUpperCase(words.getLast().codePointAt(0));
  }

  /** Whether two wordings name the same. */
  public boolean same(String one, String other) {
    Name mine = name(one);
    Name theirs = name(other);
    if (mine.words().isEmpty() || theirs.words().isEmpty()) {
      return false;
    }
    if (mine.words().equals(theirs.words())) {
      return true;
    }
    return mine.isName()
        && theirs.isName()
        && (mine.words().size() < theirs.words().size()
            ? isShort(mine, theirs)
            : isShort(theirs, mine));
  }

  private static List<String> without(List<String> words) {
    return words.size() > 1 && words.getFirst().equals("the")
        ? words.subList(1, words.size())
        : words;
  }

  private boolean isShort(Name few, Name many) {
    int missing = many.words().size() - few.words().size();
    if (missing == 0) {
      return false;
    }
    if (few.words().size() == 1 && few.words().getFirst().equals(many.initials())) {
      return true;
    }
    List<String> last = many.words().subList(missing, many.words().size());
    return last.equals(few.words()) && !weak.containsAll(few.words());
  }

  /** The first letters of the words that are written as names. */
  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : Wording.words(name)) {
      if (Character.isUpperCase(word.codePointAt(0))) {
        initials.appendCodePoint(Wording.folded(word).codePointAt(0));
      }
    }
    return initials.length() < 2 ? "" : initials.toString();
  }
}
