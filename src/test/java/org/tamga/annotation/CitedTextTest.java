package org.tamga.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tamga.text.Span;

class CitedTextTest {
  @Test
  void placesCountCodePointsAlsoBehindEmoji() {
    CitedText text = new CitedText("🌊🌊 The mayor of Orlan said no.");

    Target quote = text.quote(new Span(3, 12));

    assertEquals("The mayor", quote.exact());
    assertEquals("🌊🌊 ", quote.prefix());
    assertEquals(5, text.unit(3));
    assertEquals(3, text.codePoint(5));
  }

  @Test
  void aQuoteOutsideTheTextIsRefused() {
    CitedText text = new CitedText("Short.");
    assertThrows(IllegalArgumentException.class, () -> text.quote(new Span(2, 9)));
    assertThrows(IllegalArgumentException.class, () -> text.quote(new Span(2, 2)));
    assertThrows(
        IllegalArgumentException.class, () -> text.quote(List.of(new Span(0, 3), new Span(2, 4))));
  }

  @Test
  void aQuoteFromAnotherTextIsRefused() {
    Target quote = new CitedText("The harbour is closed.").quote(new Span(4, 11));
    CitedText other = new CitedText("The harbour is opened.");
    assertThrows(IllegalArgumentException.class, () -> other.require(quote));
  }

  @Test
  void anAnonymousSourceIsNeverLinked() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Mention("a guard", null, "a guard", new Span(0, 7), "actor:someone", true));
  }
}
