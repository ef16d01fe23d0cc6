package org.tamga.web.corroboration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.corroboration.independence.EchoGroup;
import org.tamga.corroboration.independence.Link;
import org.tamga.corroboration.independence.Source;
import org.tamga.record.RecordDocument;
import org.tamga.record.decision.GroupDecisions;
import org.tamga.record.echo.ArchiveEchoes;
import org.tamga.record.echo.Echoes;
import org.tamga.vault.Digest;
import org.tamga.web.DocumentHead;
import org.tamga.web.Shelf;

/**
 * Groups of documents of one origin, as somebody may see them.
 *
 * @param groups of two documents or more that may be seen
 * @param titles what documents are called, by id
 */
record SeenEchoes(List<Group> groups, Map<String, String> titles) {
  SeenEchoes {
    groups = List.copyOf(groups);
    titles = Map.copyOf(titles);
  }

  /**
   * One group.
   *
   * @param documents ids, in the order in which they came in
   * @param published when each was published, by id, as far as known
   * @param links between them, with ids for the numbers
   * @param origin id of the document from which the others come; null where it is not known, or not
   *     to be seen
   * @param why in words; empty where some of the group is not to be seen
   * @param decisions what people decided
   */
  record Group(
      String kind,
      List<String> documents,
      Map<String, String> published,
      List<Pair> links,
      @Nullable String origin,
      List<String> originWhy,
      List<String> why,
      List<GroupDecisions.Shown> decisions) {}

  /** Two documents that have something in common. */
  record Pair(String first, String second, Link link) {}

  static SeenEchoes of(Shelf shelf) {
    Optional<Echoes> found = ArchiveEchoes.asItIs(shelf.view(), shelf.record());
    Map<String, String> titles = new HashMap<>();
    List<Group> groups = new ArrayList<>();
    if (found.isPresent()) {
      Echoes echoes = found.get();
      for (EchoGroup group : echoes.groups()) {
        for (int number : group.documents()) {
          String id = echoes.sources().get(number).id();
          shelf
              .document(Digest.parse(id))
              .ifPresent(document -> titles.put(id, title(shelf, document)));
        }
        Group seen = seen(shelf, echoes, group, titles);
        if (seen.documents().size() > 1) {
          groups.add(seen);
        }
      }
    }
    return new SeenEchoes(groups, titles);
  }

  private static String title(Shelf shelf, RecordDocument document) {
    return DocumentHead.of(document, shelf.audience()).title();
  }

  private static Group seen(
      Shelf shelf, Echoes echoes, EchoGroup group, Map<String, String> titles) {
    List<String> documents = new ArrayList<>();
    Map<String, String> published = new HashMap<>();
    for (int number : group.documents()) {
      Source source = echoes.sources().get(number);
      if (titles.containsKey(source.id())) {
        documents.add(source.id());
        if (source.published() != null) {
          published.put(source.id(), source.published());
        }
      }
    }
    List<Pair> links = new ArrayList<>();
    for (Link link : group.links()) {
      String first = echoes.sources().get(link.first()).id();
      String second = echoes.sources().get(link.second()).id();
      if (documents.contains(first) && documents.contains(second)) {
        links.add(new Pair(first, second, link));
      }
    }
    // Reasons speak of documents by their files, and of all of the group.
    boolean isAll =
        shelf.audience().maySeeProvenance() && documents.size() == group.documents().size();
    String origin = group.origin().document();
    boolean isOriginSeen = origin != null && documents.contains(origin);
    List<GroupDecisions.Shown> decisions =
        echoes.decisions(group).stream()
            .filter(one -> documents.containsAll(one.members()))
            .map(one -> isAll ? one : one.withoutWords())
            .toList();
    return new Group(
        group.kind().word(),
        documents,
        published,
        links,
        isOriginSeen ? origin : null,
        isAll ? group.origin().why() : List.of(),
        isAll ? group.why() : List.of(),
        decisions);
  }
}
