package org.tamga.web.corroboration;

import java.util.List;
import org.tamga.web.Frame;
import org.tamga.web.PageTurn;

/**
 * A list of events, genealogies or echoes.
 *
 * @param frame around it
 * @param heading of the page
 * @param lead what the list shows, in a sentence
 * @param rows of this page
 * @param turn the way to the other pages
 * @param address of the list
 */
public record GroupListPage(
    Frame frame, String heading, String lead, List<Row> rows, PageTurn turn, String address) {
  public GroupListPage {
    rows = List.copyOf(rows);
  }

  /**
   * One of them.
   *
   * @param address of its page
   * @param title in a few words
   * @param facets what else is known of it, each in a few words
   */
  public record Row(String address, String title, List<String> facets) {
    public Row {
      facets = List.copyOf(facets);
    }
  }
}
