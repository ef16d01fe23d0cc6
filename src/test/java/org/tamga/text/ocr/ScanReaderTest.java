package org.tamga.text.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tamga.text.Metadata;
import org.tamga.text.ReadableText.Place;
import org.tamga.text.Reading;
import org.tamga.text.Span;
import org.tamga.text.wall.MemberSink;
import org.tamga.text.wall.Parsed;
import org.tamga.text.wall.ParsedText;
import org.tamga.text.wall.Source;
import org.tamga.text.wall.Wall;
import org.tamga.text.wall.WalledReader;

/** Scanned pages are read, in several scripts, and none of many is left out. */
final class ScanReaderTest {
  private static final Script ENGLISH =
      new Script(
          "Noto Sans",
          "The council of Lunden called on the governor to open the valley.",
          "Twelve families have waited for an answer since January.");
  private static final Script CHINESE =
      new Script(
          "Noto Sans CJK SC",
          "克斯特罗瓦议会呼吁省长向观察员开放被封闭的山谷。", //
          "居民的亲属正在等待当局的答复。");
  private static final Script UYGHUR =
      new Script(
          "Noto Naskh Arabic",
          "لۇندىن كېڭىشى ھاكىمنى ۋادىنى ئېچىشقا چاقىردى.",
          "ئون ئىككى ئائىلە يانۋاردىن بۇيان جاۋاب كۈتۈۋاتىدۇ.");

  /** Two lines and the font that they are set in. */
  private record Script(String font, String first, String second) {}

  /** How many pages are given at once; the full run takes 60. */
  private static final int PAGES = Integer.getInteger("tamga.scans", 3);

  private static final Source SOURCE = new Source("test");

  @BeforeAll
  static void whatIsNeeded() throws IOException {
    var tesseract = Tesseract.find(System.getenv());
    assumeTrue(tesseract.isPresent(), "skipped: no tesseract, or no bubblewrap");
    List<String> installed = tesseract.orElseThrow().languages();
    assumeTrue(
        installed.containsAll(List.of("eng", "chi_sim", "uig", "osd")),
        "skipped: only these languages of tesseract: " + installed);
    for (Script script : List.of(ENGLISH, CHINESE, UYGHUR)) {
      Font font = new Font(script.font(), Font.PLAIN, 40);
      assumeTrue(font.canDisplayUpTo(script.first()) < 0, "skipped: no font " + script.font());
    }
    assumeTrue(Wall.parsers().isPresent(), "skipped: no folder of parsers");
  }

  /** One page in three scripts, and then pages of one each, so many as are asked for. */
  @Test
  void scannedPagesAreReadAndNoneIsLeftOut() throws IOException {
    List<List<Script>> pages = new ArrayList<>();
    pages.add(List.of(ENGLISH, CHINESE, UYGHUR));
    List<Script> scripts = List.of(ENGLISH, CHINESE, UYGHUR);
    while (pages.size() < PAGES) {
      pages.add(List.of(scripts.get(pages.size() % 3)));
    }
    Reading.Read read = (Reading.Read) read(pdf(pages), "scan.pdf");
    String content = read.text().content();
    List<Place> places = read.text().places();
    assertEquals(pages.size(), places.size());
    for (int i = 0; i < pages.size(); i++) {
      String wanted =
          pages.get(i).stream()
              .map(script -> script.first() + script.second())
              .collect(Collectors.joining());
      Span span = places.get(i).span();
      int start = content.offsetByCodePoints(0, span.start());
      String found = content.substring(start, content.offsetByCodePoints(start, span.length()));
      assertTrue(distance(wanted, found) * 10 <= wanted.length(), "page " + (i + 1) + ": " + found);
    }
    long sure =
        read.noted().details().stream().filter(detail -> detail.name().equals("ocr")).count();
    assertEquals(pages.size(), sure, read.noted().details().toString());
  }

  @Test
  void aPictureFileIsReadToo() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture(List.of(ENGLISH)), "png", png);
    Reading.Read read = (Reading.Read) read(png.toByteArray(), "letter.png");
    assertEquals(letters(ENGLISH.first() + ENGLISH.second()), letters(read.text().content()));
    assertEquals("image/png", read.text().mediaType());
  }

  private static Reading read(byte[] bytes, String name) throws IOException {
    try (Wall wall = Wall.standard();
        ScanReader scans = ScanReader.of(Wall.standard(), System.getenv())) {
      WalledReader.Found found =
          new WalledReader(wall)
              .find(new ByteArrayInputStream(bytes), name, SOURCE, MemberSink.NONE);
      Parsed parsed = ((WalledReader.Found.Apart) found).parsed();
      Parsed complete = scans.complete(parsed, () -> new ByteArrayInputStream(bytes), name, SOURCE);
      return ParsedText.reading(complete, Metadata.NONE);
    }
  }

  @Test
  void withoutTesseractThatIsSaid() throws IOException {
    byte[] scan = pdf(List.of(List.of(ENGLISH)));
    try (Wall wall = Wall.standard();
        ScanReader none = ScanReader.of(Wall.none("no wall"), Map.of("PATH", "/nowhere"))) {
      WalledReader.Found found =
          new WalledReader(wall)
              .find(new ByteArrayInputStream(scan), "a.pdf", SOURCE, MemberSink.NONE);
      Parsed parsed = ((WalledReader.Found.Apart) found).parsed();
      Parsed complete = none.complete(parsed, () -> new ByteArrayInputStream(scan), "a", SOURCE);
      assertEquals("PICTURES_UNREAD", complete.noted().warnings().getFirst().code());
      assertTrue(ParsedText.reading(complete, Metadata.NONE) instanceof Reading.NotRead);
    }
  }

  private static byte[] pdf(List<List<Script>> pages) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      for (List<Script> scripts : pages) {
        PDPage page = new PDPage(PDRectangle.A5);
        pdf.addPage(page);
        var image = LosslessFactory.createFromImage(pdf, picture(scripts));
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
          content.drawImage(image, 0, 200, PDRectangle.A5.getWidth(), 280);
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static BufferedImage picture(List<Script> scripts) {
    BufferedImage picture = new BufferedImage(1740, 1160, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    graphics.setColor(Color.BLACK);
    int y = 150;
    for (Script script : scripts) {
      Font font = new Font(script.font(), Font.PLAIN, 44);
      for (String line : List.of(script.first(), script.second())) {
        TextLayout layout = new TextLayout(line, font, graphics.getFontRenderContext());
        layout.draw(graphics, layout.isLeftToRight() ? 100 : 1640 - layout.getAdvance(), y);
        y += 80;
      }
      y += 60;
    }
    graphics.dispose();
    return picture;
  }

  /** Spaces and breaks are no matter here. */
  private static String letters(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** How many letters must be put in, taken out or changed (Levenshtein 1966). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int before = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        before = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
