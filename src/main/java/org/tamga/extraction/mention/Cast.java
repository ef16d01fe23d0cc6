package org.tamga.extraction.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Mention;
import org.tamga.extraction.language.Analysis;
import org.tamga.extraction.language.Sentence;
import org.tamga.extraction.language.Token;
import org.tamga.text.Metadata;

/**
 * Everybody whom a document names, and who is meant by the phrases that speak of them.
 *
 * <p>A surname stands for the one person of that name, an abbreviation for the name whose initials
 * it is, a role beside a name for its bearer. Where two people might be meant there is no answer.
 */
public final class Cast {
  private final List<List<NounPhrase>> phrases = new ArrayList<>();
  private final NameReader reader;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** For each wording, the entries that it may stand for. */
  private final Map<String, Set<Entry>> byAlias = new HashMap<>();

  private final Map<NounPhrase, Party> named = new HashMap<>();
  private final Map<Entry, Party> parties = new HashMap<>();
  private final Map<String, Set<Party>> byRole = new HashMap<>();
  private final Map<NounPhrase, Party> bearers = new HashMap<>();
  private final Reference reference;

  /** A name while it is being gathered. */
  private static final class Entry {
    private final String name;
    private Party.Kind kind;
    private Party.Gender gender;
    private @Nullable String role;
    private final Set<String> aliases = new LinkedHashSet<>();

    private Entry(NameReader.Name name) {
      this.name = name.text();
      this.kind = name.kind();
      this.gender = name.gender();
      this.role = name.role();
    }

    private void add(NameReader.Name other) {
      kind = kind == Party.Kind.UNKNOWN ? other.kind() : kind;
      gender = gender == Party.Gender.UNKNOWN ? other.gender() : gender;
      role = role == null ? other.role() : role;
    }

    private Party party() {
      return new Party(name, kind, role, gender, aliases);
    }
  }

  Cast(Analysis analysis, Metadata known, NameReader reader, NounPhraseFinder finder) {
    this.reader = reader;
    for (Sentence sentence : analysis.sentences()) {
      phrases.add(finder.find(sentence));
    }
    gather(known);
    nameAll();
    for (List<NounPhrase> ofSentence : phrases) {
      appositions(ofSentence);
    }
    reference = new Reference(this, analysis);
  }

  /** The noun phrases of a sentence, by its number. */
  public List<NounPhrase> phrases(int sentence) {
    return phrases.get(sentence);
  }

  /** Whom a name, or a role beside a name, stands for; null for other phrases and in doubt. */
  public @Nullable Party named(NounPhrase phrase) {
    Party bearer = bearers.get(phrase);
    return bearer != null ? bearer : named.get(phrase);
  }

  /** Whether "he" or "she" may be said of somebody whom the document names so. */
  public boolean mayBe(String pronoun, String name) {
    Entry entry = entries.get(key(name));
    return entry != null
        && entry.kind != Party.Kind.ORGANISATION
        && switch (pronoun) {
          case "he" -> entry.gender != Party.Gender.FEMALE;
          case "she" -> entry.gender != Party.Gender.MALE;
          default -> false;
        };
  }

  /** Whom any phrase stands for, pronouns and roles included; null in doubt. */
  public @Nullable Party resolve(NounPhrase phrase) {
    return reference.resolve(phrase);
  }

  /**
   * The mention that a phrase makes: by the resolved name where it stands for somebody named, by
   * its own words where it describes a group or a document, null where a pronoun stays open.
   */
  public @Nullable Mention mention(NounPhrase phrase) {
    return reference.mention(phrase);
  }

  /**
   * Whether a phrase is of the kind that speaks: named, a role, a group, a body or a document; or
   * several, or one in particular ("a nurse"). "The next round" and "Omicron BA.2" are not.
   *
   * @param told whether a word tells that it speaks; then any noun may
   */
  public boolean maySpeak(NounPhrase phrase, boolean told) {
    Token head = phrase.headToken();
    if (phrase.kind() == NounPhrase.Kind.NAME) {
      return head.text().codePoints().noneMatch(Character::isDigit);
    }
    if (told || phrase.kind() != NounPhrase.Kind.COMMON || named(phrase) != null) {
      return true;
    }
    String first = phrase.sentence().tokens().get(phrase.first()).text().toLowerCase(Locale.ROOT);
    boolean one = first.equals("a") || first.equals("an") || first.equals("another");
    return one || head.text().endsWith("s") || reader.isRole(head.lemma()) || reader.isBody(head);
  }

