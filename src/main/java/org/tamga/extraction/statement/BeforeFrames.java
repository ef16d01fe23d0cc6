package org.tamga.extraction.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.language.Quotation;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.extraction.weight.Features;
import org.tamga.text.Span;

/** What is told before the telling: "“…,” she said", "The bridge, said the mayor, is closed". */
final class BeforeFrames {
  /** The speaker between what is told and the telling takes up no more words than this. */
  private static final int SPEAKER = 26;

  private final Passages passages;
  private final ProposalFinder finder;
  private final EndFinder ends;
  private final NoStatement no;

  BeforeFrames(Passages passages, ProposalFinder finder, EndFinder ends, NoStatement no) {
    this.passages = passages;
    this.finder = finder;
    this.ends = ends;
    this.no = no;
  }

  void find(Cue cue, List<Proposal> found) {
    if (no.is(cue, Frame.BEFORE, cue.end())) {
      return;
    }
    List<Token> tokens = cue.sentence().tokens();
    NounPhrase apposed = apposed(cue, passages.phrases(cue.sentence().index()));
    if (apposed != null && passages.closesAt(cue.sentence().index(), apposed.first() - 2) == null) {
      clause(cue, apposed.first() - 1, found);
      return;
    }
    int commas = 0;
    for (int i = cue.first() - 1; i >= 0 && cue.first() - i <= SPEAKER; i--) {
      Token token = tokens.get(i);
      Quotation closed = passages.closesAt(cue.sentence().index(), i);
      if (closed != null) {
        quotation(cue, closed, i, found);
        return;
      }
      boolean comma = token.text().equals(",") || Grammar.isDash(token);
      if (comma && commas < 2 && i > 0) {
        clause(cue, i, found);
        commas++;
      }
      if (token.is("VERB") && !isParticiple(tokens, i)) {
        return;
      }
    }
    Quotation beyond = quotationBefore(cue);
    if (beyond != null) {
      quotation(cue, beyond, -1, found);
    }
  }

  /**
   * "…, Dana Orlan, the editor of the Courier, said": the name between commas with what is added to
   * it, right before the telling; null if there is none.
   */
  static @Nullable NounPhrase apposed(Cue cue, List<NounPhrase> phrases) {
    List<Token> tokens = cue.sentence().tokens();
    if (cue.kind() != Cue.Kind.VERB || !Grammar.isWord(tokens, cue.first() - 1, ",")) {
      return null;
    }
    for (int i = cue.first() - 2; i > 1 && cue.first() - i <= SPEAKER; i--) {
      if (Grammar.isVerbal(tokens.get(i)) || tokens.get(i).is("CCONJ")) {
        return null;
      }
      if (tokens.get(i).text().equals(",")) {
        NounPhrase name = Grammar.phraseTo(phrases, i - 1);
        if (name == null || name.kind() != NounPhrase.Kind.NAME) {
          return null;
        }
        return Grammar.isWord(tokens, name.first() - 1, ",") ? name : null;
      }
    }
    return null;
  }

  /** "Orlan, elected in May, said": a participle does not end the search for what was told. */
  private static boolean isParticiple(List<Token> tokens, int i) {
    String lower = Grammar.lower(tokens.get(i));
    return (lower.endsWith("ed") || lower.endsWith("ing"))
        && i > 0
        && (tokens.get(i - 1).text().equals(",") || tokens.get(i - 1).is("NOUN"));
  }

  /** A quotation that ended with the sentence before, in the same block. */
  private @Nullable Quotation quotationBefore(Cue cue) {
    int before = cue.sentence().index() - 1;
    if (before < 0
        || passages.sentences().get(before).blockIndex() != cue.sentence().blockIndex()) {
      return null;
    }
    return passages.closesAt(before, passages.sentences().get(before).tokens().size() - 1);
  }

  private void quotation(Cue cue, Quotation quotation, int closing, List<Proposal> found) {
    List<Token> tokens = cue.sentence().tokens();
    int open = -1;
    for (int i = 0; i < closing; i++) {
      if (quotation.equals(passages.opensAt(cue.sentence().index(), i))) {
        open = i;
      }
    }
    List<Span> starts = new ArrayList<>();
    starts.add(quotation.outer());
    if (open > 0) {
      int end = quotation.outer().end();
      starts.add(new Span(tokens.getFirst().span().start(), end));
      if (tokens.getFirst().is("CCONJ") && open > 1) {
        starts.add(new Span(tokens.get(1).span().start(), end));
      }
    }
    for (Span start : starts) {
      Features features = finder.features(cue, Frame.QUOTE_BEFORE, "", Math.max(closing, 0));
      boolean whole = start.equals(quotation.outer());
      noteBefore(cue, Frame.QUOTE_BEFORE, Math.max(closing, 0), features);
      features.is("QUOTE_BEFORE words " + Features.step(passages.wordsIn(quotation)));
      features.is("QUOTE_BEFORE mixed", !whole);
      features.is("QUOTE_BEFORE could be mixed", whole && open > 0);
      features.is("QUOTE_BEFORE sentence before", closing < 0);
      String words = passages.text().at(quotation.inner());
      boolean outside = Grammar.isWord(tokens, closing + 1, ",");
      boolean inside = ",?!.…".indexOf(words.charAt(words.length() - 1)) >= 0;
      features.is("QUOTE_BEFORE comma", inside || outside);
      add(cue, Frame.QUOTE_BEFORE, start, features, found);
    }
  }

