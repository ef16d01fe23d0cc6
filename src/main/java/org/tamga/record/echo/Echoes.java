package org.tamga.record.echo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tamga.corroboration.grouping.Ties;
import org.tamga.corroboration.independence.EchoGroup;
import org.tamga.corroboration.independence.Link;
import org.tamga.corroboration.independence.Source;
import org.tamga.corroboration.independence.Verdict;
import org.tamga.corroboration.passage.Passage;
import org.tamga.record.decision.GroupDecisions;

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
 * @param decisions what people decided about the groups; the groups are as they left them
 */
public record Echoes(
    List<Source> sources,
    List<Link> links,
    List<EchoGroup> groups,
    List<List<Passage>> repeats,
    GroupDecisions decisions) {
  public Echoes {
    sources = List.copyOf(sources);
    links = List.copyOf(links);
    groups = List.copyOf(groups);
    repeats = repeats.stream().map(List::copyOf).toList();
  }

  /** What people decided about the documents of a group. */
  public List<GroupDecisions.Shown> decisions(EchoGroup group) {
    return decisions.about(
        group.documents().stream().map(number -> sources.get(number).id()).toList());
  }

  /** Links that no group takes in and no person put apart, with this verdict. */
  public List<Link> besideGroups(Verdict verdict) {
    Map<Integer, Integer> groupOf = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      for (int document : groups.get(i).documents()) {
        groupOf.put(document, i);
      }
    }
    Ties ties = decisions.ties();
    List<Link> beside = new ArrayList<>();
    for (Link link : links) {
      Integer group = groupOf.get(link.first());
      boolean isWithin = group != null && group.equals(groupOf.get(link.second()));
      String first = sources.get(link.first()).id();
      boolean isParted = ties.areParted(first, sources.get(link.second()).id());
      if (!isWithin && !isParted && link.judgement().verdict() == verdict) {
        beside.add(link);
      }
    }
    return beside;
  }
}
