package org.tamga.record.echo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tamga.corroboration.independence.EchoGroup;
import org.tamga.corroboration.independence.Link;
import org.tamga.corroboration.independence.Source;
import org.tamga.corroboration.independence.Verdict;
import org.tamga.corroboration.passage.Passage;

/**
 * What repeats what in an archive.
 *
 * <p>Documents are numbered from 0 in the order in which they first came in; links and groups speak
 * of these numbers.
 *
 * @param sources all documents
 * @param links which have something in common
 * @param groups those that come from one origin
 * @param repeats for each document, what it says twice
 */
public record Echoes(
    List<Source> sources, List<Link> links, List<EchoGroup> groups, List<List<Passage>> repeats) {
  public Echoes {
    sources = List.copyOf(sources);
    links = List.copyOf(links);
    groups = List.copyOf(groups);
    repeats = repeats.stream().map(List::copyOf).toList();
  }

  /** Links that no group takes in, with this verdict. */
  public List<Link> besideGroups(Verdict verdict) {
    Map<Integer, Integer> groupOf = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      for (int document : groups.get(i).documents()) {
        groupOf.put(document, i);
      }
    }
    List<Link> beside = new ArrayList<>();
    for (Link link : links) {
      Integer group = groupOf.get(link.first());
      boolean isWithin = group != null && group.equals(groupOf.get(link.second()));
      if (!isWithin && link.judgement().verdict() == verdict) {
        beside.add(link);
      }
    }
    return beside;
  }
}
