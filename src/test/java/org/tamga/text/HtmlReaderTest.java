package org.tamga.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.text.Block.Role;
import org.tamga.text.ReadableText.SourceRange;

/** Web pages: the main text alone, its metadata, and the way back to the bytes. */
final class HtmlReaderTest {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en-GB"><head><title>Monitors wait at the valley | Lunden Courier</title>
      <meta property="og:title" content="Monitors wait at the valley">
      <link rel="canonical" href="https://courier.example/2021/valley">
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
        {"@type":"Organization","name":"Other"},
        {"@type":"NewsArticle","headline":"Monitors wait at the valley",
         "datePublished":"2021-03-14T08:30:00+01:00",
         "author":[{"@type":"Person","name":"Ana Weiss"},{"@type":"Person","name":"Jon Ruiz"}],
         "publisher":{"@type":"Organization","name":"Lunden Courier"}}]}</script>
      <style>p { color: black }</style></head>
      <body>
      <nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
      <div class="cookie-notice">We use cookies to make this site better for you and everyone.</div>
      <div id="wrap"><article>
      <h1>Monitors wait at the valley</h1>
      <div class="byline">By Ana Weiss and Jon Ruiz</div>
      <time datetime="2021-03-14">14 March 2021</time>
      <figure><img src="a.jpg"><figcaption>A road near Lunden. Courier</figcaption></figure>
      <p>Six monitors have waited for <a href="/x">eleven days</a> at the gate of the closed valley
         in Kestrova, the council said on Sunday &amp; again on Monday.</p>
      <h2>No answer</h2>
      <p>“We have had no answer from the governor,” said Mira Sandoval, who heads the council.
         She added that families in the valley had a right to be heard.</p>
      <blockquote><p>Let them in, and let them speak to whom they wish.</p></blockquote>
      <ul><li>The gate has been shut since 2 January, according to the council.</li>
      <li>The nearest clinic stands forty kilometres away on the other side.</li></ul>
      <table><tr><th>Village</th><th>Families</th></tr>
      <tr><td>Upper Lunden</td><td>120</td></tr></table>
      <div class="share-bar"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
      <form class="newsletter">
      <p>Sign up for the letter that all of Lunden reads each morning.</p></form>
      <p>The governor’s office said that the road was being mended and would open in May.</p>
      </article>
      <aside class="related"><h3>Related</h3>
      <p><a href="/1">Harbour workers end their strike after nine long weeks in the cold</a></p>
      <p><a href="/2">A bridge for the upper town is to be built next year, says mayor</a></p>
      </aside>
      <div id="comments">
      <p>I have lived there all my life and nobody ever asked us about it.</p></div>
      </div>
      <footer><p>© Lunden Courier. All rights reserved. No part may be printed again.</p></footer>
      </body></html>
      """;

  private final ReadableText read = Readings.read(PAGE, "page.html");

  @Test
  void keepsTheMainTextAlone() {
    String content = read.content();
    for (String wanted :
        List.of(
            "Six monitors have waited for eleven days at the gate of the closed valley in Kestrova,"
                + " the council said on Sunday & again on Monday.",
            "No answer",
            "Let them in, and let them speak",
            "The gate has been shut since 2 January",
            "Upper Lunden | 120",
            "would open in May.")) {
      assertTrue(content.contains(wanted), wanted + " is missing in " + content);
    }
    for (String unwanted :
        List.of(
            "Home",
            "cookies",
            "By Ana",
            "14 March",
            "A road near",
            "Facebook",
            "Sign up",
            "Harbour",
            "lived there",
            "rights reserved",
            "color")) {
      assertFalse(content.contains(unwanted), unwanted + " stands in " + content);
    }
  }

  @Test
  void blocksKeepTheirRoles() {
    assertEquals(List.of("Monitors wait at the valley"), Readings.inRole(read, Role.TITLE));
    assertEquals(List.of("No answer"), Readings.inRole(read, Role.HEADING));
    assertEquals(1, Readings.inRole(read, Role.QUOTATION).size());
    assertEquals(2, Readings.inRole(read, Role.LIST_ITEM).size());
    assertEquals(2, Readings.inRole(read, Role.TABLE_ROW).size());
    assertEquals(3, Readings.inRole(read, Role.PARAGRAPH).size());
    assertEquals(List.of(), Readings.inRole(read, Role.BOILERPLATE));
  }

  @Test
  void readsWhatThePageSaysOfItself() {
    assertEquals(
        new Metadata(
            "Monitors wait at the valley",
            "Ana Weiss, Jon Ruiz",
            "Lunden Courier",
            "2021-03-14",
            "en-GB",
            "https://courier.example/2021/valley"),
        read.metadata());
  }

  @Test
  void readsMetaTagsAndVisibleWordsToo() {
    ReadableText text =
        Readings.read(
            """
            <html><head><title>Rat fordert Öffnung - Lundener Bote</title>
            <meta name="author" content="Von Eva Stein"><meta property="og:site_name"
            content="Lundener Bote"></head><body><h1>Rat fordert Öffnung</h1>
            <span class="date">Sonntag, 14. März 2021</span>
            <p>Der Rat von Kestrova hat den Gouverneur am Montag aufgefordert, das gesperrte Tal
            für Beobachter zu öffnen und die Briefe der Familien zu beantworten.</p></body></html>
            """,
            "a.html");
    assertEquals(
        new Metadata("Rat fordert Öffnung", "Eva Stein", "Lundener Bote", "2021-03-14", "de", null),
        text.metadata());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1252"})
  void sourcesPointAtBytesThatHoldTheWords(String charset) {
    String page = PAGE.replace("“", "\"").replace("”", "\"");
    byte[] bytes =
        ((charset.startsWith("UTF-16") ? "\uFEFF" : "") + page).getBytes(Charset.forName(charset));
    ReadableText text = Readings.read(bytes, "page.html");
    assertTrue(text.sources().size() > 8);
    for (SourceRange range : text.sources()) {
      String source =
          new String(
              Arrays.copyOfRange(bytes, (int) range.byteStart(), (int) range.byteEnd()),
              Charset.forName(charset));
      String plain =
          source.replaceAll("<[^>]*>", " ").replace("&amp;", "&").replaceAll("\\s+", " ");
      for (String word : Readings.textOf(text, range.span()).split("[\\s|]+", -1)) {
        assertTrue(plain.contains(word), word + " is not in " + plain);
      }
    }
  }

  @Test
  void readsPagesInOtherLanguages() {
    String chinese = foreign("zh", "首页", "相关新闻", "克斯特罗瓦议会呼吁省长向观察员开放被封闭的山谷。议会主席说，已经连续三个冬天没有村庄的消息。");
    String arabic =
        foreign(
            "ar",
            "الرئيسية",
            "مواضيع ذات صلة",
            "دعا مجلس كيستروفا الحاكم إلى فتح الوادي المغلق أمام المراقبين."
                + " وقالت رئيسة المجلس إن العائلات تنتظر.");
    String russian =
        foreign(
            "ru",
            "Главная",
            "Читайте также",
            "Совет Кестровы призвал губернатора открыть закрытую долину для наблюдателей,"
                + " сказала глава.");
    String german =
        foreign(
            "de",
            "Startseite",
            "Lesen Sie auch",
            "Der Rat von Kestrova hat den Gouverneur aufgefordert, das Tal für"
                + " Beobachter zu öffnen.");
    for (String page : List.of(chinese, arabic, russian, german)) {
      ReadableText text = Readings.read(page, "a.html");
      assertEquals(3, Readings.inRole(text, Role.PARAGRAPH).size(), text.content());
      assertFalse(text.content().contains("neighbour"), text.content());
    }
  }

  private static String foreign(String language, String home, String related, String sentence) {
    String paragraph = "<p>" + sentence + " %s</p>";
    return "<html lang="
        + language
        + "><body><ul class=menu><li><a href=/>"
        + home
        + "</a></li></ul><div class=content>"
        + paragraph.formatted("1")
        + paragraph.formatted("2")
        + paragraph.formatted("3")
        + "<h4>"
        + related
        + "</h4><ul><li><a href=/n>neighbour "
        + sentence.substring(0, 30)
        + "</a></li></ul></div></body></html>";
  }

  @Test
  void aPageWithoutTagsForItsPartsIsReadToo() {
    ReadableText text =
        Readings.read(
            "<p>The council met on Monday.<br><br>It called for the gate of the valley to be opened"
                + " before the week is over.",
            "a.html");
    assertEquals(2, text.blocks().size());
  }

  @Test
  void namesThatTellOfOtherMattersHideNothing() {
    String text =
        "The council of Lunden called on the governor to open the valley before the week is over."
            + " It is the third such call since the winter.";
    ReadableText read =
        Readings.read(
            "<html><body class='has-sidebar no-comments'><article class='post tag-related"
                + " category-latest label-hidden'><p>"
                + text
                + "</p></article><ol class=comment-list><li>"
                + "I do not agree with a word of it and neither should you. ".repeat(30)
                + "</li></ol></body></html>",
            "a.html");
    assertEquals(text, read.content());
  }

  @Test
  void aPageOfAFewWordsKeepsThem() {
    String page = "<html><body><h1>Notice</h1><p>Gate shut</p><a href=/>Home</a></body></html>";
    assertEquals("Notice\n\nGate shut", Readings.read(page, "a.html").content());
  }

  @Test
  void readsXhtml() {
    String page =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
            + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>The council met on Monday and"
            + " called for the gate to be opened.</p></body></html>";
    ReadableText text = Readings.read(page.getBytes(StandardCharsets.UTF_8), "a.xhtml");
    assertEquals("application/xhtml+xml", text.mediaType());
    assertTrue(text.content().startsWith("The council met"));
  }
}
