package org.tamga.extraction.phrase;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Mention;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.letter.Correspondence;
import org.tamga.extraction.mention.Cast;
import org.tamga.text.Span;

/**
 * Says whom "we", "you", "they" and "him" mean where names alone do not tell.
 *
 * <p>"We" and "you" outside quotations are those who write and the one written to, as far as the
 * document says so; "they" are those of whom the sentence before tells, where it tells of only one
 * group. In doubt, nobody.
 */
public final class Pronouns {
  private final CitedText cited;
  private final Cast cast;
  private final Names names;
  private final SubjectFinder subjects;
  private final Correspondence letter;
  private final List<Sentence> sentences;

  /** Pronouns of one document. */
  public Pronouns(DocumentContext context, Names names, SubjectFinder subjects) {
    this.cited = context.cited();
    this.cast = context.cast();
    this.names = names;
    this.subjects = subjects;
    this.letter = context.letter();
    this.sentences = context.analysis().sentences();
  }

  /** Whether the party is one word that points at somebody. */
  private static String pronoun(Party party) {
    boolean one = party.to() - party.from() == 1;
    return one && party.view().is(party.head(), "PRON", "DET")
        ? party.view().word(party.head())
        : "";
  }

  /** Whether the document says of itself who writes, or to whom. */
  public boolean isLetter() {
    return letter.addressee() != null || letter.single() != null || !letter.several().isEmpty();
  }

  /** Those who publish the document, where they call themselves "we". */
  public Mention publisher(Party party, String publisher) {
    return Mention.of(cited, party.span(), publisher, null);
  }

  /** Whether a place stands within quotation marks. */
  public boolean isQuoted(Span span) {
    return names.isQuoted(span);
  }

  /** Whether the document is an office's circular. */
  public boolean isCircular() {
    return letter.isCircular();
  }

  /** Whether the document names both the one who writes and the one written to. */
  public boolean isAddressed() {
    return letter.addressee() != null && letter.single() != null;
  }

  /** Those who write, behind words that name nobody: "Please write". */
  public List<Mention> writers(Party words) {
    var single = letter.single();
    return named(words, single == null ? letter.several() : List.of(single));
  }

  /** The one written to, behind words that name nobody. */
  public List<Mention> readers(Party words) {
    var addressee = letter.addressee();
    return addressee == null || names.isQuoted(words.span())
        ? List.of()
        : named(words, List.of(addressee));
  }

  /** Everybody whom these parties mean, as far as the document settles it. */
  public List<Mention> of(List<Party> parties) {
    var all = new ArrayList<Mention>();
    for (var party : parties) {
      all.addAll(of(party));
    }
    return all;
  }

  private List<Mention> of(Party party) {
    return switch (pronoun(party)) {
      case "we", "us", "i", "me", "you" ->
          names.isQuoted(party.span()) ? List.of() : named(party, letter.meant(pronoun(party)));
      case "they", "both", "them", "it" -> several(party);
      default -> {
        var mention = names.of(party);
        yield mention == null ? List.of() : List.of(mention);
      }
    };
  }

  private List<Mention> named(Party party, List<String> called) {
    return called.stream().map(name -> Mention.of(cited, party.span(), name, null)).toList();
  }

  /** "They" at the head of a sentence: the several of whom the sentence before tells. */
  private List<Mention> several(Party party) {
    var mention = names.of(party);
    boolean telling =
        mention != null && !pronoun(party).equals(mention.name().toLowerCase(Locale.ROOT));
    if (mention != null && telling) {
      return List.of(mention);
    }
    int index = party.view().sentence().index();
    if (party.from() > 1 || index == 0 || names.isQuoted(party.span())) {
      return List.of();
    }
    var before = sentences.get(index - 1);
    if (before.blockIndex() != party.view().sentence().blockIndex()) {
      return List.of();
    }
    var all = new ArrayList<Mention>();
    for (var subject : group(View.of(before), pronoun(party).equals("it"))) {
      var name = pronoun(subject).isEmpty() ? names.of(subject) : null;
      if (name != null) {
        all.add(Mention.of(cited, party.span(), name.name(), name.role()));
      }
    }
    return all;
  }

  /** The subject of a sentence's first verb, where it is several, or for "it" one body. */
  private List<Party> group(View view, boolean one) {
    if (one && view.word(0).equals("according") && view.word(1).equals("to")) {
      // "According to the report, …. It found …"
      return subjects.parties().forward(view, 2).parties();
    }
    for (int i = 1; i < view.size(); i++) {
      if (view.is(i, "VERB") && !view.word(i).endsWith("ing")) {
        var found = subjects.subject(view, i);
        boolean plural = found.size() > 1 || (found.size() == 1 && isPlural(found.getFirst()));
        boolean opens = !found.isEmpty() && found.getFirst().from() <= 1;
        boolean fits = one ? found.size() == 1 && isBody(found.getFirst()) : plural;
        return fits && opens ? found : List.of();
      }
    }
    return List.of();
  }

  /** Not a person, by the document's own telling. */
  private boolean isBody(Party party) {
    for (var phrase : cast.phrases(party.view().sentence().index())) {
      if (phrase.head() == party.head()) {
        var meant = cast.named(phrase);
        return meant != null
            && meant.kind() == org.tamga.extraction.mention.Party.Kind.ORGANISATION;
      }
    }
    return false;
  }

  private static boolean isPlural(Party party) {
    var word = party.view().word(party.head());
    return party.view().is(party.head(), "NOUN") && word.endsWith("s") && !word.endsWith("ss");
  }

  /**
   * "A wrote to B, urging him to …": B, where the words between name one person.
   *
   * @param party "him", "her"
   * @param by who demands
   */
  public @Nullable Mention object(Party party, List<Party> by) {
    var word = pronoun(party);
    if ((!word.equals("him") && !word.equals("her")) || by.isEmpty()) {
      return null;
    }
    var met = new LinkedHashSet<String>();
    var self = names.of(by.getFirst());
    int behind = by.getLast().span().end();
    for (var phrase : cast.phrases(party.view().sentence().index())) {
      var named = cast.named(phrase);
      boolean between =
          phrase.span().start() >= behind && phrase.span().end() <= party.span().start();
      if (named == null
          || !between
          || named.kind() == org.tamga.extraction.mention.Party.Kind.ORGANISATION) {
        continue;
      }
      if (self == null || !self.name().equals(named.name())) {
        met.add(named.name());
      }
    }
    return met.size() == 1 ? Mention.of(cited, party.span(), met.getFirst(), null) : null;
  }
}
