package org.tamga.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Annotation;
import org.tamga.custody.ArchiveView;
import org.tamga.record.Acquisition;
import org.tamga.record.Decision;
import org.tamga.record.RecordDocument;
import org.tamga.record.decision.ReviewedAnnotation;
import org.tamga.text.Reading;
import org.tamga.text.Reading.Warning;
import org.tamga.vault.Digest;
import org.tamga.vault.Disk;
import org.tamga.web.corroboration.GroupListPage;
import org.tamga.web.corroboration.GroupPage;
import org.tamga.web.corroboration.GroupPages;
import org.tamga.web.preview.Previews;

/** What is answered at which address; docs/spec/pages.md has the table. */
final class Pages {
  /** A longer text is cut: browsers fail at some length, and the file is there to be opened. */
  static final int MOST_CODE_POINTS = 1_000_000;

  private static final int MOST_QUERY_CHARACTERS = 500;

  /** Browsers fetch pictures as they come into view; more are in the file itself. */
  private static final int MOST_PICTURES = 100;

  private static final Pattern PAGE_NUMBER = Pattern.compile("[1-9]\\d{0,3}");

  private final Disk disk;
  private final Path folder;
  private final Audience audience;
  private final Clock clock;
  private final Answers answers;
  private final Previews previews;
  private final GroupPages groups = new GroupPages();

  Pages(
      Disk disk, Path folder, Audience audience, Clock clock, Answers answers, Previews previews) {
    this.disk = disk;
    this.folder = folder;
    this.audience = audience;
    this.clock = clock;
    this.answers = answers;
    this.previews = previews;
  }

  void addTo(RoutesConfig routes) {
    at(routes, "/", onShelf(this::list));
    at(routes, "/search", onShelf(this::find));
    at(routes, "/about", this::about);
    at(routes, "/echoes", onShelf((asked, shelf) -> groups(asked, shelf, groups::echoes)));
    at(routes, "/echoes/{id}", onShelf((asked, shelf) -> group(asked, shelf, groups::echo)));
    at(routes, "/figures", onShelf((asked, shelf) -> groups(asked, shelf, groups::figures)));
    at(routes, "/figures/{id}", onShelf((asked, shelf) -> group(asked, shelf, groups::figure)));
    at(routes, "/events", onShelf((asked, shelf) -> groups(asked, shelf, groups::events)));
    at(routes, "/events/{id}", onShelf((asked, shelf) -> group(asked, shelf, groups::event)));
    at(routes, "/documents/{id}", onShelf(this::document));
    at(routes, "/documents/{id}/custody", onShelf(this::custody));
    at(routes, "/documents/{id}/original", onShelf(this::original));
    at(routes, "/documents/{id}/pages/{page}", onShelf(this::picture));
    at(routes, "/log/checkpoint", this::checkpoint);
    at(routes, "/log/tile/<path>", this::tile);
    at(
        routes,
        "/tamga.css",
        context -> Answers.own(context, "tamga.css", "text/css; charset=utf-8"));
    at(routes, "/icon.svg", context -> Answers.own(context, "icon.svg", "image/svg+xml"));
  }

  /** The framework would answer HEAD by itself, with headers other than those of GET. */
  private static void at(RoutesConfig routes, String address, Handler handler) {
    routes.get(address, handler);
    routes.head(address, handler);
  }

  /** An answer that needs the archive's record. */
  @FunctionalInterface
  private interface OnShelf {
    void answer(Context context, Shelf shelf) throws IOException;
  }

  private Handler onShelf(OnShelf work) {
    return context -> {
      try (Shelf shelf = Shelf.open(disk, folder, audience, clock)) {
        work.answer(context, shelf);
      }
    };
  }

  private void list(Context context, Shelf shelf) {
    long total = shelf.record().count();
    PageTurn turn = PageTurn.of(context.queryParam("page"), total);
    List<DocumentHead> heads = new ArrayList<>();
    int hidden = 0;
    for (Digest id : shelf.record().ids(turn.before(), PageTurn.SIZE)) {
      RecordDocument document = shelf.document(id).orElse(null);
      if (document == null) {
        hidden++;
      } else {
        heads.add(DocumentHead.of(document, audience));
      }
    }
    Frame frame = Frame.of("Documents", shelf);
    ListPage page = new ListPage(frame, heads, hidden, total, turn);
    answers.page(context, HttpStatus.OK, "list", page);
  }

