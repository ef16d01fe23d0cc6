package org.tamga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Statement;
import org.tamga.custody.ArchiveView;
import org.tamga.record.ArchiveRecord;
import org.tamga.vault.Digest;
import org.tamga.vault.SystemDisk;

/** Prints a few of the things found, with who said them: what the demonstration is about. */
final class DemoFindings {
  private static final int MOST_OF_EACH = 3;

  private DemoFindings() {}

  static void print(Path archive, PrintWriter out) throws IOException {
    ArchiveView view = ArchiveView.open(new SystemDisk(), archive);
    try (ArchiveRecord record = ArchiveRecord.open(view)) {
      out.println();
      print(record, out, Statement.class, "Who said what");
      print(record, out, Demand.class, "Who is called on to do what");
      print(record, out, Figure.class, "How many");
    }
    out.flush();
  }

  private static <T extends Annotation> void print(
      ArchiveRecord record, PrintWriter out, Class<T> type, String title) {
    out.println(title + ":");
    int shown = 0;
    for (Digest id : record.ids()) {
      for (Annotation annotation : record.annotations(id)) {
        if (type.isInstance(annotation) && who(annotation).length() > 0 && shown < MOST_OF_EACH) {
          out.println("  " + who(annotation) + " “" + annotation.target().exact() + "”");
          shown++;
        }
      }
    }
    if (shown == 0) {
      out.println("  nothing whose speaker is named");
    }
  }

  private static String who(Annotation annotation) {
    return switch (annotation) {
      case Statement statement ->
          statement.speaker() == null ? "" : statement.speaker().name() + ":";
      case Demand demand ->
          demand.by().isEmpty() && demand.to().isEmpty()
              ? ""
              : names(demand.by()) + " to " + names(demand.to()) + ":";
      case Figure figure -> figure.by() == null ? "the document:" : figure.by().name() + ":";
      default -> "";
    };
  }

  private static String names(List<Mention> mentions) {
    return mentions.isEmpty()
        ? "(not stated)"
        : mentions.stream().map(Mention::name).collect(Collectors.joining(", "));
  }
}
