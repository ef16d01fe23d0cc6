package org.tamga.extraction.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Mention;
import org.tamga.extraction.language.Analysis;
import org.tamga.extraction.language.Quotation;
import org.tamga.extraction.language.QuotationIndex;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;

/** Works out whom pronouns, roles and descriptions stand for; in doubt, nobody. */
final class Reference {
  /** A pronoun looks back over so many sentences. */
  private static final int BACK = 4;

  /** What stands beside a name in commas or brackets takes up no more words than this. */
  private static final int ASIDE = 12;

  private final Cast cast;
  private final QuotationIndex quotations;
  private final CitedText text;
  private final Map<NounPhrase, Party> pronouns = new HashMap<>();
  private final Set<NounPhrase> open = new LinkedHashSet<>();

  Reference(Cast cast, Analysis analysis) {
    this.cast = cast;
    this.quotations = new QuotationIndex(analysis.quotations());
    this.text = analysis.text();
  }

  @Nullable Party resolve(NounPhrase phrase) {
    return switch (phrase.kind()) {
      case NAME -> name(phrase);
      case COMMON -> description(phrase);
      case PRONOUN -> pronoun(phrase);
      case RELATIVE -> relative(phrase);
    };
  }

  private @Nullable Party name(NounPhrase phrase) {
    Party named = cast.named(phrase);
    return named != null ? named : description(phrase);
  }

  /** "the mayor", where the document names exactly one. */
  private @Nullable Party description(NounPhrase phrase) {
    Party named = cast.named(phrase);
    if (named != null) {
      return named;
    }
    List<Token> tokens = phrase.sentence().tokens();
    boolean definite = tokens.get(phrase.first()).text().equalsIgnoreCase("the");
    if (!definite || phrase.head() > phrase.first() + 2) {
      return null;
    }
    StringBuilder role = new StringBuilder();
    for (int i = phrase.first() + 1; i <= phrase.head(); i++) {
      role.append(role.isEmpty() ? "" : " ").append(tokens.get(i).text());
    }
    return cast.bearer(role.toString());
  }

  private @Nullable Party relative(NounPhrase phrase) {
    NounPhrase before = before(phrase);
    return before == null || isLoose(phrase, before) ? null : resolve(before);
  }

  /** "pages from the ministry that show": the relative clause may hang on either, so on neither. */
  private boolean isLoose(NounPhrase pronoun, NounPhrase before) {
    if (pronoun.headToken().text().equalsIgnoreCase("who") || before.first() == 0) {
      return false;
    }
    boolean attached = before.sentence().tokens().get(before.first() - 1).is("ADP");
    return attached
        && cast.phrases(before.sentence().index()).stream()
            .anyMatch(other -> other.last() == before.first() - 2);
  }

  /** "a man living in Selm who": a name behind "in" is where he lives. */
  private static boolean isPlace(NounPhrase phrase) {
    int before = phrase.first() - 1;
    return before >= 0
        && phrase.kind() == NounPhrase.Kind.NAME
        && phrase.sentence().tokens().get(before).text().equalsIgnoreCase("in");
  }

  /**
   * The phrase that a relative pronoun hangs on: the nearest before it; for "who" the nearest that
   * can be a person, for between the two a place may stand ("a man from the hills who").
   */
  private @Nullable NounPhrase before(NounPhrase pronoun) {
    boolean person = pronoun.headToken().text().equalsIgnoreCase("who");
    List<NounPhrase> phrases = cast.phrases(pronoun.sentence().index());
    for (int i = phrases.size() - 1; i >= 0; i--) {
      NounPhrase other = phrases.get(i);
      int gap = pronoun.first() - other.last();
      if (gap <= 0 || other.kind() == NounPhrase.Kind.RELATIVE) {
        continue;
      }
      if (cast.reader().isNoName(other.headToken().text())) {
        return null;
      }
      if (gap > (person ? 9 : 2)) {
        return null;
      }
      // "the employees who": right before it stands whom it means, unless that is a place.
      boolean near = gap == 1 && !isPlace(other);
      if (!person || near || (isPersonal(other) && !isPlace(other))) {
        return other;
      }
    }
    return null;
  }

  private boolean isPersonal(NounPhrase phrase) {
    Party party = cast.named(phrase);
    if (party != null) {
      return party.kind() != Party.Kind.ORGANISATION;
    }
    boolean hangs =
        phrase.first() > 0 && phrase.sentence().tokens().get(phrase.first() - 1).is("ADP");
    return phrase.kind() == NounPhrase.Kind.COMMON
        && (!hangs || cast.reader().isRole(phrase.headToken().lemma()));
  }

