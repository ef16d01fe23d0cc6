package org.tamga.cli.corroboration;

import java.io.PrintWriter;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Voice;
import org.tamga.cli.Shown;
import org.tamga.corroboration.genealogy.Bounds;
import org.tamga.corroboration.genealogy.FigurePoint;
import org.tamga.corroboration.genealogy.Genealogy;
import org.tamga.corroboration.genealogy.Relation;
import org.tamga.record.corroboration.Corroborated;

/** A genealogy as a page of text. */
record GenealogyText(PrintWriter out, Corroborated found) {
  void print(Genealogy genealogy) {
    say(
        GroupText.id(genealogy.id())
            + "  "
            + (genealogy.population().isEmpty() ? "(not named)" : genealogy.population())
            + (genealogy.measure() == null ? "" : ": " + genealogy.measure())
            + (genealogy.places().isEmpty()
                ? ""
                : ", in " + String.join(", ", genealogy.places())));
    for (FigurePoint point : genealogy.points()) {
      say(
          "  "
              + GroupText.id(point.id())
              + "  "
              + (point.date() == null
                  ? "no date   "
                  : point.date()
                      + " ("
                      + (point.dateIs() == null ? "" : point.dateIs().word())
                      + ")")
              + "  "
              + Bounds.words(point.figure())
              + ", "
              + giver(point.figure()));
      say(
          "      “"
              + point.figure().target().exact().replaceAll("\\s+", " ")
              + "” at "
              + point.figure().target().span().start()
              + " of "
              + point.file());
    }
    for (Relation relation : genealogy.relations()) {
      say(
          "  "
              + GroupText.id(relation.of())
              + " "
              + relation.kind().word()
              + " "
              + GroupText.id(relation.to())
              + ": "
              + relation.why());
    }
    for (Genealogy.Hint hint : genealogy.hints()) {
      say("  perhaps the same as " + GroupText.id(hint.genealogy()) + ": " + hint.why());
    }
    if (genealogy.origin() != null) {
      say("  origin, as people decided: " + GroupText.id(genealogy.origin()));
    }
    GroupText.decisions(out, found.decisions().about(Corroborated.ids(genealogy)));
  }

  private static String giver(Figure figure) {
    if (figure.by() != null) {
      return figure.by().anonymous()
          ? "by a source that the text does not name (" + figure.by().name() + ")"
          : "by " + figure.by().name();
    }
    return figure.voice() == Voice.DOCUMENT
        ? "in the document's own voice"
        : "by whom, the text does not say";
  }

  private void say(String line) {
    out.println(Shown.safely(line));
  }
}
