package org.tamga.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
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
import org.tamga.record.RecordDocument;
import org.tamga.text.Block;
import org.tamga.text.ReadableText;
import org.tamga.text.Reading;

/** What the index holds of a document, and how words are taken apart. */
final class Fields {
  static final String ID = "id";
  static final String REVISION = "revision";
  static final String TEXT = "text";
  static final String TITLE = "title";
  static final String PUBLISHER = "publisher";
  static final String SPEAKER = "speaker";
  static final String FILE = "file";
  static final String TYPE = "type";
  static final String LANGUAGE = "language";

  /** Words of two blocks are never neighbours, so that no phrase runs from one to the next. */
  private static final int GAP = 100;

  private Fields() {}

  /** Takes text of any script apart into words and forgets case, accents and width. */
  static Analyzer analyzer() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = new ICUTokenizer();
        return new TokenStreamComponents(tokenizer, new ICUFoldingFilter(tokenizer));
      }

      @Override
      public int getPositionIncrementGap(String field) {
        return GAP;
      }
    };
  }

  static Document of(
      RecordDocument document, String revision, Reading reading, List<Annotation> annotations) {
    Document fields = new Document();
    fields.add(new StringField(ID, document.id().toString(), Field.Store.YES));
    fields.add(new StringField(REVISION, revision, Field.Store.YES));
    text(fields, FILE, parted(document.file()));
    text(fields, TITLE, document.known().title());
    text(fields, PUBLISHER, document.known().publisher());
    if (document.known().language() != null) {
      fields.add(new StringField(LANGUAGE, document.known().language(), Field.Store.NO));
    }
    if (reading instanceof Reading.Read read) {
      blocks(fields, read.text());
    }
    Set<String> types = new TreeSet<>();
    Set<String> speakers = new TreeSet<>();
    for (Annotation annotation : annotations) {
      types.add(annotation.type());
      speakers(annotation).forEach(mention -> speakers.add(mention.name()));
    }
    types.forEach(type -> fields.add(new StringField(TYPE, type, Field.Store.NO)));
    speakers.forEach(speaker -> text(fields, SPEAKER, speaker));
    return fields;
  }

  /** A path as words: the rules for running text would keep {@code letter.txt} in one piece. */
  static String parted(String path) {
    return path.replaceAll("[._/\\\\-]", " ");
  }

  private static void text(Document fields, String name, @Nullable String value) {
    if (value != null) {
      fields.add(new TextField(name, value, Field.Store.NO));
    }
  }

  private static void blocks(Document fields, ReadableText text) {
    String content = text.content();
    int unit = 0;
    int place = 0;
    for (Block block : text.blocks()) {
      int start = content.offsetByCodePoints(unit, block.span().start() - place);
      unit = content.offsetByCodePoints(start, block.span().length());
      place = block.span().end();
      if (block.role() != Block.Role.REPETITION) {
        fields.add(new TextField(TEXT, content.substring(start, unit), Field.Store.NO));
      }
    }
  }

  /** Everybody in whose voice something is said, asked or counted. */
  private static List<Mention> speakers(Annotation annotation) {
    return switch (annotation) {
      case Statement statement -> optional(statement.speaker());
      case Demand demand -> demand.by();
      case Figure figure -> optional(figure.by());
      case Position position -> position.holders();
      case Allegation allegation -> optional(allegation.by());
      case Event _ -> List.of();
      case DateExpression _ -> List.of();
    };
  }

  private static List<Mention> optional(@Nullable Mention mention) {
    return mention == null ? List.of() : List.of(mention);
  }
}
