package org.tamga.extraction.statement;

import java.util.List;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.extraction.weight.Features;
import org.tamga.text.Span;

/** "According to the council, the bridge is closed", and the other way round. */
final class SourceFrames {
  private final Passages passages;
  private final Rates rates;
  private final EndFinder ends;

  SourceFrames(Passages passages, Rates rates, EndFinder ends) {
    this.passages = passages;
    this.rates = rates;
    this.ends = ends;
  }

  void find(Cue cue, List<Proposal> found) {
    List<Token> tokens = cue.sentence().tokens();
    List<NounPhrase> phrases = passages.phrases(cue.sentence().index());
    int behind = Grammar.behindPhrases(tokens, phrases, cue.end());
    for (int i = behind; i < tokens.size(); i++) {
      if (tokens.get(i).text().equals(",") && i + 1 < tokens.size()) {
        forward(cue, i + 1, found);
        if (cue.first() == 0) {
          break;
        }
      }
      if (i > behind + 12) {
        break;
      }
    }
    if (cue.first() > 1) {
      backward(cue, found);
    }
  }

  private void forward(Cue cue, int start, List<Proposal> found) {
    List<Token> tokens = cue.sentence().tokens();
    Features beginning = new Features();
    new CueNotes(passages, rates).note(cue, Frame.CLAUSE, "", start, beginning);
    for (EndFinder.End end : ends.find(cue.sentence(), Frame.CLAUSE, start)) {
      Features features = new Features(beginning);
      ends.note(cue.sentence(), Frame.CLAUSE, start, end, features);
      features.is("according first " + (cue.first() == 0));
      Span span = new Span(tokens.get(start).span().start(), end.place());
      if (span.length() > 0) {
        found.add(new Proposal(cue, Frame.CLAUSE, "", List.of(span), features));
      }
    }
  }

  private void backward(Cue cue, List<Proposal> found) {
    List<Token> tokens = cue.sentence().tokens();
    int last = cue.first() - 1;
    if (tokens.get(last).text().equals(",") || Grammar.isDash(tokens.get(last))) {
      last--;
    }
    for (int start = 0, tried = 0; start < last && tried < 5; start++) {
      boolean clause =
          start == 0
              || tokens.get(start - 1).text().equals(",")
              || tokens.get(start - 1).is("CCONJ")
              || tokens.get(start - 1).text().equals(";");
      if (!clause) {
        continue;
      }
      tried++;
      Features features = new Features();
      new CueNotes(passages, rates).note(cue, Frame.BEFORE, "", start, features);
      features.is("according from " + (start == 0 ? "start" : Grammar.sort(tokens, start - 1)));
      features.is("according begins " + Grammar.sort(tokens, start));
      features.is("according length " + Features.step(last - start));
      Span span = new Span(tokens.get(start).span().start(), tokens.get(last).span().end());
      found.add(new Proposal(cue, Frame.BEFORE, "", List.of(span), features));
    }
  }
}
