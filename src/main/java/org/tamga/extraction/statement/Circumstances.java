package org.tamga.extraction.statement;

import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Statement;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.language.Token;
import org.tamga.extraction.language.WordList;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.text.Span;

/** Finds how, to whom, where and when something was said, as far as the sentence tells. */
final class Circumstances {
  /** "if", unless it means "whether"; "unless", "provided that", "should he resign,". */
  private static final Pattern CONDITION =
      Pattern.compile(
          "(?:^|(?<!\\b(?:as|even|ask|asked|see|know|wonder|wondered|sure)\\s))\\bif\\s"
              + "|\\b(?:unless|provided that|on condition that)\\s"
              + "|(?:^|[,:]\\s)should\\s(?:the|a|an|he|she|they|it)\\s");

  private final Vocabulary words;
  private final Set<String> media = WordList.words(Circumstances.class, "media-words.txt");

  Circumstances(Vocabulary words) {
    this.words = words;
  }

  /** Denied by a word of denial, or by an opinion that is not held; two negations affirm. */
  Statement.Polarity polarity(Proposal proposal) {
    Cue cue = proposal.cue();
    boolean denial = words.denials().contains(cue.lemma());
    boolean unheld = cue.negated() && words.opinions().contains(cue.lemma());
    return (denial && !cue.negated()) || unheld
        ? Statement.Polarity.DENIED
        : Statement.Polarity.AFFIRMED;
  }

  /** Asked, supposed, or said to be so. */
  Statement.Modality modality(DocumentContext context, Proposal proposal) {
    String said = context.cited().at(proposal.span()).toLowerCase(Locale.ROOT);
    int first = 0;
    while (first < said.length() && !Character.isLetter(said.charAt(first))) {
      first++;
    }
    String rest = said.substring(first);
    boolean asks = proposal.cue().lemma().equals("ask") || proposal.cue().lemma().equals("wonder");
    String last = context.cited().at(proposal.parts().getLast());
    if ((proposal.frame() == Frame.QUESTION && (asks || rest.startsWith("whether ")))
        || isQuestion(last)) {
      return Statement.Modality.QUESTIONED;
    }
    boolean would =
        switch (proposal.cue().modal()) {
          case "would", "could", "might", "may" -> true;
          default -> false;
        };
    return would || CONDITION.matcher(firstSentence(rest)).find()
        ? Statement.Modality.CONDITIONAL
        : Statement.Modality.ASSERTED;
  }

  /** Up to the first stop: a condition later on does not qualify what was said before it. */
  private static String firstSentence(String said) {
    for (int i = 0; i + 1 < said.length(); i++) {
      boolean stop = ".!?".indexOf(said.charAt(i)) >= 0;
      if (stop && Character.isWhitespace(said.charAt(i + 1))) {
        return said.substring(0, i + 1);
      }
    }
    return said;
  }

  private static boolean isQuestion(String said) {
    int last = said.length() - 1;
    while (last >= 0 && !Character.isLetterOrDigit(said.charAt(last)) && said.charAt(last) != '?') {
      last--;
    }
    return last >= 0 && said.charAt(last) == '?';
  }

  /** Who stands as the object of a verb of telling, unless it is the press. */
  @Nullable Mention addressee(DocumentContext context, Proposal proposal) {
    NounPhrase phrase = object(context, proposal);
    if (phrase == null || phrase.kind() == NounPhrase.Kind.RELATIVE || isMedium(phrase)) {
      return null;
    }
    return context.cast().mention(phrase);
  }

  private @Nullable NounPhrase object(DocumentContext context, Proposal proposal) {
    Cue cue = proposal.cue();
    if (cue.kind() != Cue.Kind.VERB || !words.addressing().contains(cue.lemma())) {
      return null;
    }
    NounPhrase phrase =
        Grammar.phraseFrom(context.cast().phrases(cue.sentence().index()), cue.end());
    boolean said =
        phrase == null || proposal.parts().stream().anyMatch(part -> part.overlaps(phrase.span()));
    return said ? null : phrase;
  }

  /** "told Radio Harbour", "wrote in The Harbour Times", "speaking to Channel Six". */
  @Nullable String medium(DocumentContext context, Proposal proposal) {
    NounPhrase object = object(context, proposal);
    if (object != null && isMedium(object)) {
      return name(context, object);
    }
    Cue cue = proposal.cue();
    List<Token> tokens = cue.sentence().tokens();
    for (NounPhrase phrase : context.cast().phrases(cue.sentence().index())) {
      int before = phrase.first() - 1;
      boolean place =
          before >= 0
              && (Grammar.isWord(tokens, before, "in")
                  || Grammar.isWord(tokens, before, "on")
                  || Grammar.isWord(tokens, before, "to")
                  || Grammar.isWord(tokens, before, "with"));
      Span span = phrase.span();
      boolean said = proposal.parts().stream().anyMatch(part -> part.overlaps(span));
      if (place
          && !said
          && phrase.kind() == NounPhrase.Kind.NAME
          && isMedium(phrase)
          && (Grammar.isWord(tokens, before, "in") || isSpeaking(tokens, before))) {
        return name(context, phrase);
      }
    }
    return null;
  }

  /** "speaking to", "an interview with", "wrote on". */
  private static boolean isSpeaking(List<Token> tokens, int preposition) {
    if (preposition == 0) {
      return false;
    }
    return switch (tokens.get(preposition - 1).lemma()) {
      case "speak", "interview", "write", "say", "post", "talk", "statement", "comment" -> true;
      default -> false;
    };
  }

  private boolean isMedium(NounPhrase phrase) {
    if (phrase.kind() != NounPhrase.Kind.NAME) {
      return false;
    }
    List<Token> tokens = phrase.sentence().tokens();
    for (int i = phrase.first(); i <= phrase.head(); i++) {
      if (media.contains(tokens.get(i).text().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** The name as written; "The" belongs to the names of some papers. */
  private static String name(DocumentContext context, NounPhrase phrase) {
    List<Token> tokens = phrase.sentence().tokens();
    int first = phrase.first();
    if (tokens.get(first).is("DET") && !tokens.get(first).isCapitalised()) {
      first++;
    }
    return context
        .cited()
        .content()
        .substring(tokens.get(first).start(), tokens.get(phrase.head()).end());
  }

  /** The dates that the document names, by where they stand. */
  static NavigableMap<Integer, DateExpression> dates(DocumentContext context) {
    NavigableMap<Integer, DateExpression> dates = new TreeMap<>();
    for (DateExpression date : context.earlier(DateExpression.class)) {
      dates.put(date.target().span().start(), date);
    }
    return dates;
  }

  /** The one date that the sentence of the telling names outside of what is told. */
  @Nullable String date(NavigableMap<Integer, DateExpression> dates, Proposal proposal) {
    Span sentence = proposal.cue().sentence().span();
    String found = null;
    for (DateExpression date : dates.subMap(sentence.start(), sentence.end()).values()) {
      Span span = date.target().span();
      if (proposal.parts().stream().anyMatch(part -> part.overlaps(span))) {
        continue;
      }
      if (found != null && !found.equals(date.value())) {
        return null;
      }
      found = date.value();
    }
    return found;
  }
}
