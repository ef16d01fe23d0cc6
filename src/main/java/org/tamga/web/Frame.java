package org.tamga.web;

/**
 * What stands around every page.
 *
 * @param title of the page
 * @param archive name of the archive's log; empty where no archive could be opened
 * @param behind how many events of the log the record does not know of yet
 * @param isShared whether others than the keeper can reach the pages
 */
public record Frame(String title, String archive, long behind, boolean isShared) {
  /** The frame of a page about this archive. */
  public static Frame of(String title, Shelf shelf) {
    return new Frame(
        title, shelf.view().origin(), shelf.behind(), shelf.audience() == Audience.OTHERS);
  }
}