  private void find(Context context, Shelf shelf) throws IOException {
    String typed = Objects.requireNonNullElse(context.queryParam("q"), "").strip();
    String query = typed.substring(0, Math.min(typed.length(), MOST_QUERY_CHARACTERS));
    SearchPage page = new SearchWriter(shelf).write(query, context.queryParam("page"));
    answers.page(context, HttpStatus.OK, "search", page);
  }

  /** Makes a list of groups. */
  private interface OfGroups {
    GroupListPage make(Shelf shelf, @Nullable String page) throws IOException;
  }

  private void groups(Context context, Shelf shelf, OfGroups list) throws IOException {
    GroupListPage page = list.make(shelf, context.queryParam("page"));
    answers.page(context, HttpStatus.OK, "groups", page);
  }

  /** Makes the page of one group; null where there is none. */
  private interface OfGroup {
    @Nullable GroupPage make(Shelf shelf, String hex) throws IOException;
  }

  private void group(Context context, Shelf shelf, OfGroup one) throws IOException {
    GroupPage page = one.make(shelf, context.pathParam("id"));
    if (page == null) {
      answers.missing(context);
    } else {
      answers.page(context, HttpStatus.OK, "group", page);
    }
  }

  private void about(Context context) {
    boolean isShared = audience == Audience.OTHERS;
    answers.page(context, HttpStatus.OK, "about", new Frame("About", "", 0, isShared));
  }

  private void document(Context context, Shelf shelf) throws IOException {
    RecordDocument document = shelf.named(context.pathParam("id"));
    if (document == null) {
      answers.missing(context);
      return;
    }
    DocumentHead head = DocumentHead.of(document, audience);
    List<TextBlock> blocks = List.of();
    List<DocumentPage.Group> groups = List.of();
    int cutAt = 0;
    List<String> warnings = List.of();
    Reading reading = document.mediaType() == null ? null : shelf.record().reading(document.id());
    if (reading != null) {
      warnings = reading.noted().warnings().stream().map(this::words).toList();
    }
    if (document.text() != null && reading instanceof Reading.Read read) {
      List<ReviewedAnnotation> reviewed = reviewed(shelf, document.id());
      List<Annotation> annotations = reviewed.stream().map(ReviewedAnnotation::annotation).toList();
      List<Note> notes = new ArrayList<>();
      for (ReviewedAnnotation one : reviewed) {
        notes.add(NoteWriter.write(notes.size() + 1, one));
      }
      blocks = new TextWeaver(read.text(), annotations, notes, MOST_CODE_POINTS).weave();
      groups = groups(notes);
      String content = read.text().content();
      cutAt = content.codePointCount(0, content.length()) > MOST_CODE_POINTS ? MOST_CODE_POINTS : 0;
    }
    Frame frame = Frame.of(head.title(), shelf);
    DocumentPage page =
        new DocumentPage(
            frame,
            head,
            warnings,
            pictures(document, reading),
            blocks,
            groups,
            lost(shelf, document.id()),
            acquisitions(document),
            cutAt);
    answers.page(context, HttpStatus.OK, "document", page);
  }

  /** The pages that can be looked at; a document of pictures alone does not say how many it has. */
  private static List<Integer> pictures(RecordDocument document, @Nullable Reading reading) {
    if (!Previews.isShown(document.mediaType())) {
      return List.of();
    }
    int pages = reading instanceof Reading.Read read ? read.text().places().size() : 1;
    return IntStream.rangeClosed(1, Math.clamp(pages, 1, MOST_PICTURES)).boxed().toList();
  }

  private void picture(Context context, Shelf shelf) throws IOException {
    RecordDocument document = shelf.named(context.pathParam("id"));
    String page = context.pathParam("page");
    if (document == null
        || !PAGE_NUMBER.matcher(page).matches()
        || !Previews.isShown(document.mediaType())) {
      answers.missing(context);
      return;
    }
    String source = Acquisition.sourceOf(document.acquisitions(), document.id());
    Optional<byte[]> png =
        previews.picture(
            document.id(),
            source,
            () -> shelf.view().vault().open(document.id()),
            Integer.parseInt(page));
    if (png.isEmpty()) {
      answers.missing(context);
    } else {
      context.contentType("image/png").result(png.get());
    }
  }

