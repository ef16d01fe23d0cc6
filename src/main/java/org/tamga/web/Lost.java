package org.tamga.web;

import java.util.List;

/**
 * Decisions of people about words that are not in the text as it is read now.
 *
 * @param type statement, demand, figure, …
 * @param heading who or how many or when, in a few words
 * @param words the exact words as they were; empty where that is not known
 * @param decisions what people decided
 */
public record Lost(String type, String heading, String words, List<String> decisions) {
  public Lost {
    decisions = List.copyOf(decisions);
  }
}
