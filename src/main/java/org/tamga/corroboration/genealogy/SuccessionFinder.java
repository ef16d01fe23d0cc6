package org.tamga.corroboration.genealogy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.corroboration.document.Vicinity;
import org.tamga.corroboration.wording.WordSections;
import org.tamga.corroboration.wording.Wording;
import org.tamga.text.Span;

/**
 * Finds where a sentence says that one number takes the place of another: "previously thought to be
 * 300, could be as many as 500", "500, up from 300", "risen to 500 from 300".
 */
final class SuccessionFinder {
  /** How many words before a number may speak of it. */
  private static final int REACH = 8;

  /** Directly before a number that is told behind another. */
  private static final int NEAR = 4;

  private final Set<String> earlier;
  private final Set<String> later;
  private final Set<String> behind;

  SuccessionFinder(WordSections words) {
    this.earlier = words.words("earlier");
    this.later = words.words("later");
    this.behind = words.words("behind");
  }

  /**
   * Which of two figures takes the other's place.
   *
   * @param isSecond whether it is the second in the text
   * @param cue the words that say so
   */
  record Succession(boolean isSecond, String cue) {}

  /** What the text says of two figures of one document; null where it says nothing. */
  @Nullable Succession find(CitedText text, FigurePoint first, FigurePoint second) {
    Span one = first.figure().target().span();
    Span other = second.figure().target().span();
    Span sentence = new Vicinity(text).sentence(one);
    if (!sentence.contains(other) || one.end() > other.start()) {
      return null;
    }
    String before = text.at(new Span(sentence.start(), one.start()));
    String between = text.at(new Span(/* start= */ one.end(), /* end= */ other.start()));
    String back = cue(between, NEAR, earlier);
    if (back != null) {
      return new Succession(false, back);
    }
    String risen = cue(before, NEAR, later);
    if (risen != null && cue(between, 1, behind) != null) {
      return new Succession(false, risen);
    }
    String ahead = cue(before, REACH, earlier);
    if (ahead == null) {
      ahead = cue(between, REACH, later);
    }
    return ahead == null ? null : new Succession(true, ahead);
  }

  /** A cue among the last words of a stretch, or null. */
  private static @Nullable String cue(String stretch, int words, Set<String> cues) {
    List<String> all = Wording.foldedWords(stretch);
    List<String> last = all.subList(Math.max(0, all.size() - words), all.size());
    String near = " " + String.join(" ", last) + " ";
    return cues.stream().filter(cue -> near.contains(" " + cue + " ")).findFirst().orElse(null);
  }
}
