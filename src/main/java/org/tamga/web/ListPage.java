package org.tamga.web;

import java.util.List;

/**
 * One page of the list of documents.
 *
 * @param frame around it
 * @param documents those on this page
 * @param hidden how many documents of this page may not be shown here
 * @param total how many there are in all
 * @param turn the way to the other pages
 */
public record ListPage(
    Frame frame, List<DocumentHead> documents, int hidden, long total, PageTurn turn) {
  public ListPage {
    documents = List.copyOf(documents);
  }
}
