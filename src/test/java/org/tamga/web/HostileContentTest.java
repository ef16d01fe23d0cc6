package org.tamga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.Handling;
import org.tamga.custody.Particulars;
import org.tamga.vault.Digest;

/** Whatever a document, its name or what is told of it holds, the page shows it as text. */
class HostileContentTest {
  private static final String ATTACK =
      "</title></p></main>\"'><script>bad()</script><img src=x onerror=bad()><svg onload=bad()>"
          + "<style>*{display:none}</style><a href=\"javascript:bad()\">go</a>"
          + "<meta http-equiv=refresh content=0><base href=//evil.example>${bad} @if(true)";

  private static final Set<String> ELEMENTS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "link",
          "body",
          "a",
          "header",
          "img",
          "nav",
          "form",
          "label",
          "input",
          "button",
          "main",
          "h1",
          "h2",
          "h3",
          "p",
          "ol",
          "ul",
          "li",
          "dl",
          "dt",
          "dd",
          "div",
          "span",
          "code",
          "article",
          "aside",
          "section",
          "mark",
          "strong",
          "em",
          "blockquote",
          "footer",
          "table",
          "caption",
          "tbody",
          "tr",
          "th",
          "td",
          "details",
          "summary",
          "pre",
          "time",
          "#root");

  private final Path folder;

  HostileContentTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void nothingFromOutsideBecomesMarkup() throws IOException {
    try (Served served = Served.in(folder)) {
      Particulars told = Particulars.NONE;
      for (String name : Particulars.NAMES) {
        if (!name.equals("container")) {
          told = told.with(name, ATTACK);
        }
      }
      Handling handling = new Handling(Handling.Access.RESTRICTED, ATTACK, null, true);
      String text = ATTACK + "\n\nMara said: \"" + ATTACK.replace('"', '\'') + " harbour 2019\"\n";
      Digest document = served.archive().add(ATTACK + ".html", text, told, handling);
      served.catchUp();

      for (String path :
          List.of(
              "/",
              "/documents/" + document.hex(),
              "/documents/" + document.hex() + "/custody",
              "/search?q=harbour",
              "/search?q=" + URLEncoder.encode(ATTACK, StandardCharsets.UTF_8))) {
        Document page = served.page(path);
        assertTrue(page.text().contains("<script>bad()</script>"), path + ": it is not shown");
        for (Element element : page.getAllElements()) {
          assertTrue(ELEMENTS.contains(element.tagName()), path + " has " + element.outerHtml());
          for (Attribute attribute : element.attributes()) {
            assertHarmless(path, element, attribute);
          }
        }
      }
    }
  }

  private static void assertHarmless(String path, Element element, Attribute attribute) {
    String name = attribute.getKey();
    assertTrue(!name.startsWith("on") && !name.equals("style"), path + ": " + element);
    if (Set.of("href", "src", "action").contains(name)) {
      String value = attribute.getValue();
      assertTrue(
          value.startsWith("#") || (value.startsWith("/") && !value.startsWith("//")),
          path + ": " + element.outerHtml());
    }
    if (element.tagName().equals("meta")) {
      assertEquals("", element.attr("http-equiv"), path);
    }
  }

  @Test
  void anAddressFromOutsideIsTextAndNoLink() throws IOException {
    try (Served served = Served.in(folder)) {
      Particulars told = Particulars.NONE.with("url", "https://tracker.example/x");
      Digest document = served.archive().add("a.txt", "Text", told, null);
      served.catchUp();

      Document page = served.page("/documents/" + document.hex());

      assertTrue(page.text().contains("https://tracker.example/x"));
      assertEquals(0, page.select("[href*=tracker], [src*=tracker]").size());
    }
  }
}
