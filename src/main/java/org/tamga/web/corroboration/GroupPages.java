package org.tamga.web.corroboration;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tamga.corroboration.event.LinkedEvent;
import org.tamga.corroboration.genealogy.Genealogy;
import org.tamga.record.corroboration.Corroborated;
import org.tamga.record.corroboration.Sight;
import org.tamga.web.Frame;
import org.tamga.web.PageTurn;
import org.tamga.web.Shelf;
import org.tamga.web.corroboration.GroupListPage.Row;

/**
 * Makes the pages of events and genealogies.
 *
 * <p>What was found is kept until the archive or the day changes: an embargo ends with a day.
 */
public final class GroupPages {
  private static final String DIGEST = "sha256:";

  private @Nullable Kept kept;
  private @Nullable KeptEchoes keptEchoes;

  /** What was found when the archive was in a state. */
  private record Kept(String state, Corroborated found) {}

  private synchronized Corroborated found(Shelf shelf) throws IOException {
    String state = shelf.state();
    if (kept == null || !kept.state().equals(state)) {
      Sight sight = new Sight(shelf::maySee, shelf.audience().maySeeProvenance());
      kept = new Kept(state, Corroborated.read(shelf.record(), sight));
    }
    return kept.found();
  }

  /** The groups of documents when the archive was in a state. */
  private record KeptEchoes(String state, SeenEchoes seen) {}

  private synchronized SeenEchoes echoes(Shelf shelf) {
    String state = shelf.state();
    if (keptEchoes == null || !keptEchoes.state().equals(state)) {
      keptEchoes = new KeptEchoes(state, SeenEchoes.of(shelf));
    }
    return keptEchoes.seen();
  }

  /** The list of groups of documents. */
  public GroupListPage echoes(Shelf shelf, @Nullable String page) {
    SeenEchoes seen = echoes(shelf);
    return list(
        shelf,
        "Echoes",
        "Documents that come from one origin count as one source. A claim is not stronger for being"
            + " repeated.",
        "/echoes",
        page,
        seen.groups(),
        group -> EchoWriter.row(seen, group));
  }

  /** The group with this document; null where there is none. */
  public @Nullable GroupPage echo(Shelf shelf, String hex) {
    SeenEchoes seen = echoes(shelf);
    for (SeenEchoes.Group one : seen.groups()) {
      if (one.documents().stream().anyMatch(id -> id.equals(DIGEST + hex))) {
        return new EchoWriter(shelf, seen).write(one);
      }
    }
    return null;
  }

  /** The list of genealogies; figures that stand alone are on no page but their document's. */
  public GroupListPage figures(Shelf shelf, @Nullable String page) throws IOException {
    List<Genealogy> all =
        found(shelf).genealogies().stream().filter(one -> one.points().size() > 1).toList();
    return list(
        shelf,
        "Figures",
        "All numbers that documents give for one population in one respect. They are laid side by"
            + " side, never added up or averaged.",
        "/figures",
        page,
        all,
        GenealogyWriter::row);
  }

  /** The list of events. */
  public GroupListPage events(Shelf shelf, @Nullable String page) throws IOException {
    return list(
        shelf,
        "Events",
        "Letters, votes, statements, leaks: which documents report the same one, and what each"
            + " adds, omits or says differently.",
        "/events",
        page,
        found(shelf).events(),
        EventWriter::row);
  }

  private static <T> GroupListPage list(
      Shelf shelf,
      String heading,
      String lead,
      String address,
      @Nullable String page,
      List<T> all,
      Function<T, Row> row) {
    PageTurn turn = PageTurn.of(page, all.size());
    List<Row> rows = all.stream().skip(turn.before()).limit(PageTurn.SIZE).map(row).toList();
    return new GroupListPage(Frame.of(heading, shelf), heading, lead, rows, turn, address);
  }

  /** The genealogy with this figure; null where there is none. */
  public @Nullable GroupPage figure(Shelf shelf, String hex) throws IOException {
    Corroborated found = found(shelf);
    for (Genealogy one : found.genealogies()) {
      if (Corroborated.ids(one).contains(DIGEST + hex)) {
        return new GenealogyWriter(shelf, found).write(one);
      }
    }
    return null;
  }

  /** The event with this report; null where there is none. */
  public @Nullable GroupPage event(Shelf shelf, String hex) throws IOException {
    Corroborated found = found(shelf);
    for (LinkedEvent one : found.events()) {
      if (Corroborated.ids(one).contains(DIGEST + hex)) {
        return new EventWriter(shelf, found).write(one);
      }
    }
    return null;
  }
}
