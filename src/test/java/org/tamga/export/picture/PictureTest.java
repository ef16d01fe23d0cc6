package org.tamga.export.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Voice;
import org.tamga.corroboration.Press;
import org.tamga.corroboration.document.AnnotatedDocument;
import org.tamga.corroboration.event.EventFinder;
import org.tamga.corroboration.genealogy.Genealogy;
import org.tamga.corroboration.genealogy.GenealogyFinder;
import org.tamga.corroboration.grouping.Ties;
import org.tamga.text.Span;
import org.tamga.vault.Digest;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pictures can be read by every program that reads SVG, whatever the documents hold. */
class PictureTest {
  private static final String HOSTILE =
      "</text><script>alert('x')</script> ]]> & \u202egnp.exe\u0000 \ud800 “Ünal”";

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> names(Document document) {
    NodeList all = document.getElementsByTagName("*");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      names.add(all.item(i).getNodeName());
    }
    return names;
  }

  private static AnnotatedDocument source(List<Figure> figures) {
    return new AnnotatedDocument(
        Digest.of(new byte[0]).toString(),
        "file",
        null,
        null,
        new CitedText("300 Tolmars detained"),
        List.copyOf(figures));
  }

  private static Figure figure(int place, @Nullable String low, @Nullable String high) {
    CitedText text = new CitedText("300 Tolmars detained");
    String name = HOSTILE.replace("\ud800", "");
    Mention by = new Mention(name, null, "300", new Span(0, 3), null, false);
    return new Figure(
        Anchor.proposed(
            Digest.of(new byte[0]).toString(),
            Figure.TYPE,
            text.quote(new Span(place, 20)),
            new Anchor.Made("test/step", "1")),
        low == null ? null : new BigDecimal(low),
        high == null ? null : new BigDecimal(high),
        false,
        "Tolmars",
        "detained",
        Voice.ATTRIBUTED,
        by,
        null);
  }

  private static Genealogy genealogy(Figure... figures) {
    GenealogyFinder finder = new GenealogyFinder();
    finder.add(source(List.of(figures)));
    return finder.find(Ties.NONE).getFirst();
  }

  @Test
  void hostileNamesAreLettersAndNothingElse() throws Exception {
    String svg = FigurePicture.draw(genealogy(figure(0, "300", null), figure(1, null, "500")));
    Document document = parsed(svg);
    assertTrue(
        Set.of("svg", "title", "desc", "text", "line", "circle", "path")
            .containsAll(names(document)),
        names(document).toString());
    assertFalse(svg.contains("\u202e"), "nothing turns the direction of writing");
    String tree =
        TreePicture.draw(
            HOSTILE,
            List.of(new TreePicture.Node("a", HOSTILE, "2031"), new TreePicture.Node("b", "b", "")),
            List.of(new TreePicture.Edge("b", "a", HOSTILE)));
    assertFalse(names(parsed(tree)).contains("script"));
  }

  @Test
  void whatIsShownIsSaidInWordsToo() throws Exception {
    Document document = parsed(FigurePicture.draw(genealogy(figure(0, "300", null))));
    String words = document.getElementsByTagName("desc").item(0).getTextContent();
    assertTrue(words.contains("300 or more"), words);
    assertEquals("img", document.getDocumentElement().getAttribute("role"));
  }

  @Test
  void anOpenBoundIsDrawnOpenAndNoOtherNumberIsMade() throws Exception {
    Document open = parsed(FigurePicture.draw(genealogy(figure(0, "300", null))));
    Document closed = parsed(FigurePicture.draw(genealogy(figure(0, "300", "300"))));
    assertEquals(1, open.getElementsByTagName("path").getLength());
    assertEquals(0, closed.getElementsByTagName("path").getLength());
    assertEquals(1, open.getElementsByTagName("circle").getLength());
  }

  @Test
  void numbersOfAnySizeHaveTheirPlace() throws Exception {
    for (String number : List.of("0", "0.0001", "1", "-5", "1e400", "99999999999999999999")) {
      parsed(FigurePicture.draw(genealogy(figure(0, number, null), figure(1, "1", "1"))));
    }
  }

  @Test
  void aCircleOfSourcesEndsAndEveryDocumentIsDrawnOnce() throws Exception {
    List<TreePicture.Node> nodes = new ArrayList<>();
    List<TreePicture.Edge> edges = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      nodes.add(new TreePicture.Node("n" + i, "document " + i, "2031-04-0" + (i + 1)));
      edges.add(new TreePicture.Edge("n" + i, "n" + (i + 1) % 3, "quotes"));
    }
    edges.add(new TreePicture.Edge("n1", "n1", "itself"));
    String tree = TreePicture.draw("a circle", nodes, edges);
    assertEquals(5, parsed(tree).getElementsByTagName("circle").getLength());
    assertEquals(tree, TreePicture.draw("a circle", nodes, edges), "always the same");
  }

  @Test
  void anEventIsDrawnWithItsReports() throws Exception {
    Press press = new Press();
    EventFinder finder = new EventFinder();
    finder.add(press.read("one.txt", null, "2031-04-02", "Esker issued a joint statement today."));
    Document document = parsed(EventPicture.draw(finder.find(Ties.NONE).getFirst()));
    assertEquals(2, document.getElementsByTagName("circle").getLength());
  }
}
