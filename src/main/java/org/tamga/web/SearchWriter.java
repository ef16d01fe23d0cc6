package org.tamga.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.record.RecordDocument;
import org.tamga.search.Hit;
import org.tamga.search.Query;
import org.tamga.search.SearchIndex;
import org.tamga.text.Span;
import org.tamga.vault.Digest;

/** Looks for documents and puts what was found on a page. */
final class SearchWriter {
  /** Nobody turns so many pages; a narrower query serves them better. */
  private static final int MOST_DOCUMENTS = 1000;

  private static final String NO_INDEX =
      "This archive has no index that can be read. Make it again with: tamga rebuild";

  private final Shelf shelf;

  SearchWriter(Shelf shelf) {
    this.shelf = shelf;
  }

  /** The page for what a person typed. */
  SearchPage write(String typed, @Nullable String page) throws IOException {
    Frame frame = Frame.of(typed.isEmpty() ? "Search" : "Search: " + typed, shelf);
    Query query = Query.parse(typed);
    try (SearchIndex index = SearchIndex.asItIs(shelf.view(), shelf.record()).orElse(null)) {
      if (index == null) {
        return new SearchPage(frame, typed, List.of(), 0, NO_INDEX, new PageTurn(1, 1));
      }
      List<Digest> found = query.terms().isEmpty() ? List.of() : seen(index, query);
      PageTurn turn = PageTurn.of(page, found.size());
      List<SearchPage.Answer> answers = new ArrayList<>();
      for (Digest id : found.stream().skip(turn.before()).limit(PageTurn.SIZE).toList()) {
        RecordDocument document = shelf.document(id).orElse(null);
        if (document != null) {
          answers.add(answer(index, query, document));
        }
      }
      long total = isCut(found) ? index.count(query) : found.size();
      return new SearchPage(frame, typed, answers, total, problem(index, found), turn);
    }
  }

  /**
   * The documents that fit and may be seen. What the audience must not see is not even counted:
   * else asking word by word would tell what stands in it.
   */
  private List<Digest> seen(SearchIndex index, Query query) throws IOException {
    return index.ids(query, MOST_DOCUMENTS).stream()
        .filter(id -> shelf.document(id).isPresent())
        .toList();
  }

  private boolean isCut(List<Digest> found) {
    return found.size() == MOST_DOCUMENTS && shelf.audience() == Audience.KEEPER;
  }

  private String problem(SearchIndex index, List<Digest> found) throws IOException {
    if (shelf.audience() == Audience.KEEPER && index.documents() != shelf.record().count()) {
      return "The index is not up to date: it knows "
          + index.documents()
          + " of "
          + shelf.record().count()
          + " documents. The next tamga search or tamga rebuild brings it up to date.";
    }
    return isCut(found) ? "Only the best " + MOST_DOCUMENTS + " are shown." : "";
  }

  private SearchPage.Answer answer(SearchIndex index, Query query, RecordDocument document)
      throws IOException {
    List<SearchPage.Snippet> snippets =
        index.snippets(query, document.id()).stream().map(SearchWriter::cut).toList();
    return new SearchPage.Answer(DocumentHead.of(document, shelf.audience()), snippets);
  }

  private static SearchPage.Snippet cut(Hit.Snippet snippet) {
    CitedText words = new CitedText(snippet.exact());
    List<SearchPage.Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Span mark : snippet.marks()) {
      int start = mark.start() - snippet.span().start();
      int end = mark.end() - snippet.span().start();
      if (start >= at) {
        pieces.add(new SearchPage.Piece(words.at(new Span(at, start)), false));
        pieces.add(new SearchPage.Piece(words.at(new Span(start, end)), true));
        at = end;
      }
    }
    pieces.add(new SearchPage.Piece(words.at(new Span(at, words.length())), false));
    return new SearchPage.Snippet(pieces);
  }
}
