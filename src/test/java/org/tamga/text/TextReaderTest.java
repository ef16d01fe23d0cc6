package org.tamga.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read and what is not, and in which charset. */
final class TextReaderTest {
  private static final String GERMAN =
      "Der Rat von Kestrova hat den Gouverneur am Montag aufgefordert, das gesperrte Tal für"
          + " Beobachter zu öffnen. „Niemand weiß, wie es den Menschen geht“, sagte die"
          + " Vorsitzende."
          + " Über die Gründe der Sperrung äußerte sich die Behörde nicht.\n";
  private static final String RUSSIAN =
      "Совет Кестровы призвал губернатора открыть закрытую долину для наблюдателей. По словам"
          + " председателя совета, третью зиму подряд из деревень нет никаких известий, и семьи"
          + " ждут ответа от властей.\n";
  private static final String CHINESE =
      "克斯特罗瓦议会呼吁省长向观察员开放被封闭的山谷。议会主席说，已经连续三个冬天没有村庄的消息，" + "居民的亲属正在等待当局的答复。省长办公室否认山谷被封闭，称道路正在维修。\n";
  private static final String ARABIC =
      "دعا مجلس كيستروفا الحاكم إلى فتح الوادي المغلق أمام المراقبين. وقالت رئيسة المجلس إن ثلاثة"
          + " فصول شتاء مرت دون أخبار من القرى، وإن العائلات تنتظر ردا من السلطات.\n";
  private static final String JAPANESE =
      "ケストロワ評議会は、閉鎖された谷を監視員に開放するよう知事に求めた。評議会の議長によると、" + "三回目の冬も村からの知らせはなく、家族は当局の回答を待っている。\n";
  private static final String POLISH =
      "Rada Kestrowy wezwała gubernatora do otwarcia zamkniętej doliny dla obserwatorów. Już"
          + " trzecią zimę nie ma żadnych wieści ze wsi, a rodziny czekają na odpowiedź władz.\n";

  @ParameterizedTest
  @CsvSource({
    "255044462d312e37, application/pdf, PDF files are not read yet",
    "89504e470d0a1a0a, image/png, PNG images are not read yet",
    "ffd8ffe000104a46, image/jpeg, JPEG images are not read yet",
    "1f8b0800, application/gzip, gzip archives are not read yet",
    "d0cf11e0a1b11ae1, application/x-ole-storage,"
        + " Older Microsoft Office files and Outlook messages are not read yet",
    "7b5c727466315c61, application/rtf, RTF files are not read yet",
    "00ff00fe01020380, application/octet-stream,"
        + " the bytes are neither text nor a known kind of file",
  })
  void saysWhatItDoesNotRead(String bytes, String mediaType, String reason) {
    Reading.NotRead notRead = Readings.notRead(HexFormat.of().parseHex(bytes), "notes.txt");
    assertEquals(mediaType, notRead.mediaType());
    assertEquals(reason, notRead.reason());
  }

