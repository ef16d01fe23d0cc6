package org.tamga.cli.corroboration;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tamga.corroboration.wording.Wording;

/**
 * What somebody asked for: words that must all be there, or the first digits of a member's id.
 *
 * @param words folded and cut
 * @param digits of an id; empty where it is none
 */
record Asked(Set<String> words, String digits) {
  private static final int FEWEST_DIGITS = 6;

  static Asked of(List<String> typed) {
    Set<String> words =
        typed.stream()
            .flatMap(one -> Wording.foldedWords(one).stream())
            .map(Wording::stem)
            .collect(Collectors.toCollection(TreeSet::new));
    String one = typed.size() == 1 ? typed.getFirst().toLowerCase(Locale.ROOT) : "";
    String digits = one.startsWith("sha256:") ? one.substring("sha256:".length()) : one;
    boolean isId = digits.matches("[0-9a-f]{" + FEWEST_DIGITS + ",64}");
    return new Asked(words, isId ? "sha256:" + digits : "");
  }

  boolean fits(Collection<String> ids, Collection<String> texts) {
    if (!digits.isEmpty() && ids.stream().anyMatch(id -> id.startsWith(digits))) {
      return true;
    }
    Set<String> there = new TreeSet<>();
    for (String text : texts) {
      Wording.foldedWords(text).forEach(word -> there.add(Wording.stem(word)));
    }
    return there.containsAll(words);
  }
}