  private @Nullable Party pronoun(NounPhrase phrase) {
    if (open.contains(phrase)) {
      return null;
    }
    Party known = pronouns.get(phrase);
    if (known != null) {
      return known;
    }
    String word = phrase.headToken().text().toLowerCase(Locale.ROOT);
    Party.Gender gender =
        switch (word) {
          case "he", "him", "himself" -> Party.Gender.MALE;
          case "she", "her", "herself" -> Party.Gender.FEMALE;
          default -> null;
        };
    Party found = gender == null ? null : antecedent(phrase, gender);
    if (found == null) {
      open.add(phrase);
    } else {
      pronouns.put(phrase, found);
    }
    return found;
  }

  /** The person of that gender who was last spoken of, if that is clear. */
  private @Nullable Party antecedent(NounPhrase pronoun, Party.Gender gender) {
    int index = pronoun.sentence().index();
    for (int back = 0; back <= BACK && index - back >= 0; back++) {
      Set<Party> met = new LinkedHashSet<>();
      Set<Party> surely = new LinkedHashSet<>();
      Party subject = null;
      for (NounPhrase phrase : cast.phrases(index - back)) {
        if (back == 0 && phrase.first() >= pronoun.first()) {
          break;
        }
        if (isQuoted(phrase) || phrase.isAsker() || phrase.isBracketed()) {
          continue;
        }
        Party party = candidate(phrase, gender);
        if (party != null) {
          met.add(party);
          if (party.gender() == gender) {
            surely.add(party);
          }
          subject = subject == null && isSubject(phrase) ? party : subject;
        }
      }
      if (met.size() == 1) {
        return subject == null && hasOtherSubject(index - back, pronoun)
            ? null
            : met.iterator().next();
      }
      if (met.size() > 1) {
        boolean one = surely.size() == 1 && (subject == null || surely.contains(subject));
        return one ? surely.iterator().next() : subject;
      }
    }
    return null;
  }