  @Test
  void tellsKindsOfZipApart() {
    byte[] word = "PK\u0003\u0004....word/document.xml".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("Word files are not read yet", Readings.notRead(word, "a").reason());
    byte[] open =
        "PK\u0003\u0004....mimetypeapplication/vnd.oasis.opendocument.text"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        "application/vnd.oasis.opendocument.text", Readings.notRead(open, "a").mediaType());
  }

  @Test
  void namesMailAndXml() {
    byte[] mail =
        "From: a@b.example\nTo: c@d.example\nSubject: Valley\n\nText"
            .getBytes(StandardCharsets.UTF_8);
    assertEquals("message/rfc822", Readings.notRead(mail, "a.txt").mediaType());
    byte[] xml = "<?xml version='1.0'?><feed><entry/></feed>".getBytes(StandardCharsets.UTF_8);
    assertEquals("application/xml", Readings.notRead(xml, "a.html").mediaType());
  }

  @Test
  void anEmptyFileSaysSo() {
    assertEquals("the file is empty", Readings.notRead(new byte[0], "a.txt").reason());
    assertEquals(
        "the file holds white space alone",
        Readings.notRead(" \n\t".getBytes(StandardCharsets.UTF_8), "a.txt").reason());
  }

  @Test
  void wordsThatOpenLikeAnImageAreText() {
    assertEquals("text/plain", Readings.read("BMW closed its plant in Lunden.", "a").mediaType());
    assertEquals("text/plain", Readings.read("MZ is a town. ID3 is not.", "a").mediaType());
  }

  @Test
  void filesAboveTheLimitAreNotRead() throws IOException {
    byte[] large = new byte[TextReader.LARGEST_SOURCE_BYTES + 7];
    Arrays.fill(large, (byte) 'a');
    Reading reading =
        TextReader.read(
            new ByteArrayInputStream(large), "a.txt", Metadata.NONE, TextReader.Mapping.NONE);
    assertTrue(reading instanceof Reading.NotRead notRead && notRead.reason().contains("32 MiB"));
  }

  @Test
  void randomBytesAreNoText() {
    long seed = 20_211_012L;
    Random random = new Random(seed);
    byte[] junk = new byte[5000];
    random.nextBytes(junk);
    assertEquals("application/octet-stream", Readings.notRead(junk, "a.txt").mediaType());
  }

  @ParameterizedTest
  @CsvSource({
    "german, UTF-8", "german, windows-1252", "german, UTF-16LE", "german, UTF-16BE",
    "russian, UTF-8", "russian, windows-1251", "russian, KOI8-R", "russian, UTF-16LE",
    "chinese, UTF-8", "chinese, GB18030", "chinese, UTF-16LE", "chinese, UTF-16BE",
    "chinese, UTF-16", "arabic, UTF-8", "arabic, windows-1256", "arabic, UTF-16LE",
    "japanese, UTF-8", "japanese, windows-31j", "japanese, EUC-JP", "polish, windows-1250",
    "polish, UTF-8", "german, UTF-32BE", "russian, UTF-16",
  })
  void findsTheCharset(String language, String charset) {
    String text =
        switch (language) {
          case "german" -> GERMAN;
          case "russian" -> RUSSIAN;
          case "chinese" -> CHINESE;
          case "arabic" -> ARABIC;
          case "japanese" -> JAPANESE;
          default -> POLISH;
        };
    boolean marked = charset.equals("UTF-32BE");
    byte[] bytes = ((marked ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset));
    assertEquals(text, Readings.read(bytes, "a.txt").content());
  }

  @Test
  void aFileCutInMidCharacterStaysUtf8() {
    byte[] bytes = RUSSIAN.getBytes(StandardCharsets.UTF_8);
    String content = Readings.read(Arrays.copyOf(bytes, 101), "a.txt").content();
    assertTrue(RUSSIAN.startsWith(content.substring(0, content.length() - 1)));
  }

  @Test
  void aDeclaredCharsetIsBelievedUnlessTheBytesAreUtf8() {
    String page = "<html><head><meta charset=%s></head><body><p>" + GERMAN + "</p></body></html>";
    byte[] declared = page.formatted("iso-8859-2").getBytes(Charset.forName("ISO-8859-2"));
    assertTrue(Readings.read(declared, "a.html").content().contains("gesperrte Tal für"));
    byte[] lying = page.formatted("iso-8859-1").getBytes(StandardCharsets.UTF_8);
    assertTrue(Readings.read(lying, "a.html").content().contains("gesperrte Tal für"));
    String russian = page.replace(GERMAN, RUSSIAN).formatted("\"windows-1251\"");
    byte[] cyrillic = russian.getBytes(Charset.forName("windows-1251"));
    assertTrue(Readings.read(cyrillic, "a.html").content().contains("закрытую долину"));
  }

  @Test
  void whatIsKnownGoesBeforeWhatIsFound() {
    Metadata known = new Metadata(null, null, "Lunden Courier", "2020-02", null, null);
    Reading reading =
        TextReader.read(
            ("A title of some words\n\n12 May 2021\n\n"
                    + "The council met in the town of Lunden and said so.")
                .getBytes(StandardCharsets.UTF_8),
            "a.txt",
            known);
    assertTrue(reading instanceof Reading.Read);
    Metadata metadata = ((Reading.Read) reading).text().metadata();
    assertEquals("2020-02", metadata.published());
    assertEquals("Lunden Courier", metadata.publisher());
    assertEquals("A title of some words", metadata.title());
  }
}
