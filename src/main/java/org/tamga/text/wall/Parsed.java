package org.tamga.text.wall;

import java.util.List;
import java.util.Objects;
import org.tamga.text.Reading.Noted;
import org.tamga.text.frame.PlaceKind;
import org.tamga.text.frame.Shape;

/**
 * What came back through the wall for one document.
 *
 * @param mediaType what its bytes are
 * @param notRead why it has no text; empty where it has one
 * @param pieces places and blocks, in the order of the document
 * @param noted what was noticed beside it
 */
public record Parsed(String mediaType, String notRead, List<Piece> pieces, Noted noted) {
  public Parsed {
    Objects.requireNonNull(mediaType);
    Objects.requireNonNull(notRead);
    pieces = List.copyOf(pieces);
    Objects.requireNonNull(noted);
  }

  /** How many characters the text has. */
  long characters() {
    long all = 0;
    for (Piece piece : pieces) {
      all += piece instanceof Piece.Words words ? words.text().length() : 0;
    }
    return all;
  }

  /** A part of the text, or the sign that a page begins. */
  public sealed interface Piece {
    /**
     * A page, a sheet or the like begins.
     *
     * @param picture whether it shows a picture and holds no text
     */
    record Beginning(PlaceKind kind, int number, String label, boolean picture) implements Piece {}

    /** A block of text. */
    record Words(Shape shape, String text) implements Piece {}
  }
}
