package org.tamga.corroboration.genealogy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tamga.corroboration.wording.WordSections;
import org.tamga.corroboration.wording.Wording;

/** Finds names behind place words: "in Tolmar", "across the northern Esker province". */
final class PlaceFinder {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}’'-]+|[^\\s]");

  private final Set<String> before;
  private final Set<String> between;

  PlaceFinder(WordSections words) {
    this.before = words.words("place before");
    this.between = words.words("place between");
  }

  /** The places that a stretch of text names: as written, by the folded name. */
  Map<String, String> find(String stretch) {
    List<String> tokens = TOKEN.matcher(stretch).results().map(MatchResult::group).toList();
    Map<String, String> places = new LinkedHashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (before.contains(Wording.folded(tokens.get(i)))) {
        String place = name(tokens, i + 1);
        if (!place.isEmpty()) {
          places.putIfAbsent(folded(place), place);
        }
      }
    }
    return places;
  }

  private String name(List<String> tokens, int from) {
    int at = from;
    while (at < tokens.size()
        && between.contains(Wording.folded(tokens.get(at)))
        && !Character.isUpperCase(tokens.get(at).codePointAt(0))) {
      at++;
    }
    StringBuilder name = new StringBuilder();
    for (; at < tokens.size() && Character.isUpperCase(tokens.get(at).codePointAt(0)); at++) {
      name.append(name.isEmpty() ? "" : " ").append(tokens.get(at));
    }
    return name.toString();
  }

  private static String folded(String name) {
    return String.join(" ", Wording.foldedWords(name));
  }
}
