package org.tamga.text.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.text.Reading;
import org.tamga.text.Reading.Noted;
import org.tamga.text.Reading.Warning;

/** People are warned of what misleads, and not of what is in order. */
final class FileWarningsTest {
  @ParameterizedTest
  @CsvSource({
    "list\u202Efdp.exe, application/x-msdownload, NAME_TURNED PROGRAM",
    "\u2067letter\u2069.pdf, application/pdf, NAME_TURNED",
    "report.pdf, application/x-msdownload, PROGRAM NAME_AND_CONTENT_DIFFER",
    "report.pdf.exe, application/x-msdownload, PROGRAM",
    "letter.lnk, application/octet-stream, PROGRAM",
    "photo.jpg, application/pdf, NAME_AND_CONTENT_DIFFER",
    "letter.docx, application/zip, NAME_AND_CONTENT_DIFFER",
    "notes.txt, application/vnd.ms-excel, NAME_AND_CONTENT_DIFFER",
  })
  void warns(String name, String mediaType, String codes) {
    assertEquals(List.of(codes.split(" ", -1)), codes(name, mediaType, "no parser"));
  }

  @ParameterizedTest
  @CsvSource({
    "report.pdf, application/pdf",
    "REPORT.PDF, application/pdf",
    "photo.jpg, image/png",
    "letter.doc, application/rtf",
    "old.doc, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "book.zip, application/epub+zip",
    "page.html, application/xhtml+xml",
    "notes.txt, text/html",
    "رسالة.pdf, application/pdf",
    "unknown.xyz, application/zip",
    "without, application/pdf",
    "damaged.pdf, application/octet-stream",
    "a.php, text/html",
  })
  void isSilentAboutWhatIsInOrder(String name, String mediaType) {
    Reading reading = new Reading.NotRead(mediaType, "no parser");
    assertSame(reading, FileWarnings.added(reading, name));
  }

  @Test
  void aBombIsCalledOneAndEarlierWarningsStay() {
    Noted noted = new Noted(List.of(), List.of(new Warning("ENCRYPTED", "x")), List.of());
    String reason = "stopped by the limit RATIO: its members are more than 200 times its size";
    Reading reading = new Reading.NotRead("application/zip", reason, noted);
    List<Warning> warnings = FileWarnings.added(reading, "a.zip").noted().warnings();
    assertEquals(List.of("BOMB", "ENCRYPTED"), warnings.stream().map(Warning::code).toList());
    assertEquals(List.of(), codes("a.zip", "application/zip", "stopped by the limit TIME: slow"));
  }

  private static List<String> codes(String name, String mediaType, String reason) {
    Reading reading = FileWarnings.added(new Reading.NotRead(mediaType, reason), name);
    return reading.noted().warnings().stream().map(Warning::code).toList();
  }
}
