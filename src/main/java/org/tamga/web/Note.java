package org.tamga.web;

import java.util.List;

/**
 * One annotation as it is listed beside the text.
 *
 * @param number its place among the annotations of the document, from 1
 * @param key what its anchors in the page end in; stays the same as long as the annotation does
 * @param type statement, demand, figure, …
 * @param chip what must not be overlooked, such as "denied"; empty for most
 * @param heading who or how many or when, in a few words
 * @param words the exact words, shortened where they are very long
 * @param lines what else is known of it
 * @param known how it is known: by which step of the program, in which version
 * @param status what people's decisions come to; empty where there are none
 * @param decisions what people decided about it
 * @param isRejected whether people found it wrong, and none of them right
 */
public record Note(
    int number,
    String key,
    String type,
    String chip,
    String heading,
    String words,
    List<LabelledText> lines,
    String known,
    String status,
    List<String> decisions,
    boolean isRejected) {
  public Note {
    lines = List.copyOf(lines);
    decisions = List.copyOf(decisions);
  }

  /** Anchor of the words in the text. */
  public String textAnchor() {
    return "a-" + key;
  }

  /** Anchor of the note in the list. */
  public String noteAnchor() {
    return "n-" + key;
  }
}
