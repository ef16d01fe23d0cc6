package org.tamga.extraction.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.language.Quotation;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.weight.Features;

/** Proposes quotations that no word introduces, and knows the titles of works among them. */
final class LoneQuotations {
  /** Titles of works take up no more words than this. */
  private static final int LONGEST_TITLE = 8;

  private final Passages passages;
  private final NoStatement no;

  LoneQuotations(Passages passages, NoStatement no) {
    this.passages = passages;
    this.no = no;
  }

  /** A quotation that no word introduces. */
  void find(Quotation quotation, List<Proposal> found) {
    Sentence sentence = sentenceAt(quotation.outer().start());
    if (sentence == null || no.isUnsaid(sentence)) {
      return;
    }
    int open = 0;
    while (open < sentence.tokens().size() - 1
        && sentence.tokens().get(open).span().start() < quotation.outer().start()) {
      open++;
    }
    Cue cue = new Cue(sentence, open, open, Cue.Kind.NONE, "-", Cue.Shape.NONE, false, "");
    Features features = new Features();
    String frame = "ALONE ";
    features.is(frame);
    String words = passages.text().at(quotation.inner());
    int count = passages.wordsIn(quotation);
    features.is(frame + "words " + Features.step(count));
    char last = words.charAt(words.length() - 1);
    features.is(frame + "ends " + (Character.isLetterOrDigit(last) ? "word" : last));
    features.is(frame + "begins small", Character.isLowerCase(words.codePointAt(0)));
    boolean whole = sentence.span().start() == quotation.outer().start();
    features.is(frame + "whole", whole);
    features.is(frame + "whole words " + Features.step(count), whole);
    boolean block = quotation.outer().start() == sentence.block().span().start();
    features.is(frame + "block start", block);
    features.is(frame + "continues", quotation.continues());
    features.is(frame + "unclosed", !quotation.closed());
    features.is(frame + "unopened", !quotation.opened());
    features.is(frame + "titled", titled(words));
    char mark = passages.text().content().charAt(passages.text().unit(quotation.outer().start()));
    features.is(frame + "single", mark == '‘' || mark == '\'');
    if (quotation.outer().length() > 0) {
      found.add(new Proposal(cue, Frame.ALONE, "", List.of(quotation.outer()), features));
    }
  }

  /** Whether most words begin with a capital, as in the title of a work. */
  static boolean titled(String words) {
    int capitals = 0;
    int all = 0;
    boolean start = true;
    for (int i = 0; i < words.length() && all < 12; i++) {
      char unit = words.charAt(i);
      if (Character.isLetter(unit) && start) {
        all++;
        capitals += Character.isUpperCase(unit) ? 1 : 0;
      }
      start = Character.isWhitespace(unit);
    }
    return all > 1 && capitals * 3 >= all * 2;
  }

  /**
   * Whether it is a title throughout: each word of more than three letters has a capital, however
   * the sentence around goes on ("the programme “Face the River,” she").
   */
  static boolean isName(String words) {
    if (words.isBlank()) {
      return false;
    }
    List<String> all = List.of(words.strip().split("\\s+", -1));
    boolean capitals =
        all.stream().allMatch(word -> word.length() <= 3 || Character.isUpperCase(word.charAt(0)));
    boolean last = Character.isUpperCase(all.getLast().charAt(0));
    return capitals && last && all.size() <= LONGEST_TITLE;
  }

  private @Nullable Sentence sentenceAt(int place) {
    int low = 0;
    int high = passages.sentences().size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Sentence sentence = passages.sentences().get(middle);
      if (place < sentence.span().start()) {
        high = middle - 1;
      } else if (place >= sentence.span().end()) {
        low = middle + 1;
      } else {
        return sentence;
      }
    }
    return null;
  }
}
