package org.tamga.corroboration.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.tamga.corroboration.independence.EchoGroup;
import org.tamga.corroboration.independence.EchoSearch;
import org.tamga.corroboration.independence.Grouping;
import org.tamga.corroboration.independence.Judgement;
import org.tamga.corroboration.independence.Link;
import org.tamga.corroboration.independence.Source;
import org.tamga.corroboration.independence.Verdict;
import org.tamga.corroboration.passage.MemoryPostings;
import org.tamga.corroboration.passage.Words;

/** Counts how often the answers about pairs of documents agree with the truth of their stories. */
final class StoryScore {
  private static final Judgement NOTHING_FOUND =
      new Judgement(
          Verdict.INDEPENDENT, null, 0, Judgement.Side.NOT_SHOWN, List.of("nothing was found"));

  private final Consumer<String> misses;
  int echoes;
  int echoesIndependent;
  int echoesUnknown;
  int independents;
  int independentsEcho;
  int independentsUnknown;
  int together;
  int rightlyTogether;
  int origins;
  int rightOrigins;
  int unknownOrigins;

  /** Tells of each wrong answer. */
  StoryScore(Consumer<String> misses) {
    this.misses = misses;
  }

  /** Judges all pairs of these stories, which stand in one archive. */
  void judge(List<Story> archive) {
    List<Story> stories = new ArrayList<>();
    List<Story.Told> told = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    List<Words> words = new ArrayList<>();
    for (Story story : archive) {
      for (Story.Told one : story.documents()) {
        stories.add(story);
        told.add(one);
        sources.add(StorySources.source(story, one));
        words.add(Words.of(StorySources.text(one)));
      }
    }
    List<Link> links = links(words, sources);
    Map<Long, Judgement> judgements = new HashMap<>();
    links.forEach(link -> judgements.put(key(link.first(), link.second()), link.judgement()));
    List<EchoGroup> groups = Grouping.of(sources, links);
    int[] group = new int[told.size()];
    for (int g = 0; g < groups.size(); g++) {
      for (int document : groups.get(g).documents()) {
        group[document] = g + 1;
      }
      origin(groups.get(g), stories, told, sources);
    }
    for (int i = 0; i < told.size(); i++) {
      for (int j = i + 1; j < told.size(); j++) {
        boolean isEcho =
            stories.get(i).name().equals(stories.get(j).name())
                && stories
                    .get(i)
                    .root(told.get(i).name())
                    .equals(stories.get(j).root(told.get(j).name()));
        Judgement judgement = judgements.getOrDefault(key(i, j), NOTHING_FOUND);
        boolean isTogether = group[i] > 0 && group[i] == group[j];
        Verdict verdict = isTogether ? Verdict.DEPENDENT : judgement.verdict();
        count(isEcho, isTogether, verdict);
        boolean isRight = isEcho ? isTogether : verdict == Verdict.INDEPENDENT;
        if (!isRight) {
          misses.accept(
              (isEcho ? "echo " : "independent ")
                  + sources.get(i).file()
                  + " ~ "
                  + sources.get(j).file()
                  + (isTogether ? " together " : " apart ")
                  + judgement);
        }
      }
    }
  }

  /** As an archive finds them: one document after another, compared with some of the earlier. */
  private static List<Link> links(List<Words> words, List<Source> sources) {
    EchoSearch search =
        new EchoSearch(
            new MemoryPostings(),
            new MemoryPostings(),
            new EchoSearch.Documents() {
              @Override
              public Words words(int document) {
                return words.get(document);
              }

              @Override
              public Source source(int document) {
                return sources.get(document);
              }
            });
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      links.addAll(search.add(i, words.get(i), sources.get(i)));
    }
    return links;
  }

  private static long key(int first, int second) {
    return ((long) first << 32) | second;
  }

  private void origin(
      EchoGroup group, List<Story> stories, List<Story.Told> told, List<Source> sources) {
    int first = group.documents().getFirst();
    String root = stories.get(first).root(told.get(first).name());
    String right = stories.get(first).name() + "/" + root;
    origins++;
    String found = group.origin().document();
    if (found == null) {
      unknownOrigins++;
      return;
    }
    String file =
        sources.stream().filter(one -> one.id().equals(found)).findFirst().orElseThrow().file();
    if (file.equals(right)) {
      rightOrigins++;
    } else {
      misses.accept("origin of " + right + " said to be " + file + ": " + group.origin().why());
    }
  }

  private void count(boolean isEcho, boolean isTogether, Verdict verdict) {
    together += isTogether ? 1 : 0;
    rightlyTogether += isTogether && isEcho ? 1 : 0;
    if (isEcho) {
      echoes++;
      echoesIndependent += verdict == Verdict.INDEPENDENT ? 1 : 0;
      echoesUnknown += verdict == Verdict.UNKNOWN ? 1 : 0;
    } else {
      independents++;
      independentsEcho += verdict == Verdict.DEPENDENT ? 1 : 0;
      independentsUnknown += verdict == Verdict.UNKNOWN ? 1 : 0;
    }
  }

  double precision() {
    return share(rightlyTogether, together);
  }

  double recall() {
    return share(rightlyTogether, echoes);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  double echoesCalledIndependent() {
    return share(echoesIndependent, echoes);
  }

  double echoesAnsweredUnknown() {
    return share(echoesUnknown, echoes);
  }

  double independentCalledEcho() {
    return share(independentsEcho, independents);
  }

  double independentAnsweredUnknown() {
    return share(independentsUnknown, independents);
  }

  /** A row of the table in docs/echoes-quality.md. */
  String row(String name, int stories) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %d of %d, %d unknown |",
        name,
        stories,
        echoes,
        independents,
        precision(),
        recall(),
        echoesCalledIndependent(),
        echoesAnsweredUnknown(),
        independentCalledEcho(),
        independentAnsweredUnknown(),
        rightOrigins,
        origins,
        unknownOrigins);
  }
}
