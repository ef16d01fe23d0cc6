package org.tamga.web;

import java.util.List;

/**
 * One document: its text with what was found in it.
 *
 * @param frame around it
 * @param head what is known of it
 * @param warnings what a person should know before opening the original
 * @param pictures numbers of the pages of which pictures are shown
 * @param blocks its text; empty where it was not read
 * @param groups what was found, by type
 * @param lost decisions about words that are not in the text any more
 * @param acquisitions each time that it came in
 * @param cutAt how many characters are shown where the text is longer; 0 where all of it is shown
 */
public record DocumentPage(
    Frame frame,
    DocumentHead head,
    List<String> warnings,
    List<Integer> pictures,
    List<TextBlock> blocks,
    List<Group> groups,
    List<Lost> lost,
    List<List<LabelledText>> acquisitions,
    int cutAt) {
  public DocumentPage {
    warnings = List.copyOf(warnings);
    pictures = List.copyOf(pictures);
    blocks = List.copyOf(blocks);
    groups = List.copyOf(groups);
    lost = List.copyOf(lost);
    acquisitions = List.copyOf(acquisitions);
  }

  /**
   * All annotations of one type.
   *
   * @param type the word for it
   * @param title the word for many of it
   * @param notes the annotations in the order of the text
   */
  public record Group(String type, String title, List<Note> notes) {
    public Group {
      notes = List.copyOf(notes);
    }
  }
}
