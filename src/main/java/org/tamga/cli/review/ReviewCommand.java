package org.tamga.cli.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tamga.annotation.Anchor;
import org.tamga.cli.ExitStatus;
import org.tamga.custody.ArchiveView;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.Correction;
import org.tamga.record.ProjectionListener;
import org.tamga.record.RecordDocument;
import org.tamga.record.decision.ReviewedAnnotation;
import org.tamga.text.Reading;
import org.tamga.vault.Digest;
import org.tamga.vault.SystemDisk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a person about one proposal after another. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = "Shows what the program proposes, one by one, and seals what you decide.")
public final class ReviewCommand implements Callable<Integer> {
  @Mixin private PersonOption person = new PersonOption();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      split = ",",
      description = "Only these: statement, demand, figure, … Default: all")
  private List<String> types = new ArrayList<>();

  @Option(names = "--all", description = "Also what you decided about before")
  private boolean all;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = "Documents: sha256:… or their first digits. Default: all")
  private List<String> ids = new ArrayList<>();

  @Override
  public Integer call() {
    for (String type : types) {
      if (!Correction.types().contains(type)) {
        return person
            .archive()
            .complain(
                "there is no type '" + type + "'",
                "the types are " + String.join(", ", Correction.types()),
                ExitStatus.WRONG_USAGE);
      }
    }
    return person.archive().attempt(this::review);
  }

  private int review() throws IOException {
    ArchiveView view = ArchiveView.open(new SystemDisk(), person.archive().folder());
    String name = person.person().key().name();
    person.pipeline().catchUp(view, ProjectionListener.SILENT);
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (ArchiveRecord record = ArchiveRecord.open(view)) {
      Interview interview = new Interview(person, answers);
      List<Digest> documents =
          ids.isEmpty()
              ? record.ids()
              : ids.stream().map(id -> record.find(id).id()).distinct().toList();
      for (Digest document : documents) {
        if (!interview.ask(cards(record, document, name))) {
          break;
        }
      }
      return interview.end();
    }
  }

  private List<Card> cards(ArchiveRecord record, Digest id, String name) throws IOException {
    if (!(record.reading(id) instanceof Reading.Read read)) {
      return List.of();
    }
    RecordDocument document = record.document(id).orElseThrow();
    return record.reviewed(id).stream()
        .filter(one -> types.isEmpty() || types.contains(one.annotation().type()))
        .filter(one -> all || isOpen(one, name))
        .map(one -> new Card(document.file(), one, read.text()))
        .toList();
  }

  /**
   * Nobody decided, or others disagree, or the program proposes something else than was decided.
   */
  private static boolean isOpen(ReviewedAnnotation one, String name) {
    boolean isMine =
        one.decisions().stream()
            .filter(d -> d.signer() != null && d.signer().startsWith(name + " "))
            .reduce((earlier, later) -> later)
            .filter(last -> !last.decision().equals("withdrawn"))
            .isPresent();
    Anchor.Status status = one.annotation().anchor().status();
    if (isMine) {
      return one.proposal() != null && status != Anchor.Status.CORRECTED;
    }
    return status == Anchor.Status.PROPOSED;
  }
}
