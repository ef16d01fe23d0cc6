package org.tamga.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Allegation;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Event;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Position;
import org.tamga.annotation.Statement;
import org.tamga.annotation.Target;
import org.tamga.record.Decision;
import org.tamga.record.DocumentLine;
import org.tamga.record.decision.Orphan;
import org.tamga.record.decision.ReviewedAnnotation;

/**
 * One table for all types, with the columns of docs/spec/export.md.
 *
 * <p>RFC 4180. Spreadsheet programs run a cell that begins like a formula; such a cell gets an
 * apostrophe before it, which they do not show.
 */
final class CsvTable implements AutoCloseable {
  private static final List<String> COLUMNS =
      List.of(
          "type",
          "id",
          "document",
          "file",
          "title",
          "publisher",
          "author",
          "published",
          "captured",
          "received",
          "language",
          "url",
          "mediaType",
          "notRead",
          "exact",
          "start",
          "end",
          "speaker",
          "speech",
          "cue",
          "polarity",
          "modality",
          "by",
          "to",
          "addressee",
          "medium",
          "instrument",
          "negative",
          "low",
          "high",
          "approximate",
          "of",
          "measure",
          "voice",
          "asOf",
          "holders",
          "count",
          "stance",
          "on",
          "initiative",
          "forum",
          "presentedBy",
          "act",
          "perpetrators",
          "victims",
          "place",
          "period",
          "kind",
          "participants",
          "value",
          "date",
          "deadline",
          "within",
          "status",
          "decisions",
          "step",
          "version");

  private static final String BETWEEN = "; ";

  private final CSVPrinter printer;

  CsvTable(Appendable out) throws IOException {
    printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(COLUMNS);
  }

  void write(DocumentLine line, List<ReviewedAnnotation> annotations, List<Orphan> orphans)
      throws IOException {
    print(row(line));
    for (ReviewedAnnotation reviewed : annotations) {
      Row row = row(reviewed.annotation());
      print(row, line, reviewed.decisions(), reviewed.isDisputed() ? "disputed" + BETWEEN : "");
    }
    for (Orphan orphan : orphans) {
      Row row = orphan.annotation() == null ? new Row() : row(orphan.annotation());
      row.put("type", "orphan");
      row.put("id", orphan.id());
      row.cells.remove("start");
      row.cells.remove("end");
      row.cells.remove("status");
      print(row, line, orphan.decisions(), "");
    }
  }

  private void print(Row row, DocumentLine line, List<Decision> decisions, String before)
      throws IOException {
    row.put("document", line.id());
    row.put("file", line.file());
    row.put("title", line.known().title());
    row.put("publisher", line.known().publisher());
    row.put("published", line.known().published());
    row.put(
        "decisions",
        decisions.stream()
            .map(d -> d.decision() + " " + d.time())
            .collect(Collectors.joining(BETWEEN, before, "")));
    print(row);
  }

  private void print(Row row) throws IOException {
    List<String> cells = new ArrayList<>();
    for (String column : COLUMNS) {
      cells.add(row.cells.getOrDefault(column, ""));
    }
    printer.printRecord(cells);
  }

  /** The cells of one row by their columns. */
  private static final class Row {
    private final Map<String, String> cells = new HashMap<>();

    void put(String column, @Nullable String text) {
      if (text != null) {
        cells.put(column, defused(text));
      }
    }

    void put(String column, @Nullable Mention mention) {
      put(column, mention == null ? null : mention.name());
    }

    void put(String column, List<Mention> mentions) {
      put(column, mentions.stream().map(Mention::name).collect(Collectors.joining(BETWEEN)));
    }

    void put(String column, @Nullable BigDecimal number) {
      if (number != null) {
        cells.put(column, number.toPlainString());
      }
    }

    void put(String column, Enum<?> word) {
      cells.put(column, word.name().toLowerCase(Locale.ROOT));
    }

    void put(String column, boolean isSo) {
      if (isSo) {
        cells.put(column, "true");
      }
    }
  }

