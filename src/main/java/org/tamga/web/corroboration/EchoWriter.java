package org.tamga.web.corroboration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tamga.corroboration.independence.EchoKind;
import org.tamga.corroboration.independence.Judgement;
import org.tamga.corroboration.passage.Passage;
import org.tamga.export.picture.TreePicture;
import org.tamga.text.Span;
import org.tamga.web.Frame;
import org.tamga.web.LabelledText;
import org.tamga.web.Shelf;
import org.tamga.web.corroboration.GroupListPage.Row;
import org.tamga.web.corroboration.GroupPage.Item;
import org.tamga.web.corroboration.GroupPage.Section;
import org.tamga.web.corroboration.SeenEchoes.Group;
import org.tamga.web.corroboration.SeenEchoes.Pair;

/** Writes the page of one group of documents. */
final class EchoWriter {
  /** More passages than this nobody reads on one page. */
  private static final int MOST_PASSAGES = 100;

  private static final String UNDATED = "no date";

  private final Shelf shelf;
  private final SeenEchoes seen;

  EchoWriter(Shelf shelf, SeenEchoes seen) {
    this.shelf = shelf;
    this.seen = seen;
  }

  static Row row(SeenEchoes seen, Group group) {
    List<String> facets = new ArrayList<>();
    facets.add(group.documents().size() + " documents, one source");
    facets.add(group.kind());
    facets.add(group.origin() == null ? "origin not known" : "origin known");
    return new Row(
        "/echoes/" + GroupWords.hex(group.documents().getFirst()), title(seen, group), facets);
  }

  private static String title(SeenEchoes seen, Group group) {
    String first = group.origin() == null ? group.documents().getFirst() : group.origin();
    return seen.titles().getOrDefault(first, "");
  }

  GroupPage write(Group group) {
    List<LabelledText> facets = new ArrayList<>();
    facets.add(new LabelledText("Kind", group.kind()));
    facets.add(
        new LabelledText(
            "Origin",
            group.origin() == null ? "not known" : seen.titles().getOrDefault(group.origin(), "")));
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Documents", inOrder(group).stream().map(this::document).toList()));
    List<Item> passages = new ArrayList<>();
    group.links().forEach(pair -> passages.addAll(passages(pair)));
    add(sections, "Passages in common", passages.stream().limit(MOST_PASSAGES).toList());
    add(sections, "Why this origin", group.originWhy().stream().map(EchoWriter::words).toList());
    add(sections, "Why they are one", group.why().stream().map(EchoWriter::words).toList());
    return new GroupPage(
        Frame.of(title(seen, group), shelf),
        "/echoes",
        "Echoes",
        title(seen, group),
        facets,
        picture(group),
        sections,
        GroupWords.lines(group.decisions()));
  }

  private static Item words(String words) {
    return new Item(words, "", "", List.of());
  }

  private static void add(List<Section> sections, String title, List<Item> items) {
    if (!items.isEmpty()) {
      sections.add(new Section(title, items));
    }
  }

  private Item document(String id) {
    return new Item(
        "", "/documents/" + GroupWords.hex(id), seen.titles().getOrDefault(id, ""), List.of());
  }

  /** By their dates, those without one last. */
  private static List<String> inOrder(Group group) {
    return group.documents().stream()
        .sorted(
            Comparator.comparing((String id) -> !id.equals(group.origin()))
                .thenComparing(id -> group.published().getOrDefault(id, "~"))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private String picture(Group group) {
    List<String> order = inOrder(group);
    List<TreePicture.Node> nodes = new ArrayList<>();
    for (String id : order) {
      nodes.add(
          new TreePicture.Node(
              id, seen.titles().getOrDefault(id, ""), group.published().getOrDefault(id, UNDATED)));
    }
    List<TreePicture.Edge> edges = new ArrayList<>();
    List<Pair> strongest = new ArrayList<>(group.links());
    strongest.sort(Comparator.comparingDouble((Pair pair) -> -pair.link().judgement().strength()));
    for (Pair pair : strongest) {
      boolean isFirstSource = isFirstSource(group, pair, order);
      EchoKind kind = pair.link().judgement().kind();
      edges.add(
          new TreePicture.Edge(
              isFirstSource ? pair.second() : pair.first(),
              isFirstSource ? pair.first() : pair.second(),
              kind == null ? "like" : kind.word()));
    }
    return TreePicture.draw(title(seen, group), nodes, edges);
  }

  /** Which of two is drawn as the source: the origin, the one that is shown to be, the earlier. */
  private static boolean isFirstSource(Group group, Pair pair, List<String> order) {
    if (pair.first().equals(group.origin()) || pair.second().equals(group.origin())) {
      return pair.first().equals(group.origin());
    }
    Judgement.Side side = pair.link().judgement().source();
    return switch (side) {
      case FIRST -> true;
      case SECOND -> false;
      case NOT_SHOWN -> order.indexOf(pair.first()) < order.indexOf(pair.second());
    };
  }

  private List<Item> passages(Pair pair) {
    List<Item> items = new ArrayList<>();
    for (Passage passage : pair.link().passages()) {
      items.add(
          new Item(
              passage.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              "/documents/" + GroupWords.hex(pair.first()),
              seen.titles().getOrDefault(pair.first(), ""),
              List.of(
                  new LabelledText("Characters", place(passage.first())),
                  new LabelledText(
                      "In the other",
                      seen.titles().getOrDefault(pair.second(), "")
                          + ", characters "
                          + place(passage.second())),
                  new LabelledText("Words in common", Integer.toString(passage.words())))));
    }
    return items;
  }

  private static String place(Span span) {
    return span.start() + " to " + span.end();
  }
}
