package org.tamga.eval;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Mention;

/** Whether two wordings name the same actor. */
final class Names {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Set<String> WEAK =
      Set.of(
          "the", "a", "an", "of", "and", "for", "in", "on", "to", "his", "her", "its", "their",
          "our", "my", "your", "mr", "mrs", "ms", "dr", "miss", "all");

  private Names() {}

  /** Whether all telling words of the shorter stand in the longer; gold gives alternatives. */
  static boolean same(String gold, @Nullable Mention found) {
    return found != null && same(gold, found.name());
  }

  static boolean same(String gold, String found) {
    Set<String> mine = telling(found);
    for (String alternative : gold.split("\\|", -1)) {
      Set<String> theirs = telling(alternative);
      if (!theirs.isEmpty() && (theirs.containsAll(mine) || mine.containsAll(theirs))) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of these is named; a dash among the alternatives allows that nobody is. */
  static boolean anySame(String gold, Collection<Mention> found) {
    return found.stream().anyMatch(mention -> same(gold, mention))
        || (found.isEmpty() && List.of(gold.split("\\|", -1)).contains("-"));
  }

  static boolean eachSame(List<String> gold, Collection<Mention> found) {
    return gold.stream().allMatch(name -> anySame(name, found));
  }

  private static Set<String> telling(String name) {
    Set<String> all = new LinkedHashSet<>();
    Matcher words = WORD.matcher(name.toLowerCase(Locale.ROOT).replaceAll("['’]s\\b", ""));
    while (words.find()) {
      all.add(words.group());
    }
    Set<String> telling = new LinkedHashSet<>(all);
    telling.removeAll(WEAK);
    return telling.isEmpty() ? all : telling;
  }
}
