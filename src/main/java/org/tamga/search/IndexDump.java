package org.tamga.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Writes each word of each field with the documents it stands in, sorted, one line each. */
final class IndexDump {
  private final DirectoryReader reader;

  IndexDump(DirectoryReader reader) {
    this.reader = reader;
  }

  void write(Consumer<String> line) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < reader.maxDoc(); i++) {
      String id = reader.storedFields().document(i).get(Fields.ID);
      ids.add(id == null ? "" : id);
    }
    Bits live = MultiBits.getLiveDocs(reader);
    for (String field : new TreeSet<>(FieldInfos.getIndexedFields(reader))) {
      Terms terms = MultiTerms.getTerms(reader, field);
      if (terms == null) {
        continue;
      }
      TermsEnum each = terms.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        List<String> places = places(each, live, ids);
        if (!places.isEmpty()) {
          line.accept(
              "index " + field + " " + term.utf8ToString() + " " + String.join(" ", places));
        }
      }
    }
  }

  private static List<String> places(
      TermsEnum each, @org.jspecify.annotations.Nullable Bits live, List<String> ids)
      throws IOException {
    List<String> places = new ArrayList<>();
    PostingsEnum postings = each.postings(null, PostingsEnum.POSITIONS);
    while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
      if (live == null || live.get(postings.docID())) {
        StringBuilder place = new StringBuilder(ids.get(postings.docID()));
        for (int i = 0; i < postings.freq(); i++) {
          place.append(i == 0 ? '@' : ',').append(postings.nextPosition());
        }
        places.add(place.toString());
      }
    }
    Collections.sort(places);
    return places;
  }
}
