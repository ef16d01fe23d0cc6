package org.tamga.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.tamga.search.Query.Scope;

/** Puts what a person searches for into the terms of the index. */
final class LuceneQueries {
  /** A title that fits says more than a line deep in the text. */
  private static final float TITLE_WEIGHT = 2;

  private final Analyzer analyzer;
  private final QueryBuilder builder;

  LuceneQueries(Analyzer analyzer) {
    this.analyzer = analyzer;
    this.builder = new QueryBuilder(analyzer);
  }

  /** Fits documents in which every term fits. */
  org.apache.lucene.search.Query documents(Query query) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean isPositive = false;
    for (Query.Term term : query.terms()) {
      boolean scores = term.scope() == Scope.ANYWHERE || term.scope() == Scope.TITLE;
      BooleanClause.Occur wanted = scores ? BooleanClause.Occur.MUST : BooleanClause.Occur.FILTER;
      all.add(in(term), term.isExcluded() ? BooleanClause.Occur.MUST_NOT : wanted);
      isPositive |= !term.isExcluded() && scores;
    }
    if (!isPositive) {
      all.add(new MatchAllDocsQuery(), BooleanClause.Occur.MUST);
    }
    return all.build();
  }

  /** Fits the words in a text that are to be marked. */
  org.apache.lucene.search.Query marks(Query query) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Query.Term term : query.terms()) {
      if (!term.isExcluded() && term.scope() == Scope.ANYWHERE) {
        any.add(words(Fields.TEXT, term), BooleanClause.Occur.SHOULD);
      }
    }
    return any.build();
  }

  private org.apache.lucene.search.Query in(Query.Term term) {
    return switch (term.scope()) {
      case ANYWHERE ->
          new DisjunctionMaxQuery(
              List.of(
                  words(Fields.TEXT, term),
                  new BoostQuery(words(Fields.TITLE, term), TITLE_WEIGHT),
                  words(Fields.PUBLISHER, term),
                  words(Fields.FILE, term)),
              0);
      case PUBLISHER -> words(Fields.PUBLISHER, term);
      case SPEAKER -> words(Fields.SPEAKER, term);
      case TITLE -> words(Fields.TITLE, term);
      case TYPE -> new TermQuery(new Term(Fields.TYPE, term.words().toLowerCase(Locale.ROOT)));
      case LANGUAGE -> language(term.words());
    };
  }

  /** {@code en} fits {@code en-GB} too. */
  private static org.apache.lucene.search.Query language(String tag) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(Fields.LANGUAGE, tag)), BooleanClause.Occur.SHOULD)
        .add(new PrefixQuery(new Term(Fields.LANGUAGE, tag + "-")), BooleanClause.Occur.SHOULD)
        .build();
  }

  private org.apache.lucene.search.Query words(String field, Query.Term term) {
    if (term.isBeginning()) {
      List<String> folded = new ArrayList<>();
      for (String word : term.words().split("\\s+", -1)) {
        folded.add(analyzer.normalize(field, word).utf8ToString());
      }
      return new PrefixQuery(new Term(field, folded.getLast()));
    }
    org.apache.lucene.search.Query phrase =
        builder.createPhraseQuery(
            field, field.equals(Fields.FILE) ? Fields.parted(term.words()) : term.words());
    return phrase == null ? new MatchNoDocsQuery("no word in it") : phrase;
  }
}
