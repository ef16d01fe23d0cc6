package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Mention;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.extraction.weight.Features;
import org.tamga.extraction.weight.Weights;
import org.tamga.text.Span;

/**
 * Ranks who may have said something: the noun phrases around the telling, and "not stated".
 *
 * <p>Each gets a share of probability; the shares add up to one.
 */
final class SpeakerFinder {
  /** A quotation without a telling word looks back over so many sentences. */
  private static final int BACK = 3;

  /** "Not stated" counts for so much of its share, as somebody nearly always speaks. */
  private static final double NOBODY = 0.8;

  private final Passages passages;
  private final NoSpeaker no;
  private final CertainSpeaker certain;

  SpeakerFinder(Passages passages, NoSpeaker no) {
    this.passages = passages;
    this.no = no;
    this.certain = new CertainSpeaker(passages);
  }

  /**
   * Somebody who may have said it.
   *
   * @param phrase the words for them; null for "not stated"
   * @param features what is noted for and against
   */
  record Choice(@Nullable NounPhrase phrase, Features features) {}

  /** A choice with its share of probability. */
  record Ranked(@Nullable NounPhrase phrase, double probability) {}

  /** The choices for a proposal; the first is "not stated". */
  List<Choice> choices(Proposal proposal) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(null, nobody(proposal)));
    Sentence sentence = proposal.cue().sentence();
    boolean none = true;
    for (NounPhrase phrase : passages.phrases(sentence.index())) {
      boolean free =
          !isWithin(phrase, proposal) && !passages.quoted(sentence.index())[phrase.head()];
      none &= !free;
      if (free && !no.is(proposal, phrase)) {
        choices.add(new Choice(phrase, here(proposal, phrase)));
      }
    }
    if (proposal.cue().kind() == Cue.Kind.NONE || none) {
      around(proposal, choices);
    }
    return choices;
  }

  /**
   * The most probable choice; where the form of the sentence leaves no doubt, no ranking is needed.
   */
  Ranked best(Proposal proposal, Weights weights) {
    NounPhrase plain = certain.of(proposal);
    return plain == null ? together(rank(proposal, weights)) : new Ranked(plain, 1);
  }

  /** The most probable speaker, where several phrases ("who", "the nurse") stand for the same. */
  private Ranked together(List<Ranked> ranked) {
    Map<String, Double> shares = new HashMap<>();
    for (Ranked one : ranked) {
      double share = one.phrase() == null ? NOBODY * one.probability() : one.probability();
      shares.merge(who(one), share, Double::sum);
    }
    Ranked best = ranked.getFirst();
    double most = 0;
    for (Ranked one : ranked) {
      double share = shares.getOrDefault(who(one), 0.0);
      if (share > most) {
        most = share;
        best = one;
      }
    }
    return new Ranked(best.phrase(), most);
  }

  /** Whom a phrase stands for; its own place where that is open. */
  private String who(Ranked one) {
    NounPhrase phrase = one.phrase();
    Mention mention = phrase == null ? null : passages.mention(phrase);
    return phrase == null ? "" : mention == null ? "@" + phrase.span() : mention.name();
  }

  /** The ranking by these weights, most probable first. */
  List<Ranked> rank(Proposal proposal, Weights weights) {
    List<Choice> choices = choices(proposal);
    double[] sums = choices.stream().mapToDouble(one -> weights.sum(one.features())).toArray();
    double highest = Double.NEGATIVE_INFINITY;
    for (double sum : sums) {
      highest = Math.max(highest, sum);
    }
    double total = 0;
    for (double sum : sums) {
      total += Math.exp(sum - highest);
    }
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      ranked.add(new Ranked(choices.get(i).phrase(), Math.exp(sums[i] - highest) / total));
    }
    ranked.sort((one, other) -> Double.compare(other.probability(), one.probability()));
    return ranked;
  }

  private static boolean isWithin(NounPhrase phrase, Proposal proposal) {
    Span head = phrase.headToken().span();
    return proposal.parts().stream().anyMatch(part -> part.overlaps(head));
  }

  /** Phrases in the sentences before and behind, nearest first. */
  private void around(Proposal proposal, List<Choice> choices) {
    int index = proposal.cue().sentence().index();
    for (int back = 1; back <= BACK && index - back >= 0; back++) {
      elsewhere(proposal, index - back, -back, choices);
    }
    Sentence last = proposal.cue().sentence();
    int next = index + 1;
    while (next < passages.sentences().size()
        && passages.sentences().get(next).span().start() < proposal.reach().end()) {
      next++;
    }
    int end = proposal.reach().end();
    if (next - 1 > index && passages.sentences().get(next - 1).span().end() > end) {
      elsewhere(proposal, next - 1, 1, choices);
    } else if (next < passages.sentences().size()
        && passages.sentences().get(next).blockIndex() == last.blockIndex()) {
      elsewhere(proposal, next, 1, choices);
    }
  }

  private void elsewhere(Proposal proposal, int index, int distance, List<Choice> choices) {
    Sentence sentence = passages.sentences().get(index);
    List<Token> tokens = sentence.tokens();
    for (NounPhrase phrase : passages.phrases(index)) {
      if (passages.quoted(index)[phrase.head()] || no.isNobody(phrase)) {
        continue;
      }
      Features features = new Features();
      String name = "far ";
      who(phrase, features);
      features.is(name);
      features.is(name + distance);
      boolean block = sentence.blockIndex() == proposal.cue().sentence().blockIndex();
      features.is(name + "same block", block);
      int behind = phrase.last() + 1;
      features.is(name + "behind " + Grammar.sort(tokens, behind));
      features.is(name + "before " + Grammar.sort(tokens, phrase.first() - 1));
      features.is(name + "first", isFirst(phrase, index));
      int gap = phrase.span().start() - proposal.reach().end();
      features.is(name + "right behind", gap >= 0 && gap < 4);
      features.is(name + "behind soon", gap >= 4 && gap < 24);
      features.is(name + "tells behind", gap >= 0 && gap < 24 && isVerbBefore(tokens, phrase));
      features.is(name + "kind " + phrase.kind());
      boolean colon = tokens.getLast().text().equals(":");
      features.is(name + "colon", colon && distance == -1);
      features.is(name + "continues", proposal.features().has("ALONE continues"));
      boolean tells = tells(tokens, behind) || tells(tokens, phrase.first() - 1);
      features.is(name + "tells", tells);
      features.is(name + "tells " + distance, tells);
      choices.add(new Choice(phrase, features));
    }
  }

  private static boolean isVerbBefore(List<Token> tokens, NounPhrase phrase) {
    return phrase.first() > 0 && tokens.get(phrase.first() - 1).is("VERB");
  }

  private static boolean tells(List<Token> tokens, int i) {
    return i >= 0
        && i < tokens.size()
        && switch (tokens.get(i).lemma()) {
          case "say", "tell", "add", "write", "ask", "state", "explain", "tweet" -> true;
          default -> false;
        };
  }

  private boolean isFirst(NounPhrase phrase, int sentence) {
    return passages.phrases(sentence).getFirst().equals(phrase);
  }

  private Features nobody(Proposal proposal) {
    Cue cue = proposal.cue();
    Features features = new Features();
    features.is("nobody");
    features.is("nobody " + cue.kind());
    features.is("nobody " + cue.shape());
    features.is("nobody " + proposal.frame());
    features.is("nobody " + cue.kind() + ' ' + proposal.frame());
    features.is("nobody lemma " + cue.lemma());
    List<Token> tokens = cue.sentence().tokens();
    features.is("nobody left " + Grammar.sort(tokens, cue.first() - 1));
    features.is("nobody first", cue.first() == 0);
    features.is("nobody continues", proposal.features().has("ALONE continues"));
    features.is("nobody titled", proposal.features().has("ALONE titled"));
    return features;
  }

  /** What is noted about a phrase in the sentence of the telling. */
  private Features here(Proposal proposal, NounPhrase phrase) {
    Cue cue = proposal.cue();
    Features features = new Features();
    who(phrase, features);
    List<Token> tokens = cue.sentence().tokens();
    List<NounPhrase> phrases = passages.phrases(cue.sentence().index());
    boolean left = phrase.last() < cue.main();
    String kind = cue.kind() == Cue.Kind.VERB ? cue.shape().name() : cue.kind().name();
    String side = kind + (left ? " left " : " right ");
    int from = left ? phrase.last() + 1 : cue.end();
    int to = left ? cue.first() : phrase.first();
    int between = 0;
    for (NounPhrase other : phrases) {
      boolean inside = other.first() >= from && other.last() < to && !isWithin(other, proposal);
      between += inside ? 1 : 0;
    }
    features.is(side + Math.min(between, 4));
    String order = proposal.frame().name() + (left ? " left " : " right ");
    features.is(order + Math.min(between, 4));
    features.is(order + kind);
    features.is(order + "gap " + Features.step(Math.max(0, to - from)));
    features.is(side + "gap " + Features.step(Math.max(0, to - from)));
    features.is(side + "before " + Grammar.sort(tokens, phrase.first() - 1));
    features.is(side + "behind " + Grammar.sort(tokens, phrase.last() + 1));
    features.is(side + phrase.kind());
    features.is(order + phrase.kind());
    features.is(side + "first", isFirst(phrase, cue.sentence().index()));
    boolean genitive =
        tokens.get(phrase.last()).text().endsWith("s")
            && tokens.get(phrase.last()).text().length() <= 2;
    features.is(side + "genitive", genitive);
    features.is(side + "genitive " + Math.min(between, 2), genitive);
    inBetween(proposal, tokens, from, to, side, features);
    if (left) {
      int rank = subjectRank(proposal, phrase);
      features.is(side + "subject " + rank);
      features.is(order + "subject " + rank);
      features.is(side + "subject " + rank + ' ' + phrase.kind());
      boolean and = cue.first() > 0 && tokens.get(cue.first() - 1).is("CCONJ");
      features.is(side + "subject " + rank + " and", and);
      boolean comma = cue.first() > 0 && tokens.get(cue.first() - 1).text().equals(",");
      features.is(side + "subject " + rank + " comma", comma);
    }
    boolean own = phrase.covers(cue.main());
    features.is("covers", own);
    features.is(cue.kind() + " covers", own);
    return features;
  }

  /** Among the phrases that look like subjects, how many stand nearer; -1 for no subject. */
  private int subjectRank(Proposal proposal, NounPhrase phrase) {
    if (!isSubject(phrase)) {
      return -1;
    }
    int rank = 0;
    for (NounPhrase other : passages.phrases(phrase.sentence().index())) {
      boolean nearer = other.first() > phrase.last() && other.last() < proposal.cue().main();
      rank += nearer && isSubject(other) && !isWithin(other, proposal) ? 1 : 0;
    }
    return Math.min(rank, 3);
  }

  /** No preposition or verb before, and a verb, an apposition or a relative clause behind. */
  static boolean isSubject(NounPhrase phrase) {
    List<Token> tokens = phrase.sentence().tokens();
    int before = phrase.first() - 1;
    if (before >= 0 && (tokens.get(before).is("ADP") || tokens.get(before).is("VERB"))) {
      return false;
    }
    int behind = phrase.last() + 1;
    while (behind < tokens.size() && tokens.get(behind).is("ADV")) {
      behind++;
    }
    if (behind >= tokens.size()) {
      return false;
    }
    Token token = tokens.get(behind);
    return Grammar.isVerbal(token)
        || token.is("ADP")
        || token.text().equals(",")
        || token.text().equals("(")
        || token.is("PRON");
  }

  /** What stands between a phrase and the telling. */
  private static void inBetween(
      Proposal proposal, List<Token> tokens, int from, int to, String side, Features features) {
    int verbs = 0;
    int commas = 0;
    boolean relative = false;
    boolean and = false;
    boolean that = false;
    boolean told = false;
    for (int i = Math.max(0, from); i < Math.min(to, tokens.size()); i++) {
      Token token = tokens.get(i);
      String lower = Grammar.lower(token);
      boolean content = proposal.parts().stream().anyMatch(part -> part.contains(token.span()));
      told |= content;
      if (content) {
        continue;
      }
      verbs += Grammar.isVerbal(token) ? 1 : 0;
      commas += token.text().equals(",") ? 1 : 0;
      relative |= lower.equals("who") || lower.equals("which");
      and |= token.is("CCONJ");
      that |= lower.equals("that");
    }
    features.is(side + "verbs " + Math.min(verbs, 3));
    features.is(side + "commas " + Math.min(commas, 3));
    features.is(side + "relative", relative);
    features.is(side + "and", and);
    features.is(side + "and verbs " + Math.min(verbs, 2), and);
    features.is(side + "that", that);
    features.is(side + "over content", told);
    features.is(side + "verbs commas " + Math.min(verbs, 2) + Math.min(commas, 2));
  }

  /** What the phrase itself tells about being somebody who speaks. */
  private static void who(NounPhrase phrase, Features features) {
    String head = phrase.headToken().text().toLowerCase(Locale.ROOT);
    switch (phrase.kind()) {
      case PRONOUN -> features.is("pronoun " + head);
      case RELATIVE -> features.is("relative " + head);
      case NAME -> {
        features.is("name");
        features.is("name of one word", phrase.first() == phrase.head());
      }
      case COMMON -> {
        features.is("common");
        features.is("common " + phrase.headToken().lemma());
        features.is("common plural", head.endsWith("s"));
        boolean capital = phrase.sentence().tokens().get(phrase.first()).is("PROPN");
        features.is("common capital", capital);
      }
    }
  }
}
