package org.tamga.web.corroboration;

import java.util.ArrayList;
import java.util.List;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Voice;
import org.tamga.corroboration.genealogy.Bounds;
import org.tamga.corroboration.genealogy.FigurePoint;
import org.tamga.corroboration.genealogy.Genealogy;
import org.tamga.corroboration.genealogy.Relation;
import org.tamga.export.picture.FigurePicture;
import org.tamga.record.corroboration.Corroborated;
import org.tamga.web.Frame;
import org.tamga.web.LabelledText;
import org.tamga.web.Shelf;
import org.tamga.web.corroboration.GroupListPage.Row;
import org.tamga.web.corroboration.GroupPage.Item;
import org.tamga.web.corroboration.GroupPage.Section;

/** Writes the page of one genealogy. */
final class GenealogyWriter {
  private final Shelf shelf;
  private final GroupWords words;

  GenealogyWriter(Shelf shelf, Corroborated found) {
    this.shelf = shelf;
    this.words = new GroupWords(shelf, found);
  }

  static Row row(Genealogy genealogy) {
    List<String> facets = new ArrayList<>();
    facets.add(genealogy.points().size() + " numbers");
    long documents = genealogy.points().stream().map(FigurePoint::document).distinct().count();
    facets.add(documents + (documents == 1 ? " document" : " documents"));
    long opposed =
        genealogy.relations().stream()
            .filter(relation -> relation.kind() == Relation.Kind.CONTRADICTS)
            .count();
    if (opposed > 0) {
      facets.add(opposed + (opposed == 1 ? " contradiction" : " contradictions"));
    }
    return new Row("/figures/" + GroupWords.hex(genealogy.id()), title(genealogy), facets);
  }

  private static String title(Genealogy genealogy) {
    return (genealogy.population().isEmpty() ? "Those counted" : genealogy.population())
        + (genealogy.measure() == null ? "" : ": " + genealogy.measure());
  }

  GroupPage write(Genealogy genealogy) {
    List<LabelledText> facets = new ArrayList<>();
    if (!genealogy.places().isEmpty()) {
      facets.add(new LabelledText("Place", String.join(", ", genealogy.places())));
    }
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section("Numbers", genealogy.points().stream().map(p -> item(genealogy, p)).toList()));
    List<Item> relations =
        genealogy.relations().stream().map(relation -> relation(genealogy, relation)).toList();
    if (!relations.isEmpty()) {
      sections.add(new Section("What they have to do with one another", relations));
    }
    List<Item> hints =
        genealogy.hints().stream()
            .map(
                hint ->
                    new Item(
                        "Perhaps the same: " + hint.why(),
                        "/figures/" + GroupWords.hex(hint.genealogy()),
                        "the other",
                        List.of()))
            .toList();
    if (!hints.isEmpty()) {
      sections.add(new Section("Not taken for the same", hints));
    }
    return new GroupPage(
        Frame.of(title(genealogy), shelf),
        "/figures",
        "Figures",
        title(genealogy),
        facets,
        FigurePicture.draw(genealogy),
        sections,
        words.decisions(Corroborated.ids(genealogy)));
  }

  private Item item(Genealogy genealogy, FigurePoint point) {
    List<LabelledText> lines = new ArrayList<>();
    lines.add(new LabelledText("Given by", giver(point.figure())));
    lines.add(
        new LabelledText(
            "Date",
            point.date() == null || point.dateIs() == null
                ? "not known"
                : point.date() + ", " + when(point.dateIs())));
    lines.add(new LabelledText("Document", words.title(point.document())));
    lines.add(new LabelledText("Population", point.why()));
    if (point.id().equals(genealogy.origin())) {
      lines.add(new LabelledText("Origin", "the others come from it, as people decided"));
    }
    return new Item(
        Bounds.words(point.figure()),
        GroupWords.address(point.document(), point.figure()),
        point.figure().target().exact(),
        lines);
  }

  private static String when(FigurePoint.DateIs is) {
    return switch (is) {
      case AS_OF -> "when it held";
      case SAID -> "when it was said";
      case PUBLISHED -> "when the document was published";
    };
  }

  private static String giver(Figure figure) {
    if (figure.by() != null) {
      return figure.by().anonymous() ? "a source that the text does not name" : figure.by().name();
    }
    return figure.voice() == Voice.DOCUMENT ? "the document itself" : "not stated";
  }

  private Item relation(Genealogy genealogy, Relation relation) {
    FigurePoint of = point(genealogy, relation.of());
    FigurePoint to = point(genealogy, relation.to());
    return new Item(
        Bounds.words(of.figure())
            + " ("
            + giver(of.figure())
            + ") "
            + relation.kind().word()
            + " "
            + Bounds.words(to.figure())
            + " ("
            + giver(to.figure())
            + ")",
        GroupWords.address(of.document(), of.figure()),
        of.figure().target().exact(),
        List.of(new LabelledText("Why", relation.why())));
  }

  private static FigurePoint point(Genealogy genealogy, String id) {
    return genealogy.points().stream()
        .filter(point -> point.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