  private void clause(Cue cue, int comma, List<Proposal> found) {
    List<Token> tokens = cue.sentence().tokens();
    int tried = 0;
    for (int start = 0; start < comma && tried < 4; start++) {
      boolean begins =
          start == 0
              || tokens.get(start - 1).text().equals(",")
              || (start == 1 && tokens.getFirst().is("CCONJ"))
              || tokens.get(start - 1).text().equals(";");
      if (!begins || passages.quoted(cue.sentence().index())[start]) {
        continue;
      }
      tried++;
      Features features = finder.features(cue, Frame.BEFORE, "", comma);
      noteBefore(cue, Frame.BEFORE, comma, features);
      features.is("BEFORE from " + Grammar.sort(tokens, start - 1));
      features.is("BEFORE begins " + Grammar.sort(tokens, start));
      features.is("BEFORE length " + Features.step(comma - start));
      boolean verb = false;
      for (int i = start; i < comma; i++) {
        verb |= Grammar.isVerbal(tokens.get(i));
      }
      features.is("BEFORE verb " + verb);
      Span span = new Span(tokens.get(start).span().start(), tokens.get(comma - 1).span().end());
      add(cue, Frame.BEFORE, span, features, found);
    }
  }

  private void noteBefore(Cue cue, Frame frame, int boundary, Features features) {
    List<Token> tokens = cue.sentence().tokens();
    String name = frame.name() + ' ';
    features.is(name + "inverted", boundary == cue.first() - 1);
    features.is(name + "behind " + Grammar.sort(tokens, cue.end()));
    int rest = EndFinder.sentenceEnd(tokens) - cue.end();
    features.is(name + "rest " + Features.step(rest));
    int commas = 0;
    for (int i = boundary + 1; i < cue.first(); i++) {
      commas += tokens.get(i).text().equals(",") ? 1 : 0;
    }
    features.is(name + "commas between " + Math.min(commas, 2));
    List<NounPhrase> phrases = passages.phrases(cue.sentence().index());
    NounPhrase next = Grammar.phraseFrom(phrases, boundary + 1);
    boolean touching = next != null && next.last() == cue.first() - 1;
    features.is(name + "speaker touches", touching);
    features.is(name + "speaker " + (next == null ? "none" : next.kind()), touching);
    NounPhrase behind = Grammar.phraseFrom(phrases, cue.end());
    features.is(name + "phrase behind " + (behind == null ? "none" : behind.kind()));
  }

  /**
   * Adds what stands before alone and, where the sentence goes on behind a comma, with the rest.
   */
  private void add(Cue cue, Frame frame, Span before, Features features, List<Proposal> found) {
    found.add(new Proposal(cue, frame, "", List.of(before), features));
    int go = goesOn(cue);
    if (go < 0) {
      return;
    }
    List<Token> tokens = cue.sentence().tokens();
    for (EndFinder.End end : ends.find(cue.sentence(), Frame.CLAUSE, go)) {
      if (!end.sort().startsWith("quotation") && !end.sort().equals("sentence")) {
        continue;
      }
      Features around = new Features(features);
      around.is("AROUND");
      around.is("AROUND " + end.sort());
      around.is("AROUND begins " + Grammar.sort(tokens, go));
      around.is("AROUND " + frame);
      Span rest = new Span(tokens.get(go).span().start(), end.place());
      if (rest.length() > 0 && rest.start() >= before.end() && isSaid(cue, frame, go, end)) {
        found.add(new Proposal(cue, frame, "", List.of(before, rest), around));
      }
    }
  }

  /** An apposition to the speaker ("said Orlan, a lawyer from Belut") is nothing that was said. */
  private boolean isSaid(Cue cue, Frame frame, int go, EndFinder.End end) {
    if (passages.opensAt(cue.sentence().index(), go) != null) {
      return true;
    }
    List<Token> tokens = cue.sentence().tokens();
    for (int i = go; i < Math.min(end.token(), tokens.size()); i++) {
      if (Grammar.isVerbal(tokens.get(i))) {
        return frame == Frame.BEFORE;
      }
    }
    return false;
  }

  /** The first word behind the comma that follows the telling and an inverted speaker; else -1. */
  private int goesOn(Cue cue) {
    List<Token> tokens = cue.sentence().tokens();
    List<NounPhrase> phrases = passages.phrases(cue.sentence().index());
    int at = cue.end();
    int behind = Grammar.behindPhrases(tokens, phrases, at);
    for (int i = at; i < Math.min(tokens.size() - 1, behind + SPEAKER); i++) {
      if (tokens.get(i).text().equals(",") && i >= behind - 1) {
        boolean quote = passages.opensAt(cue.sentence().index(), i + 1) != null;
        boolean near = i <= behind + 1;
        if (quote || near) {
          return i + 1;
        }
      }
    }
    return -1;
  }
}
