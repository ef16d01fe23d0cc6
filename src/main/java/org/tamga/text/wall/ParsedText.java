package org.tamga.text.wall;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.text.Block;
import org.tamga.text.LanguageGuess;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText;
import org.tamga.text.ReadableText.Place;
import org.tamga.text.Reading;
import org.tamga.text.Reading.Detail;
import org.tamga.text.Repetitions;
import org.tamga.text.Span;
import org.tamga.text.frame.Shape;
import org.tamga.text.wall.Parsed.Piece;

/**
 * Makes a reading of what came back through the wall: blocks joined by empty lines (rows and items
 * by line breaks), and the places that they stand in. docs/spec/text.md, "Other formats".
 */
public final class ParsedText {
  private final StringBuilder content = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Repetitions repetitions = new Repetitions();
  private int codePoints;
  private Piece.@Nullable Beginning open;
  private int openStart;
  private @Nullable Shape last;

  private ParsedText() {}

  /** The reading; {@code known} goes before what the document says of itself. */
  public static Reading reading(Parsed parsed, Metadata known) {
    if (!parsed.notRead().isEmpty()) {
      return new Reading.NotRead(parsed.mediaType(), parsed.notRead(), parsed.noted());
    }
    ParsedText text = new ParsedText();
    parsed.pieces().forEach(text::add);
    text.endPlace();
    if (text.blocks.isEmpty()) {
      return new Reading.NotRead(parsed.mediaType(), text.whyEmpty(), parsed.noted());
    }
    return new Reading.Read(text.readable(parsed, known), parsed.noted());
  }

  private String whyEmpty() {
    long pictures = places.stream().filter(Place::picture).count();
    return switch ((int) Math.min(2, pictures)) {
      case 0 -> "it holds no text";
      case 1 -> "its page is a picture without a text layer";
      default -> "its " + pictures + " pages are pictures without a text layer";
    };
  }

  private ReadableText readable(Parsed parsed, Metadata known) {
    String all = content.toString();
    Metadata said = said(parsed.noted().details(), all);
    return new ReadableText(parsed.mediaType(), all, blocks, List.of(), known.orElse(said), places);
  }

  private void add(Piece piece) {
    switch (piece) {
      case Piece.Beginning beginning -> {
        endPlace();
        open = beginning;
        openStart = -1;
      }
      case Piece.Words words -> block(words);
    }
  }

  private void block(Piece.Words words) {
    if (!content.isEmpty()) {
      boolean close = last == words.shape() && isLine(words.shape());
      content.append(close ? "\n" : "\n\n");
      codePoints += close ? 1 : 2;
    }
    int start = codePoints;
    content.append(words.text());
    codePoints += words.text().codePointCount(0, words.text().length());
    blocks.add(new Block(new Span(start, codePoints), role(words)));
    last = words.shape();
    if (open != null && openStart < 0) {
      openStart = start;
    }
  }

  /** Cells of a table may well be alike; whatever else comes a second time is a repetition. */
  private Block.Role role(Piece.Words words) {
    return switch (words.shape()) {
      case TABLE_ROW -> Block.Role.TABLE_ROW;
      case MEMBER_NAME -> Block.Role.BOILERPLATE;
      case TITLE, HEADING, PARAGRAPH, LIST_ITEM, QUOTATION ->
          repetitions.isRepetition(words.text())
              ? Block.Role.REPETITION
              : Block.Role.valueOf(words.shape().name());
    };
  }

  /** Rows and items of a list stand beneath one another. */
  private static boolean isLine(Shape shape) {
    return shape == Shape.TABLE_ROW || shape == Shape.LIST_ITEM || shape == Shape.MEMBER_NAME;
  }

  private void endPlace() {
    Piece.Beginning ended = open;
    if (ended != null) {
      int start = openStart < 0 ? codePoints : openStart;
      places.add(
          new Place(
              new Span(start, codePoints),
              ended.kind(),
              ended.number(),
              ended.label(),
              ended.picture()));
      open = null;
    }
  }

  /** What can be cited of a document by what it says of itself; the rest stays among details. */
  private static Metadata said(List<Detail> details, String text) {
    String language = LanguageGuess.of(text).orElse(null);
    return new Metadata(
        first(details, "title", "subject"),
        first(details, "from", "author"),
        first(details, "publisher"),
        null, // when a file was made or sent is not when its text was published
        language,
        null);
  }

  private static @Nullable String first(List<Detail> details, String... names) {
    for (String name : names) {
      for (Detail detail : details) {
        if (detail.name().equals(name)) {
          return detail.value();
        }
      }
    }
    return null;
  }
}
