package org.tamga.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.tamga.cli.reading.Whole;
import org.tamga.custody.Archive;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent;
import org.tamga.custody.CustodyEvent.Acquired;
import org.tamga.custody.CustodyEvent.Decided;
import org.tamga.custody.CustodyEvent.Linked;
import org.tamga.custody.CustodyEvent.Removal;
import org.tamga.custody.EventKind;
import org.tamga.custody.LoggedEvent;
import org.tamga.keyring.Keyring;
import org.tamga.record.ProjectionListener;
import org.tamga.vault.Digest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What withholding, releasing and destroying a document have in common. */
abstract class RemovalCommand implements Callable<Integer> {
  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private WriterOption writer = new WriterOption();

  @Parameters(paramLabel = "ID", description = "The document: sha256:… or its first digits")
  private String id = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; it is kept in the archive, so name nobody who must not be named")
  private String reason = "";

  private final EventKind kind;

  RemovalCommand(EventKind kind) {
    this.kind = kind;
  }

  /** Says what was done. */
  abstract String done(Digest document, int events);

  @Override
  public Integer call() {
    return archive.attempt(this::remove);
  }

  private int remove() throws IOException {
    Keyring keyring = writer.keyringOfKeeper(archive.folder());
    try (Archive open = writer.open(archive.folder(), keyring)) {
      Touching touching = touching(open.view());
      String now = open.surroundings().now();
      List<Archive.Draft> drafts = new ArrayList<>();
      for (long index : touching.indexes()) {
        drafts.add(
            new Archive.Draft(new Removal(kind, index, now, reason), null, keyring.keeper()));
      }
      open.log(drafts);
      new Pipeline().catchUpAll(open.view(), ProjectionListener.SILENT);
      archive.err().println(done(touching.document(), drafts.size()));
      return ExitStatus.GOOD;
    }
  }

  /** The events that brought in, or speak of, the one document meant. */
  private record Touching(Digest document, List<Long> indexes) {}

  private Touching touching(ArchiveView view) throws IOException {
    String digits = id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
    Map<Digest, List<Long>> found = new HashMap<>();
    view.forEach(
        event ->
            documents(event).stream()
                .filter(digest -> digits.length() >= 6 && digest.hex().startsWith(digits))
                .forEach(
                    digest ->
                        found
                            .computeIfAbsent(digest, none -> new ArrayList<>())
                            .add(event.index())));
    if (found.size() != 1) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          found.isEmpty()
              ? "the archive holds no document " + id
              : found.size() + " documents begin with " + id,
          "tamga list shows the documents; give at least six digits, and enough to mean one");
    }
    var only = found.entrySet().iterator().next();
    Whole whole = Whole.of(view, only.getKey());
    Set<Long> indexes = new TreeSet<>(only.getValue());
    indexes.addAll(whole.members());
    if (kind == EventKind.DESTROYED) {
      view.forEach(
          event -> {
            if (documents(event).stream().anyMatch(whole.gone()::contains)) {
              indexes.add(event.index());
            }
          });
      whole
          .containers()
          .forEach(
              container ->
                  archive
                      .err()
                      .println("warning: the same bytes are still within " + container + "."));
    }
    return new Touching(only.getKey(), List.copyOf(indexes));
  }

  /** Withholding and releasing concern what brought a document in; destroying all that names it. */
  private List<Digest> documents(LoggedEvent logged) {
    CustodyEvent event = logged.event().orElse(null);
    boolean all = kind == EventKind.DESTROYED;
    return switch (event) {
      case Acquired acquired -> List.of(acquired.digest());
      case Linked linked when all -> List.of(linked.digest(), linked.other());
      case Decided decided when all -> List.of(decided.digest());
      case null, default -> List.of();
    };
  }

  /** Keeps a document from being shown to others. */
  @Command(
      name = "withhold",
      mixinStandardHelpOptions = true,
      description = "Keeps a document from being shown or exported; its bytes stay.")
  static final class Withhold extends RemovalCommand {
    Withhold() {
      super(EventKind.WITHHELD);
    }

    @Override
    String done(Digest document, int events) {
      return "Withheld " + document + ". No export or proof will contain it.";
    }
  }

  /** Ends a withholding. */
  @Command(name = "release", mixinStandardHelpOptions = true, description = "Ends a withholding.")
  static final class Release extends RemovalCommand {
    Release() {
      super(EventKind.RELEASED);
    }

    @Override
    String done(Digest document, int events) {
      return "Released " + document + ".";
    }
  }

  /** Takes a document away for good. */
  @Command(
      name = "destroy",
      mixinStandardHelpOptions = true,
      description = "Takes a document's bytes, and all that names it, out of the archive for good.")
  static final class Destroy extends RemovalCommand {
    Destroy() {
      super(EventKind.DESTROYED);
    }

    @Override
    String done(Digest document, int events) {
      return "Destroyed "
          + document
          + " in this archive ("
          + events
          + " events). Copies of the archive made earlier still hold it.";
    }
  }
}
