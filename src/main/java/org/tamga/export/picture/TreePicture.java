package org.tamga.export.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What comes from what: a row for each document, origin on top, what comes from it beneath and
 * further in.
 *
 * <p>Documents without a source that is known stand in a row of their own at the left edge, never
 * beneath one. docs/spec/pictures.md.
 */
public final class TreePicture {
  /** More rows than this nobody looks at; the list has them all. */
  private static final int MOST_ROWS = 200;

  private static final int MOST_DEPTH = 12;
  private static final int WIDTH = 960;
  private static final int ROW = 40;
  private static final int INDENT = 36;
  private static final int TOP = 30;

  /**
   * One document.
   *
   * @param id by which edges name it
   * @param label what it is called
   * @param date when it was published, or that this is not known
   */
  public record Node(String id, String label, String date) {}

  /**
   * One comes from another.
   *
   * @param from id of the later
   * @param to id of the one that it comes from
   * @param kind how ("copy", "quotes", "reports")
   */
  public record Edge(String from, String to, String kind) {}

  private final List<Node> nodes;
  private final Map<String, List<Edge>> edges = new LinkedHashMap<>();
  private final Map<String, Edge> parents = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Svg svg = new Svg();

  /** A node at its depth; the row above that it hangs from, -1 for none. */
  private record Row(Node node, int depth, int parent, @Nullable Edge edge) {}

  private TreePicture(List<Node> nodes, List<Edge> edges) {
    this.nodes = nodes;
    Set<String> there = new HashSet<>(nodes.stream().map(Node::id).toList());
    for (Edge edge : edges) {
      boolean isUsable = there.contains(edge.from()) && there.contains(edge.to());
      if (isUsable && !edge.from().equals(edge.to())) {
        this.edges.computeIfAbsent(edge.from(), none -> new ArrayList<>()).add(edge);
        parents.putIfAbsent(edge.from(), edge);
      }
    }
  }

  /**
   * The picture.
   *
   * @param nodes in the order of their dates
   * @param edges a node hangs from its first one; the others are told beside it
   */
  public static String draw(String title, List<Node> nodes, List<Edge> edges) {
    return new TreePicture(nodes, edges).image(title);
  }

  private String image(String title) {
    Set<String> placed = new HashSet<>();
    for (Node node : nodes) {
      if (!parents.containsKey(node.id())) {
        place(node, 0, -1, null, placed);
      }
    }
    // What only hangs from each other in a circle has no top; each begins one.
    nodes.forEach(node -> place(node, 0, -1, null, placed));
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      row(i, words);
    }
    int left = nodes.size() - rows.size();
    if (left > 0) {
      svg.text(8, TOP + ROW * rows.size(), left + " more documents are not drawn.");
    }
    return svg.image(WIDTH, TOP + ROW * rows.size() + 20, title, words.toString());
  }

  private void place(Node node, int depth, int parent, @Nullable Edge edge, Set<String> placed) {
    if (rows.size() >= MOST_ROWS || !placed.add(node.id())) {
      return;
    }
    int mine = rows.size();
    rows.add(new Row(node, Math.min(depth, MOST_DEPTH), parent, edge));
    for (Node child : nodes) {
      Edge up = parents.get(child.id());
      if (up != null && up.to().equals(node.id())) {
        place(child, depth + 1, mine, up, placed);
      }
    }
  }

  private void row(int index, StringBuilder words) {
    Row row = rows.get(index);
    double x = 16.0 + INDENT * row.depth();
    double y = TOP + ROW * (double) index;
    svg.disc(x, y, 5, row.parent() >= 0);
    if (row.parent() >= 0) {
      double up = 16.0 + INDENT * rows.get(row.parent()).depth();
      svg.line(up, TOP + ROW * (double) row.parent() + 7, up, y, 1.5, false);
      svg.line(up, y, x - 6, y, 1.5, false);
    }
    String kind = row.edge() == null ? "" : row.edge().kind() + ": ";
    svg.text(x + 12, y + 5, kind + row.node().date() + "  " + row.node().label());
    words.append(row.node().label()).append(", ").append(row.node().date());
    for (Edge edge : edges.getOrDefault(row.node().id(), List.of())) {
      words.append(", ").append(edge.kind()).append(' ').append(label(edge.to()));
    }
    words.append(". ");
    List<String> others =
        edges.getOrDefault(row.node().id(), List.of()).stream()
            .filter(edge -> !edge.equals(row.edge()))
            .map(edge -> edge.kind() + " " + label(edge.to()))
            .toList();
    if (!others.isEmpty()) {
      svg.text(x + 12, y + 21, "also " + String.join("; ", others));
    }
  }

  private String label(String id) {
    return nodes.stream()
        .filter(node -> node.id().equals(id))
        .map(Node::label)
        .findFirst()
        .orElse(id);
  }
}
