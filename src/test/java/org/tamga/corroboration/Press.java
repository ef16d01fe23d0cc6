package org.tamga.corroboration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.corroboration.document.AnnotatedDocument;
import org.tamga.extraction.Annotator;
import org.tamga.extraction.language.LanguageModels;
import org.tamga.text.Block;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.Span;

/** Short documents about invented places, read as the program reads any other. */
public final class Press {
  private final Annotator annotator = Annotator.standard(LanguageModels.english());

  /** A document of one paragraph a line. */
  public AnnotatedDocument read(
      String file, @Nullable String publisher, @Nullable String published, String text) {
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    for (String line : text.split("\n", -1)) {
      int length = line.codePointCount(0, line.length());
      if (!line.isBlank()) {
        blocks.add(new Block(new Span(at, at + length), Block.Role.PARAGRAPH));
      }
      at += length + 1;
    }
    CitedText cited = new CitedText(text);
    String document =
        CitedText.digestOf((file + text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Metadata known = new Metadata(null, null, publisher, published, "en", null);
    ReadableText readable = new ReadableText("text/plain", text, blocks, List.of(), known);
    return new AnnotatedDocument(
        document, file, publisher, published, cited, annotator.annotate(document, readable, known));
  }
}
