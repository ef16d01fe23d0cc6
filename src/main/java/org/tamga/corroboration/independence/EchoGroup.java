package org.tamga.corroboration.independence;

import java.util.List;
import org.tamga.corroboration.origin.Origin;

/**
 * Documents that come from one origin: they count as one source.
 *
 * @param documents places in the list of documents, in order; at least two
 * @param links what ties them to one another
 * @param kind in what way most of them repeat it
 * @param origin where they likely come from
 * @param why in words, what holds the group together
 */
public record EchoGroup(
    List<Integer> documents, List<Link> links, EchoKind kind, Origin origin, List<String> why) {
  public EchoGroup {
    documents = List.copyOf(documents);
    links = List.copyOf(links);
    why = List.copyOf(why);
    if (documents.size() < 2) {
      throw new IllegalArgumentException("one document alone is no group");
    }
  }
}
