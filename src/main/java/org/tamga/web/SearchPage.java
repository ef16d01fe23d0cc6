package org.tamga.web;

import java.util.List;

/**
 * What was looked for and what was found.
 *
 * @param frame around it
 * @param query what the person typed; empty before they did
 * @param answers the documents found, as far as they may be shown
 * @param total how many documents hold the words
 * @param problem why nothing, or not everything, could be looked for; empty where it could
 * @param turn the way to the other pages
 */
public record SearchPage(
    Frame frame, String query, List<Answer> answers, long total, String problem, PageTurn turn) {
  public SearchPage {
    answers = List.copyOf(answers);
  }

  /**
   * A document that was found.
   *
   * @param head what is known of it
   * @param snippets some of its words around what was looked for
   */
  public record Answer(DocumentHead head, List<Snippet> snippets) {
    public Answer {
      snippets = List.copyOf(snippets);
    }
  }

  /**
   * A stretch of a document's text.
   *
   * @param pieces its words, cut where what was looked for begins and ends
   */
  public record Snippet(List<Piece> pieces) {
    public Snippet {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * A piece of a snippet.
   *
   * @param text its words
   * @param isMatch whether they are what was looked for
   */
  public record Piece(String text, boolean isMatch) {}

  /** The query as part of an address. */
  public String encodedQuery() {
    return java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
  }
}