  /** The one bearer of a role word in this document, if there is exactly one. */
  @Nullable Party bearer(String role) {
    Set<Party> bearers = byRole.getOrDefault(role.toLowerCase(Locale.ROOT), Set.of());
    return bearers.size() == 1 ? bearers.iterator().next() : null;
  }

  NameReader reader() {
    return reader;
  }

  private void gather(Metadata known) {
    List<NameReader.Name> names = new ArrayList<>();
    for (List<NounPhrase> ofSentence : phrases) {
      for (NounPhrase phrase : ofSentence) {
        if (phrase.kind() == NounPhrase.Kind.NAME) {
          NameReader.Name name = reader.read(phrase);
          if (!name.words().isEmpty()) {
            names.add(name);
          }
        }
      }
    }
    for (String given : new String[] {known.author(), known.publisher()}) {
      if (given != null && !given.isBlank()) {
        names.add(
            new NameReader.Name(
                List.of(given.strip().split("\\s+", -1)),
                null,
                Party.Gender.UNKNOWN,
                Party.Kind.UNKNOWN));
      }
    }
    for (NameReader.Name name : names) {
      if (name.words().size() > 1) {
        Entry entry = entries.computeIfAbsent(key(name.text()), _ -> new Entry(name));
        entry.add(name);
        aliases(entry, name.words());
      }
    }
    for (NameReader.Name name : names) {
      if (name.words().size() == 1) {
        single(name);
      }
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace(".", "");
  }

  /** The wordings that a name of several words may be shortened to. */
  private void aliases(Entry entry, List<String> words) {
    alias(entry, String.join(" ", words));
    StringBuilder initials = new StringBuilder();
    for (String word : words) {
      int first = word.codePointAt(0);
      if (Character.isUpperCase(first)) {
        initials.appendCodePoint(first);
      }
    }
    if (initials.length() >= 3 && entry.kind != Party.Kind.PERSON) {
      alias(entry, initials.toString());
    }
    if (entry.kind != Party.Kind.ORGANISATION) {
      String last = words.getLast();
      boolean suffix = last.equalsIgnoreCase("jr.") || last.equalsIgnoreCase("jr");
      alias(entry, suffix ? words.get(words.size() - 2) : last);
      alias(entry, words.getFirst());
    }
  }

  private void alias(Entry entry, String wording) {
    String key = key(wording);
    if (key.length() > 1) {
      entry.aliases.add(key);
      byAlias.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(entry);
    }
  }

  /**
   * A name of one word: a surname or an abbreviation of one already there, or a name of its own.
   */
  private void single(NameReader.Name name) {
    String key = key(name.text());
    Set<Entry> meant = byAlias.getOrDefault(key, Set.of());
    if (meant.isEmpty()) {
      Entry entry = entries.computeIfAbsent(key, _ -> new Entry(name));
      alias(entry, name.text());
    } else if (meant.size() == 1) {
      Entry entry = meant.iterator().next();
      boolean person = name.kind() != Party.Kind.ORGANISATION;
      if (person || entry.kind != Party.Kind.PERSON) {
        entry.add(name);
      }
    }
  }

  /** Fixes who is meant by each name. */
  private void nameAll() {
    for (List<NounPhrase> ofSentence : phrases) {
      for (NounPhrase phrase : ofSentence) {
        if (phrase.kind() != NounPhrase.Kind.NAME) {
          continue;
        }
        NameReader.Name name = reader.read(phrase);
        Entry entry = name.words().size() == 1 && isWithArticle(phrase) ? body(name) : meant(name);
        if (entry != null) {
          Party party = parties.computeIfAbsent(entry, Entry::party);
          named.put(phrase, party);
          if (party.role() != null) {
            bear(party.role(), party);
          }
        }
      }
    }
  }

  private static boolean isWithArticle(NounPhrase phrase) {
    return phrase.head() > phrase.first()
        && phrase.sentence().tokens().get(phrase.head() - 1).text().equalsIgnoreCase("the");
  }

  /** "the Museum": no surname has an article, so that it is a body or a name of its own. */
  private @Nullable Entry body(NameReader.Name name) {
    Entry meant = meant(name);
    boolean whole = meant != null && meant.name.indexOf(' ') < 0;
    return meant == null || whole || meant.kind == Party.Kind.ORGANISATION ? meant : null;
  }

  private @Nullable Entry meant(NameReader.Name name) {
    if (name.words().isEmpty()) {
      return null;
    }
    String key = key(name.text());
    Set<Entry> meant = byAlias.getOrDefault(key, Set.of());
    if (meant.size() == 1) {
      return meant.iterator().next();
    }
    return name.words().size() > 1 ? entries.get(key) : onePerson(meant);
  }

  /** "Dana Orlan" and "Dana M. Orlan" are one, "Mikel Orlan" is another. */
  private static @Nullable Entry onePerson(Set<Entry> meant) {
    Entry first = null;
    for (Entry entry : meant) {
      if (first == null) {
        first = entry;
      } else if (!ends(first).equals(ends(entry))) {
        return null;
      }
    }
    return first;
  }

  private static String ends(Entry entry) {
    String key = key(entry.name);
    int last = key.lastIndexOf(' ');
    return last < 0 ? key : key.substring(0, key.indexOf(' ')) + key.substring(last);
  }

  /** Whom a surname that several bear stands for, if only one of them is of that gender. */
  @Nullable Party namedAs(NounPhrase phrase, Party.Gender gender) {
    if (phrase.kind() != NounPhrase.Kind.NAME) {
      return null;
    }
    Set<Entry> fitting = new LinkedHashSet<>();
    for (Entry entry : byAlias.getOrDefault(key(reader.read(phrase).text()), Set.of())) {
      if (entry.gender == gender) {
        fitting.add(entry);
      }
    }
    Entry entry = onePerson(fitting);
    return entry == null ? null : parties.computeIfAbsent(entry, Entry::party);
  }

  private void bear(String role, Party party) {
    byRole.computeIfAbsent(role.toLowerCase(Locale.ROOT), _ -> new LinkedHashSet<>()).add(party);
  }

  /** "Dana Orlan, the mayor of Orlan" and "the mayor, Dana Orlan": the role belongs to the name. */
  private void appositions(List<NounPhrase> ofSentence) {
    for (int i = 0; i + 1 < ofSentence.size(); i++) {
      NounPhrase left = ofSentence.get(i);
      for (int j = i + 1; j < Math.min(ofSentence.size(), i + 4); j++) {
        NounPhrase right = ofSentence.get(j);
        List<Token> tokens = left.sentence().tokens();
        if (right.first() <= left.last() || !isComma(tokens, right.first() - 1)) {
          continue;
        }
        Party person = person(left);
        if (person != null && left.last() + 2 == right.first() && isRole(right)) {
          bearOf(right, person, ofSentence, j);
        }
        Party named = person(right);
        if (named != null && isRole(left) && onlyOf(tokens, left.last() + 1, right.first() - 1)) {
          bearOf(left, named, ofSentence, i);
        }
        break;
      }
    }
  }

  private void bearOf(NounPhrase role, Party person, List<NounPhrase> ofSentence, int i) {
    bearers.put(role, person);
    bear(role.headToken().text(), person);
    for (int k = i + 1; k < ofSentence.size(); k++) {
      NounPhrase next = ofSentence.get(k);
      List<Token> tokens = role.sentence().tokens();
      boolean attached =
          next.first() > 0
              && tokens.get(next.first() - 1).is("ADP")
              && next.first() - 2 <= ofSentence.get(k - 1).last();
      if (!attached) {
        return;
      }
    }
  }

  private @Nullable Party person(NounPhrase phrase) {
    Party party = named.get(phrase);
    return party == null || party.kind() == Party.Kind.ORGANISATION ? null : party;
  }

  private boolean isRole(NounPhrase phrase) {
    return reader.isRole(phrase.headToken().text())
        && (phrase.kind() == NounPhrase.Kind.COMMON
            || (phrase.kind() == NounPhrase.Kind.NAME && named.get(phrase) == null));
  }

  private static boolean isComma(List<Token> tokens, int i) {
    return i >= 0 && tokens.get(i).text().equals(",");
  }

  /** Whether nothing but prepositions and what hangs on them stands between. */
  private static boolean onlyOf(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      boolean fine =
          token.is("ADP")
              || token.is("DET")
              || token.is("NOUN")
              || token.is("PROPN")
              || token.is("ADJ");
      if (!fine) {
        return false;
      }
    }
    return true;
  }
}
