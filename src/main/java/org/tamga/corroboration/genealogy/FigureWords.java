package org.tamga.corroboration.genealogy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.corroboration.wording.WordSections;
import org.tamga.corroboration.wording.Wording;

/** Reads the wording of what is counted and in what respect. */
final class FigureWords {
  private final Wording wording;
  private final Map<String, String> measures;
  private final Set<String> lasting;
  private final Set<String> broad;
  private final Set<String> anaphors;
  private final Map<String, String> anybody;
  private final Set<String> aside;
  private final Set<String> units;
  private final Set<String> joiners;

  FigureWords(Wording wording, WordSections words) {
    this.wording = wording;
    this.measures = words.meanings("measure");
    this.lasting = words.words("lasting");
    this.broad = words.words("broad");
    this.anaphors = words.words("anaphor");
    this.anybody = words.meanings("anybody");
    this.aside = words.words("aside");
    this.units = words.words("unit");
    this.joiners = words.words("joiner");
  }

  /**
   * The measure that a figure's wordings tell; null where they tell none.
   *
   * @param measure in what respect, as the text says it
   * @param of what is counted, as the text says it
   */
  @Nullable String measure(@Nullable String measure, @Nullable String of) {
    if (measure != null) {
      String told = null;
      List<String> words = Wording.foldedWords(measure);
      for (String word : words) {
        told = measures.getOrDefault(word, told);
      }
      if (told == null) {
        // A respect that no list knows is one by its own words.
        told = String.join(" ", wording.telling(measure));
      }
      return told.isEmpty() ? null : told;
    }
    List<String> words = of == null ? List.of() : Wording.foldedWords(of);
    return words.isEmpty() ? null : measures.get(words.getLast());
  }

  /** Whether a measure goes on, so that its number changes and is still one figure. */
  boolean isLasting(String measure) {
    return lasting.contains(measure);
  }

  /** Whether a share or a sum of money is told, and no number of people or things. */
  boolean isUnit(@Nullable String of) {
    List<String> words = of == null ? List.of() : Wording.foldedWords(of);
    return !words.isEmpty() && units.contains(words.getFirst());
  }

  /** Who or what is counted. */
  Population population(@Nullable String of) {
    if (of == null) {
      return Population.UNNAMED;
    }
    List<Population.Group> groups = new ArrayList<>();
    List<String> run = new ArrayList<>();
    boolean isMeant = false;
    for (String word : Wording.words(of)) {
      String folded = Wording.folded(word);
      isMeant |= anaphors.contains(folded);
      if (joiners.contains(folded)) {
        add(groups, run);
        run.clear();
      } else if (isTelling(folded)) {
        run.add(word);
      }
    }
    add(groups, run);
    return groups.isEmpty() || isMeant ? Population.UNNAMED : Population.of(of, groups);
  }

  private boolean isTelling(String folded) {
    return !folded.isEmpty()
        && !wording.isFunction(folded)
        && !aside.contains(folded)
        && !measures.containsKey(folded);
  }

  private void add(List<Population.Group> groups, List<String> run) {
    if (run.isEmpty()) {
      return;
    }
    Set<String> heads = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    for (String word : run) {
      String folded = Wording.folded(word);
      if (Character.isUpperCase(word.codePointAt(0)) && !broad.contains(folded)) {
        names.add(Wording.stem(folded));
      }
    }
    String last = Wording.folded(run.getLast());
    String head = anybody.getOrDefault(last, last);
    boolean isNobody = anybody.containsKey(last);
    if (!isNobody || names.isEmpty()) {
      heads.add(Wording.stem(head));
    }
    // "Tolmar people" and "Tolmar Muslims" are named by the name too; "Tolmar women" are not.
    if (isNobody || Character.isUpperCase(run.getLast().codePointAt(0))) {
      heads.addAll(names);
    }
    groups.add(new Population.Group(heads, names));
  }

  /** The stems of what a sentence tells of the occasion, besides the figure itself. */
  Set<String> occasion(String sentence, Set<String> besides) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : Wording.foldedWords(sentence)) {
      String stem = Wording.stem(word);
      boolean isNumber = Character.isDigit(word.codePointAt(0));
      if (isTelling(word) && !isNumber && !besides.contains(stem) && !anybody.containsKey(word)) {
        words.add(stem);
      }
    }
    return words;
  }
}
