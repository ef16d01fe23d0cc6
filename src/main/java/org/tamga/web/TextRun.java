package org.tamga.web;

import java.util.List;

/**
 * A stretch of a document's text throughout which the same annotations hold.
 *
 * @param anchors of the annotations whose words begin here
 * @param text the words
 * @param marks the types of the annotations that hold here, as style classes; empty for none
 * @param references to the notes of the annotations whose words end here
 */
public record TextRun(List<String> anchors, String text, String marks, List<Reference> references) {
  public TextRun {
    anchors = List.copyOf(anchors);
    references = List.copyOf(references);
  }

  /**
   * The way from the words to the note about them.
   *
   * @param number of the note
   * @param anchor of the note
   * @param type of the annotation
   */
  public record Reference(int number, String anchor, String type) {}
}
