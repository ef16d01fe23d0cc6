package org.tamga.cli.review;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Shown;
import org.tamga.custody.ArchiveView;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.RecordDocument;
import org.tamga.record.RecordLines;
import org.tamga.record.decision.Deciding;
import org.tamga.record.decision.ReviewedAnnotation;
import org.tamga.text.Span;
import org.tamga.vault.SystemDisk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides about one annotation, or about which are one, for scripts. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Accepts, corrects, rejects or adds one annotation, or joins and splits reports, figures and",
      "passages that are one; signed with your key."
    })
public final class DecideCommand implements Callable<Integer> {
  /** What can be done. */
  enum Action {
    /** It is right as it is shown. */
    ACCEPT,
    /** Some fields are to change. */
    CORRECT,
    /** It is wrong. */
    REJECT,
    /** The program did not see it. */
    ADD,
    /** What this person decided before shall not count. */
    WITHDRAW
  }

  @Mixin private PersonOption person = new PersonOption();

  @Parameters(
      index = "0",
      paramLabel = "ACTION",
      description = "accept, correct, reject, withdraw or add; join, split, origin or undo")
  private String action = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "ID",
      description = {
        "The annotation; with add the document: sha256:… or its first digits.",
        "join: all that are one. split: those that leave their group. origin: whence the others",
        "come. undo: one of the group of which you take your last decision back."
      })
  private List<String> ids = List.of();

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; it is kept in the archive, so name nobody who must not be named")
  private String reason = "";

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "With correct and add: a field and its value; no value takes the field away")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(names = "--type", paramLabel = "TYPE", description = "With add: statement, demand, …")
  private @Nullable String type;

  @Option(
      names = "--quote",
      paramLabel = "WORDS",
      description = "With add: the exact words, which must stand in the text once")
  private @Nullable String quote;

  @Option(names = "--start", paramLabel = "N", description = "With add: place in code points")
  private @Nullable Integer start;

  @Option(names = "--end", paramLabel = "N", description = "With add: place behind the last one")
  private @Nullable Integer end;

  @Option(names = "--json", description = "The record line of the annotation as it is now")
  private boolean json;

  @Override
  public Integer call() {
    Optional<GroupWork.Action> group = GroupWork.Action.parse(action);
    if (group.isPresent()) {
      return new GroupWork(person, ids, reason, json).call(group.get());
    }
    Action wanted = null;
    for (Action one : Action.values()) {
      wanted = one.name().toLowerCase(Locale.ROOT).equals(action) ? one : wanted;
    }
    String wrong = wanted == null ? "there is no action '" + action + "'" : wrong(wanted);
    if (wanted == null || wrong != null) {
      return person
          .archive()
          .complain(wrong, "tamga decide --help tells how it is meant", ExitStatus.WRONG_USAGE);
    }
    Action todo = wanted;
    return person.archive().attempt(() -> decide(todo));
  }

  private @Nullable String wrong(Action wanted) {
    boolean hasPlace = quote != null || start != null || end != null;
    if (reason.isBlank()) {
      return "no reason was given";
    }
    if (ids.size() != 1) {
      return "more than one ID belongs to join and split";
    }
    if (wanted != Action.ADD && (type != null || hasPlace)) {
      return "--type, --quote, --start and --end belong to add";
    }
    if (wanted != Action.ADD && wanted != Action.CORRECT && !set.isEmpty()) {
      return "--set belongs to correct and add";
    }
    if (wanted == Action.ADD && (type == null || !hasPlace)) {
      return "add needs --type, and --quote or --start and --end";
    }
    boolean isSpan = start != null && end != null && start >= 0 && start < end;
    if (quote == null ? hasPlace && !isSpan : start != null || end != null) {
      return "give --quote, or --start and a greater --end";
    }
    return null;
  }

  private int decide(Action todo) throws IOException {
    String id = ids.getFirst();
    SortedMap<String, String> fields = new TreeMap<>();
    set.forEach((name, value) -> fields.put(name, value == null ? "" : value));
    long index =
        person.seal(
            deciding -> {
              switch (todo) {
                case ACCEPT -> deciding.accept(id, null, reason);
                case REJECT -> deciding.reject(id, null, reason);
                case WITHDRAW -> deciding.withdraw(id, null, reason);
                case CORRECT -> deciding.correct(id, null, fields, reason);
                case ADD -> add(deciding, fields);
              }
            });
    tell(index);
    return ExitStatus.GOOD;
  }

  private void add(Deciding deciding, SortedMap<String, String> fields) {
    Span span = start == null || end == null ? null : new Span(start, end);
    deciding.add(ids.getFirst(), type == null ? "" : type, quote, span, fields, reason);
  }

  private void tell(long index) throws IOException {
    PrintWriter out = person.archive().out();
    ArchiveView view = ArchiveView.open(new SystemDisk(), person.archive().folder());
    try (ArchiveRecord record = ArchiveRecord.open(view)) {
      ArchiveRecord.Found found = record.decidedAt(index).orElseThrow();
      ReviewedAnnotation now = found.reviewed();
      if (json) {
        RecordDocument document = record.document(found.document()).orElseThrow();
        out.println(RecordLines.write(document.id().toString(), document.file(), now));
        return;
      }
      out.println(
          Shown.safely(
              Shown.id(now.annotation())
                  + "  "
                  + Shown.words(now.annotation())
                  + ": "
                  + Shown.quote(now.annotation())));
      Shown.decisions(now).forEach(line -> out.println(Shown.safely("  " + line)));
    }
  }
}