  /**
   * "The duchess spoke to Winfrey. She …": where the subject is one person whom nothing names, the
   * one named beside need not be meant.
   */
  private boolean hasOtherSubject(int sentence, NounPhrase pronoun) {
    for (NounPhrase phrase : cast.phrases(sentence)) {
      boolean before = sentence < pronoun.sentence().index() || phrase.last() < pronoun.first();
      if (before
          && phrase.kind() == NounPhrase.Kind.COMMON
          && cast.named(phrase) == null
          && isSubject(phrase)
          && !isQuoted(phrase)
          && cast.reader().isRole(phrase.headToken().lemma())) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Party candidate(NounPhrase phrase, Party.Gender gender) {
    Party party =
        phrase.kind() == NounPhrase.Kind.PRONOUN ? pronouns.get(phrase) : cast.named(phrase);
    party = party == null ? cast.namedAs(phrase, gender) : party;
    boolean fits =
        party != null
            && party.kind() != Party.Kind.ORGANISATION
            && (party.gender() == gender
                || (party.gender() == Party.Gender.UNKNOWN && mayBePerson(party, phrase)));
    return fits ? party : null;
  }

  /** A name of several words, or the subject of a verb, unless it is an abbreviation. */
  private static boolean mayBePerson(Party party, NounPhrase phrase) {
    String name = party.name();
    boolean abbreviation = name.equals(name.toUpperCase(Locale.ROOT));
    boolean possessor = phrase.last() > phrase.head();
    return party.kind() == Party.Kind.PERSON
        || (name.indexOf(' ') > 0 && !possessor)
        || (!abbreviation && phrase.kind() == NounPhrase.Kind.NAME && isSubject(phrase));
  }

  /** A phrase with a verb right behind it, with no preposition before; no possessor ("Belut's"). */
  private static boolean isSubject(NounPhrase phrase) {
    List<Token> tokens = phrase.sentence().tokens();
    int at = behindAside(tokens, phrase.last() + 1);
    boolean verb = at < tokens.size() && (tokens.get(at).is("VERB") || tokens.get(at).is("AUX"));
    boolean hangs = phrase.first() > 0 && tokens.get(phrase.first() - 1).is("ADP");
    boolean possessor = phrase.last() > phrase.head();
    return !hangs && !possessor && (verb || phrase.first() == 0);
  }

  /** Over "(D-Belut)", ", the mayor of Belut," and adverbs. */
  private static int behindAside(List<Token> tokens, int from) {
    int at = from;
    if (at < tokens.size() && (isMark(tokens, at, "(") || isMark(tokens, at, ","))) {
      String close = isMark(tokens, at, "(") ? ")" : ",";
      for (int i = at + 1; i < Math.min(tokens.size(), at + ASIDE); i++) {
        if (isMark(tokens, i, close)) {
          at = i + 1;
          break;
        }
      }
    }
    while (at < tokens.size() && tokens.get(at).is("ADV")) {
      at++;
    }
    return at;
  }

  private static boolean isMark(List<Token> tokens, int i, String mark) {
    return tokens.get(i).text().equals(mark);
  }

  private boolean isQuoted(NounPhrase phrase) {
    var head = phrase.headToken().span();
    Quotation around = quotations.covering(head.start());
    return around != null && around.inner().contains(head);
  }

  @Nullable Mention mention(NounPhrase phrase) {
    Party party = resolve(phrase);
    if (party != null) {
      return Mention.of(text, phrase.span(), party.name(), party.role());
    }
    return switch (phrase.kind()) {
      case PRONOUN -> group(phrase) == null ? several(phrase) : group(phrase);
      case RELATIVE -> {
        NounPhrase before = before(phrase);
        Mention meant = before == null ? null : mention(before);
        yield meant == null
            ? null
            : new Mention(
                meant.name(),
                meant.role(),
                text.at(phrase.span()),
                phrase.span(),
                null,
                meant.anonymous());
      }
      case NAME, COMMON -> described(phrase);
    };
  }

  /** "they" and "it": the last subject that several people, a body or a document can be. */
  private @Nullable Mention group(NounPhrase pronoun) {
    String word = pronoun.headToken().text().toLowerCase(Locale.ROOT);
    boolean many = word.equals("they");
    if (!many && !word.equals("it")) {
      return null;
    }
    int index = pronoun.sentence().index();
    for (int back = 0; back <= 1 && index - back >= 0; back++) {
      for (NounPhrase phrase : cast.phrases(index - back)) {
        if (back == 0 && phrase.first() >= pronoun.first()) {
          break;
        }
        boolean fits = isSubject(phrase) && !isQuoted(phrase) && isGroup(phrase, many);
        Mention meant = fits ? mention(phrase) : null;
        if (meant != null) {
          return new Mention(
              meant.name(), null, text.at(pronoun.span()), pronoun.span(), null, meant.anonymous());
        }
      }
    }
    return null;
  }

  /** "many", "some": nobody in particular, by their own word; "one of them": not named. */
  private @Nullable Mention several(NounPhrase phrase) {
    List<Token> tokens = phrase.sentence().tokens();
    int next = phrase.last() + 1;
    boolean of = next < tokens.size() && tokens.get(next).text().equals("of");
    return switch (phrase.headToken().text().toLowerCase(Locale.ROOT)) {
      case "one" -> of ? Mention.anonymous(text, phrase.span()) : null;
      case "many", "some", "others", "most", "several", "few", "none", "both", "all", "each" ->
          Mention.of(text, phrase.span(), text.at(phrase.span()), null);
      default -> null;
    };
  }

  private boolean isGroup(NounPhrase phrase, boolean many) {
    if (phrase.kind() != NounPhrase.Kind.COMMON && phrase.kind() != NounPhrase.Kind.NAME) {
      return false;
    }
    Token head = phrase.headToken();
    Party party = cast.named(phrase);
    boolean body = party != null && party.kind() == Party.Kind.ORGANISATION;
    boolean several = head.text().endsWith("s") && party == null;
    return many
        ? several || body || cast.reader().isGroup(head)
        : body || (!several && cast.reader().isDocument(head));
  }

  /** By the phrase's own words, without the article and the genitive. */
  private @Nullable Mention described(NounPhrase phrase) {
    if (isWithheld(phrase)) {
      return Mention.anonymous(text, phrase.span());
    }
    List<Token> tokens = phrase.sentence().tokens();
    List<String> words = new ArrayList<>();
    int first = phrase.first();
    if (first < phrase.head() && tokens.get(first).is("DET")) {
      first++;
    }
    if (first > phrase.head()) {
      return null;
    }
    if (first == phrase.head() && cast.reader().isNoName(tokens.get(first).text())) {
      return null;
    }
    words.add(text.content().substring(tokens.get(first).start(), tokens.get(phrase.head()).end()));
    return Mention.of(text, phrase.span(), String.join(" ", words), null);
  }

  /** A single unnamed person, or a source that is called just that. */
  private boolean isWithheld(NounPhrase phrase) {
    if (phrase.kind() != NounPhrase.Kind.COMMON) {
      return false;
    }
    List<Token> tokens = phrase.sentence().tokens();
    String first = tokens.get(phrase.first()).text().toLowerCase(Locale.ROOT);
    Token head = phrase.headToken();
    boolean indefinite = first.equals("a") || first.equals("an") || first.equals("one");
    boolean source = head.lemma().equals("source") || head.lemma().equals("insider");
    boolean single = !cast.reader().isBody(head) && !head.text().endsWith("s");
    return source || (indefinite && single) || wishesSo(phrase);
  }

  /** "who asked not to be named", "on condition of anonymity" behind the phrase. */
  private static boolean wishesSo(NounPhrase phrase) {
    Sentence sentence = phrase.sentence();
    for (int i = phrase.last() + 1;
        i < Math.min(sentence.tokens().size(), phrase.last() + 16);
        i++) {
      String lower = sentence.tokens().get(i).text().toLowerCase(Locale.ROOT);
      if (lower.equals("anonymity") || lower.equals("anonymous") || lower.equals("anonymously")) {
        return true;
      }
    }
    return false;
  }
}