  /** Also behind spaces and in full-width letters: programs differ in what they forgive. */
  static String defused(String text) {
    int first =
        text.codePoints()
            .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0xFEFF)
            .findFirst()
            .orElse(' ');
    boolean isFormula = "=+-@|%＝＋－＠".indexOf(first) >= 0;
    boolean isSplit = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
    return isFormula || isSplit ? "'" + text : text;
  }

  private static Row row(DocumentLine line) {
    Row row = new Row();
    row.put("type", "document");
    row.put("id", line.id());
    row.put("document", line.id());
    row.put("file", line.file());
    row.put("title", line.known().title());
    row.put("publisher", line.known().publisher());
    row.put("author", line.known().author());
    row.put("published", line.known().published());
    row.put("captured", line.captured());
    row.put("received", line.received());
    row.put("language", line.known().language());
    row.put("url", line.known().url());
    row.put("mediaType", line.mediaType());
    row.put("notRead", line.notRead());
    return row;
  }

  private static Row row(Annotation annotation) {
    Row row = new Row();
    row.put("type", annotation.type());
    row.put("id", annotation.id());
    row.put(
        "exact",
        annotation.target().parts().stream()
            .map(Target.Part::exact)
            .collect(Collectors.joining(" […] ")));
    row.put("start", BigDecimal.valueOf(annotation.target().reach().start()));
    row.put("end", BigDecimal.valueOf(annotation.target().reach().end()));
    row.put("status", annotation.anchor().status());
    row.put("step", annotation.anchor().made().step());
    row.put("version", annotation.anchor().made().version());
    switch (annotation) {
      case Statement statement -> fill(row, statement);
      case Demand demand -> fill(row, demand);
      case Figure figure -> fill(row, figure);
      case Position position -> fill(row, position);
      case Allegation allegation -> fill(row, allegation);
      case Event event -> {
        row.put("kind", event.kind());
        row.put("date", event.date());
        row.put("participants", event.participants());
        row.put("addressee", event.addressee());
      }
      case DateExpression date -> row.put("value", date.value());
    }
    return row;
  }

  private static void fill(Row row, Statement statement) {
    row.put("speaker", statement.speaker());
    row.put("speech", statement.speech());
    row.put("cue", statement.cue());
    row.put("polarity", statement.polarity());
    row.put("modality", statement.modality());
    row.put("addressee", statement.addressee());
    row.put("medium", statement.medium());
    row.put("date", statement.date());
  }

  private static void fill(Row row, Demand demand) {
    row.put("by", demand.by());
    row.put("to", demand.to());
    row.put("cue", demand.cue());
    row.put("instrument", demand.instrument());
    row.put("negative", demand.negative());
    row.put("date", demand.date());
    row.put("deadline", demand.deadline());
    row.put("within", demand.within());
  }

  private static void fill(Row row, Figure figure) {
    row.put("low", figure.low());
    row.put("high", figure.high());
    row.put("approximate", figure.approximate());
    row.put("of", figure.of());
    row.put("measure", figure.measure());
    row.put("voice", figure.voice());
    row.put("by", figure.by());
    row.put("asOf", figure.asOf());
  }

  private static void fill(Row row, Position position) {
    row.put("holders", position.holders());
    row.put("count", position.count() == null ? null : BigDecimal.valueOf(position.count()));
    row.put("stance", position.stance());
    row.put("on", position.on());
    row.put("initiative", position.initiative());
    row.put("forum", position.forum());
    row.put("presentedBy", position.presentedBy());
    row.put("date", position.date());
  }

  private static void fill(Row row, Allegation allegation) {
    row.put("act", allegation.act());
    row.put("perpetrators", allegation.perpetrators());
    row.put("victims", allegation.victims());
    row.put("place", allegation.place());
    row.put("period", allegation.period());
    row.put("voice", allegation.voice());
    row.put("by", allegation.by());
  }

  @Override
  public void close() throws IOException {
    printer.flush();
  }
}
