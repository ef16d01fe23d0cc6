package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;

/**
 * Notes about proposals what the others around them look like, once each has been judged alone.
 *
 * <p>Attributions hardly ever overlap, and they come in runs: what stands beside a likely one, or
 * inside a likelier one, is judged better with that known.
 */
final class Rivals {
  private final List<Integer> starts = new ArrayList<>();
  private final double[] best;
  private final double[] second;
  private final Cue[] owner;
  private final double[] bySentence;
  private final List<Sentence> sentences;

  Rivals(List<Sentence> sentences, List<Selection.Judged> judged) {
    this.sentences = sentences;
    for (Sentence sentence : sentences) {
      for (Token token : sentence.tokens()) {
        starts.add(token.span().start());
      }
    }
    best = new double[starts.size()];
    second = new double[starts.size()];
    owner = new Cue[starts.size()];
    bySentence = new double[sentences.size()];
    for (Selection.Judged one : judged) {
      mark(one);
    }
  }

  private void mark(Selection.Judged one) {
    Cue cue = one.proposal().cue();
    double p = one.probability();
    int index = cue.sentence().index();
    bySentence[index] = Math.max(bySentence[index], p);
    for (int i = at(one.proposal().reach().start()); i < at(one.proposal().reach().end()); i++) {
      if (p > best[i]) {
        if (owner[i] != cue) {
          second[i] = best[i];
        }
        best[i] = p;
        owner[i] = cue;
      } else if (owner[i] != cue && p > second[i]) {
        second[i] = p;
      }
    }
  }

  /** The number of the first word at or behind a place. */
  private int at(int place) {
    int low = 0;
    int high = starts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts.get(middle) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The proposals, each with its features and what is noted about its rivals. */
  List<Features> note(List<Selection.Judged> judged) {
    Map<Cue, Double> cues = new HashMap<>();
    for (Selection.Judged one : judged) {
      if (one.proposal().cue().kind() != Cue.Kind.NONE) {
        cues.merge(one.proposal().cue(), one.probability(), Math::max);
      }
    }
    double mean = 0;
    for (double p : bySentence) {
      mean += p / bySentence.length;
    }
    List<Features> noted = new ArrayList<>();
    for (Selection.Judged one : judged) {
      noted.add(note(one, cues, mean));
    }
    return noted;
  }

  private Features note(Selection.Judged one, Map<Cue, Double> cues, double mean) {
    Proposal proposal = one.proposal();
    Features features = new Features(proposal.features());
    String name = "2 " + proposal.frame() + ' ';
    double own = odds(one.probability());
    features.number("2 own", own);
    features.number(name + "own", own);
    int first = at(proposal.reach().start());
    int last = at(proposal.reach().end());
    double rival = 0;
    for (int i = first; i < last; i++) {
      rival = Math.max(rival, owner[i] == proposal.cue() ? second[i] : best[i]);
    }
    features.number("2 rival", odds(rival));
    features.is("2 rival " + bin(rival) + ' ' + bin(one.probability()));
    features.is(name + "rival " + bin(rival));
    double better = cues.getOrDefault(proposal.cue(), 0.0);
    features.is("2 best of cue", better <= one.probability());
    features.is(name + "best of cue", better <= one.probability());
    features.is("2 of cue " + bin(better) + ' ' + bin(one.probability()));
    features.is("2 before " + bin(first == 0 ? 0 : best[first - 1]));
    features.is("2 behind " + bin(last >= best.length ? 0 : best[last]));
    int index = proposal.cue().sentence().index();
    double previous = index == 0 ? 0 : bySentence[index - 1];
    double next = index + 1 >= bySentence.length ? 0 : bySentence[index + 1];
    features.is("2 previous " + bin(previous));
    features.is(name + "previous " + bin(previous));
    features.is("2 next " + bin(next));
    features.is(name + "next " + bin(next));
    features.number("2 mean", mean - 0.3);
    features.number(name + "mean", mean - 0.3);
    int cueAt = at(sentences.get(index).tokens().get(proposal.cue().main()).span().start());
    double over = owner[cueAt] == proposal.cue() ? second[cueAt] : best[cueAt];
    features.is("2 cue within " + bin(over));
    features.is(name + "cue within " + bin(over));
    return features;
  }

  private static double odds(double p) {
    double kept = Math.clamp(p, 0.01, 0.99);
    return Math.log(kept / (1 - kept));
  }

  private static int bin(double p) {
    return p <= 0.05 ? 0 : p <= 0.15 ? 1 : p <= 0.3 ? 2 : p <= 0.45 ? 3 : p <= 0.65 ? 4 : p <= 0.85 ? 5 : 6;
  }
}