  /** The words of a warning may hold names of files, which are for the keeper. */
  private String words(Warning warning) {
    return audience.maySeeProvenance() ? warning.words() : warning.code();
  }

  /** Why people decided as they did is for the keeper: it may name those who told them. */
  private List<ReviewedAnnotation> reviewed(Shelf shelf, Digest document) {
    List<ReviewedAnnotation> all = shelf.record().reviewed(document);
    return audience.maySeeProvenance()
        ? all
        : all.stream()
            .filter(one -> !one.hasOwnWords())
            .map(one -> one.with(one.decisions().stream().map(Decision::withoutWords).toList()))
            .toList();
  }

  private List<Lost> lost(Shelf shelf, Digest document) {
    return audience.maySeeProvenance()
        ? shelf.record().orphans(document).stream().map(NoteWriter::lost).toList()
        : List.of();
  }

  private static List<DocumentPage.Group> groups(List<Note> notes) {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("statement", "Statements");
    titles.put("demand", "Demands");
    titles.put("figure", "Figures");
    titles.put("position", "Positions");
    titles.put("allegation", "Allegations");
    titles.put("event", "Events");
    titles.put("date", "Dates");
    List<DocumentPage.Group> groups = new ArrayList<>();
    titles.forEach(
        (type, title) -> {
          List<Note> mine = notes.stream().filter(note -> note.type().equals(type)).toList();
          if (!mine.isEmpty()) {
            groups.add(new DocumentPage.Group(type, title, mine));
          }
        });
    return groups;
  }

  private List<List<LabelledText>> acquisitions(RecordDocument document) {
    List<List<LabelledText>> all = new ArrayList<>();
    for (Acquisition acquisition : document.acquisitions()) {
      List<LabelledText> one = new ArrayList<>();
      one.add(new LabelledText("received", acquisition.received()));
      one.add(new LabelledText("log index", Long.toString(acquisition.index())));
      List<String> marks = DocumentHead.marks(acquisition.handling());
      one.add(new LabelledText("handling", marks.isEmpty() ? "open" : String.join(", ", marks)));
      if (audience.maySeeProvenance()) {
        one.add(new LabelledText("path", acquisition.path().display()));
        acquisition
            .particulars()
            .values()
            .forEach((name, text) -> one.add(new LabelledText(name, text)));
        one.add(new LabelledText("program", acquisition.program()));
      }
      if (acquisition.withheld()) {
        one.add(new LabelledText("withheld", "yes"));
      }
      all.add(one);
    }
    return all;
  }

  private void custody(Context context, Shelf shelf) throws IOException {
    RecordDocument document = shelf.named(context.pathParam("id"));
    if (document == null) {
      answers.missing(context);
    } else {
      answers.page(context, HttpStatus.OK, "custody", new CustodyWriter(shelf).write(document));
    }
  }

  private void original(Context context, Shelf shelf) throws IOException {
    RecordDocument document = shelf.named(context.pathParam("id"));
    if (document == null) {
      answers.missing(context);
      return;
    }
    String name =
        audience.maySeeProvenance()
            ? document.acquisitions().getFirst().name().display()
            : document.id().hex();
    try {
      context
          .contentType("application/octet-stream")
          .header("Content-Disposition", SafeName.of(name).disposition())
          .result(shelf.view().vault().open(document.id()));
    } catch (NoSuchFileException gone) {
      answers.message(
          context,
          HttpStatus.NOT_FOUND,
          MessagePage.of(
              "Bytes missing",
              "The bytes of this document are not in the vault.",
              "tamga verify says what is missing and why."));
    }
  }

  private void checkpoint(Context context) throws IOException {
    ArchiveView view = ArchiveView.open(disk, folder);
    context.contentType("text/plain; charset=utf-8").result(LogFiles.checkpoint(view));
  }

  private void tile(Context context) throws IOException {
    ArchiveView view = ArchiveView.open(disk, folder);
    byte[] tile = LogFiles.tile(view, "tile/" + context.pathParam("path")).orElse(null);
    if (tile == null) {
      answers.missing(context);
    } else {
      context
          .contentType("application/octet-stream")
          .header("Cache-Control", LogFiles.FOR_GOOD)
          .result(tile);
    }
  }
}
