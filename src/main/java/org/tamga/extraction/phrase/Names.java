package org.tamga.extraction.phrase;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Statement;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.language.Quotation;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.mention.Cast;
import org.tamga.extraction.mention.NounPhrase;
import org.tamga.text.Span;

/** Says who a party is, as far as the document tells. */
public final class Names {
  /** A pronoun looks back over so many sentences. */
  private static final int BACK = 3;

  /** Words that are no names, whatever their capital at the start of a sentence. */
  private static final Set<String> SMALL = small();

  private final CitedText cited;
  private final Cast cast;
  private final List<Span> figures;
  private final List<Statement> statements;
  private final List<Quotation> quotations;

  private static Set<String> small() {
    var words = new HashSet<>(Lexicon.read("en/clauses.txt").words("opener"));
    words.addAll(Lexicon.read("en/figures.txt").words("number"));
    return Set.copyOf(words);
  }

  /** Names within one document. */
  public Names(DocumentContext context) {
    this.cited = context.cited();
    this.cast = context.cast();
    this.figures =
        context.earlier(Figure.class).stream().map(figure -> figure.target().span()).toList();
    this.statements = context.earlier(Statement.class);
    this.quotations = context.analysis().quotations();
  }

  /**
   * The mention of a party: by the name of the one meant where the document settles it, else by its
   * own words; null for a pronoun that stays open.
   */
  public @Nullable Mention of(Party party) {
    if (isThirdPerson(party) && isQuoted(party.span())) {
      return inside(party);
    }
    var phrase = phrase(party);
    boolean whole = phrase != null && !isTail(party, phrase);
    var meant = phrase == null || !whole ? null : cast.resolve(phrase);
    if (meant != null && SMALL.contains(meant.name().toLowerCase(Locale.ROOT))) {
      meant = null;
    }
    if (meant != null && fits(party, meant)) {
      return Mention.of(cited, party.span(), meant.name(), meant.role());
    }
    var view = party.view();
    boolean pronoun = view.is(party.head(), "PRON") && party.to() - party.from() == 1;
    if (pronoun && !isGroup(view.word(party.head()))) {
      return null;
    }
    if (meant != null) {
      return null;
    }
    var described = phrase == null ? null : cast.mention(phrase);
    if (described != null && described.anonymous()) {
      return Mention.anonymous(cited, party.span());
    }
    var span = party.span();
    for (var figure : figures) {
      if (figure.contains(span) && figure.end() == span.end() && figure.start() < span.start()) {
        return Mention.of(cited, figure, cited.at(figure), null);
      }
    }
    int from = party.from();
    while (from < party.head() && view.is(from, "DET", "PUNCT")) {
      from++;
    }
    var name = cited.at(view.span(from, party.to())).strip();
    name = plain(name);
    return name.isEmpty() ? null : Mention.of(cited, party.span(), name, null);
  }

  /** "He" and "she" are people, never a council. */
  private static boolean fits(Party party, org.tamga.extraction.mention.Party meant) {
    boolean told =
        meant.kind() == org.tamga.extraction.mention.Party.Kind.PERSON
            || meant.role() != null
            || meant.gender() != org.tamga.extraction.mention.Party.Gender.UNKNOWN;
    boolean body = meant.kind() == org.tamga.extraction.mention.Party.Kind.ORGANISATION;
    boolean person = !isThirdPerson(party) || (told && !body);
    return person;
  }

  /** Who speaks the words in which the party stands, if any; empty where nobody is known to. */
  private String speaker(Party party) {
    for (var statement : statements) {
      var speaker = statement.speaker();
      for (var part : statement.target().parts()) {
        if (speaker != null && part.span().contains(party.span())) {
          return speaker.name();
        }
      }
    }
    return "";
  }

  private static boolean isThirdPerson(Party party) {
    return party.to() - party.from() == 1
        && switch (party.view().word(party.head())) {
          case "he", "she", "him", "her" -> true;
          default -> false;
        };
  }

  /**
   * "We ask him …", she said: he is whom her words name before, never she herself.
   *
   * <p>Answers only where her words, in this sentence and the few before it, name a single person.
   */
  private @Nullable Mention inside(Party party) {
    var self = speaker(party);
    var met = new LinkedHashSet<String>();
    int index = party.view().sentence().index();
    for (int back = 0; back <= BACK && index - back >= 0; back++) {
      for (var phrase : cast.phrases(index - back)) {
        var named = cast.named(phrase);
        boolean before = phrase.span().end() <= party.span().start();
        if (named == null
            || !before
            || named.kind() == org.tamga.extraction.mention.Party.Kind.ORGANISATION) {
          continue;
        }
        if (!named.name().equals(self) && isQuoted(phrase.span())) {
          met.add(named.name());
        }
      }
      if (!met.isEmpty()) {
        break;
      }
    }
    return met.size() == 1 ? Mention.of(cited, party.span(), plain(met.getFirst()), null) : null;
  }

  /** Whether a place stands within quotation marks. */
  boolean isQuoted(Span span) {
    for (var quotation : quotations) {
      if (quotation.outer().start() > span.start()) {
        return false;
      }
      if (quotation.outer().contains(span)) {
        return true;
      }
    }
    return false;
  }

  /** Without the mark of the genitive. */
  private static String plain(String name) {
    return name.replaceAll("['’]s?$", "");
  }

  /** Whether a phrase is only the end of a longer name: "Divers" of "… to Defend Divers". */
  private static boolean isTail(Party party, NounPhrase phrase) {
    var view = party.view();
    int before = phrase.first() - 1;
    boolean verb = view.isCapitalised(before) && view.is(before, "VERB");
    boolean to = view.word(before).equals("to") && view.isCapitalised(before - 1);
    return before > party.from() && (verb || to);
  }

  private static boolean isGroup(String pronoun) {
    return switch (pronoun) {
      case "anyone", "everyone", "everybody", "anybody" -> true;
      default -> false;
    };
  }

  /** The longest phrase of the sentence that is about the party's head word. */
  private @Nullable NounPhrase phrase(Party party) {
    NounPhrase best = null;
    for (var phrase : cast.phrases(party.view().sentence().index())) {
      boolean about = phrase.head() == party.head();
      boolean longer = best == null || phrase.last() - phrase.first() > best.last() - best.first();
      if (about && longer) {
        best = phrase;
      }
    }
    return best;
  }
}
