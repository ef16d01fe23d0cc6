package org.tamga.cli.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Pipeline;
import org.tamga.cli.Shown;
import org.tamga.custody.ArchiveView;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.RecordDocument;
import org.tamga.search.Hit;
import org.tamga.search.HitLine;
import org.tamga.search.Query;
import org.tamga.search.SearchIndex;
import org.tamga.text.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds documents by their words. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Finds documents: words, \"phrases\", -without, begin*,",
      "publisher:NAME, speaker:NAME, title:WORD, type:demand, language:en"
    })
public final class SearchCommand implements Callable<Integer> {
  private static final int USUAL = 20;
  private static final int MOST = 1000;

  @Mixin private RecordOption record = new RecordOption();

  @Option(names = "--json", description = "One object for each document found")
  private boolean json;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "How many documents to show, up to 1000. Default: 20")
  private int most = USUAL;

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What to look for")
  private List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    Query query = Query.parse(asTyped());
    if (query.terms().isEmpty()) {
      return record
          .archive()
          .complain(
              "there is no word in the query",
              "type a word that stands in the documents, or a filter such as type:demand",
              ExitStatus.WRONG_USAGE);
    }
    return record.asFarAsItIs((view, open) -> search(view, open, query));
  }

  /** The shell has taken the quotation marks of an argument with spaces in it; they come back. */
  private String asTyped() {
    if (words.size() == 1) {
      return words.getFirst();
    }
    List<String> typed = new ArrayList<>();
    for (String word : words) {
      boolean isPhrase = word.contains(" ") && word.indexOf('"') < 0 && word.indexOf(':') < 0;
      typed.add(isPhrase ? "\"" + word + "\"" : word);
    }
    return String.join(" ", typed);
  }

  private int search(ArchiveView view, ArchiveRecord open, Query query) throws IOException {
    Pipeline.index(
        view,
        open,
        index -> {
          SearchIndex.Answer answer = index.search(query, Math.clamp(most, 1, MOST));
          for (Hit hit : answer.hits()) {
            RecordDocument document = open.document(hit.document()).orElseThrow();
            if (json) {
              record.archive().out().println(HitLine.write(document, hit));
            } else {
              print(document, hit);
            }
          }
          if (!json) {
            count(answer);
          }
        });
    return ExitStatus.GOOD;
  }

  private void print(RecordDocument document, Hit hit) {
    PrintWriter out = record.archive().out();
    out.println(ListCommand.line(document));
    for (Hit.Snippet snippet : hit.snippets()) {
      String words = marked(snippet).replaceAll("\\s+", " ");
      out.println("    " + snippet.span().start() + ": " + Shown.safely(words));
    }
  }

  /** The snippet with its fitting words in brackets, which every terminal can show. */
  private static String marked(Hit.Snippet snippet) {
    StringBuilder out = new StringBuilder();
    int[] points = snippet.exact().codePoints().toArray();
    int at = snippet.span().start();
    for (Span mark : snippet.marks()) {
      if (mark.start() >= at) {
        append(out, points, at - snippet.span().start(), mark.start() - snippet.span().start());
        out.append('[');
        append(
            out,
            points,
            mark.start() - snippet.span().start(),
            mark.end() - snippet.span().start());
        out.append(']');
        at = mark.end();
      }
    }
    append(out, points, at - snippet.span().start(), points.length);
    return out.toString();
  }

  private static void append(StringBuilder out, int[] points, int start, int end) {
    for (int i = start; i < end; i++) {
      out.appendCodePoint(points[i]);
    }
  }

  private void count(SearchIndex.Answer answer) {
    long more = answer.documents() - answer.hits().size();
    record
        .archive()
        .err()
        .println(
            answer.documents()
                + (answer.documents() == 1 ? " document" : " documents")
                + (more > 0 ? "; " + more + " not shown, see --most" : ""));
  }
}
