package org.tamga.web.corroboration;

import java.util.List;
import org.tamga.web.Frame;
import org.tamga.web.LabelledText;

/**
 * One event, genealogy or echo.
 *
 * @param frame around it
 * @param listAddress of the list that it is in
 * @param list name of that list
 * @param heading what it is
 * @param facets what is known of it as a whole
 * @param picture SVG that the program drew; every text in it is escaped
 * @param sections what the documents say
 * @param decisions what people decided about it
 */
public record GroupPage(
    Frame frame,
    String listAddress,
    String list,
    String heading,
    List<LabelledText> facets,
    String picture,
    List<Section> sections,
    List<String> decisions) {
  public GroupPage {
    facets = List.copyOf(facets);
    sections = List.copyOf(sections);
    decisions = List.copyOf(decisions);
  }

  /**
   * Things of one sort.
   *
   * @param title of the section
   */
  public record Section(String title, List<Item> items) {
    public Section {
      items = List.copyOf(items);
    }
  }

  /**
   * One thing that a document says, or that is said of documents.
   *
   * @param heading in a few words
   * @param address of the words in their document's page; empty where there are none
   * @param words the exact words; empty where there are none
   * @param lines what else is known of it
   */
  public record Item(String heading, String address, String words, List<LabelledText> lines) {
    public Item {
      lines = List.copyOf(lines);
    }
  }
}
