package org.tamga.web;

import java.io.IOException;
import java.util.List;
import org.tamga.custody.ArchiveView;
import org.tamga.vault.Digest;

/** Finds documents by words in them, for the search page. */
@FunctionalInterface
public interface DocumentSearch {
  /** Finds nothing, and says that it cannot look. */
  DocumentSearch NONE =
      (view, query, from, most) ->
          new Found(0, List.of(), "This archive has no index yet. Make it with: tamga rebuild");

  /**
   * Looks for documents.
   *
   * @param view the archive as it is now
   * @param query what the person typed
   * @param from how many of the best answers to leave out
   * @param most how many answers at most
   */
  Found find(ArchiveView view, String query, int from, int most) throws IOException;

  /**
   * What was found.
   *
   * @param total how many documents in all
   * @param hits those asked for, best first
   * @param problem why nothing could be looked for; empty where it could
   */
  record Found(long total, List<Hit> hits, String problem) {
    public Found {
      hits = List.copyOf(hits);
    }
  }

  /**
   * One document that was found.
   *
   * @param document its id
   * @param snippet a few of its words around what was looked for
   */
  record Hit(Digest document, List<Piece> snippet) {
    public Hit {
      snippet = List.copyOf(snippet);
    }
  }

  /**
   * A stretch of a snippet.
   *
   * @param text its words
   * @param isMatch whether they are what was looked for
   */
  record Piece(String text, boolean isMatch) {}
}
