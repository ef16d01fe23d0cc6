package org.tamga.extraction.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Conditions;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;

/** Finds where a sentence brings up something that happened on the public record. */
final class EventFinder {
  private final PartyReader parties;
  private final SubjectFinder subjects;
  private final ActionReader actions;
  private final Set<String> connecting;
  private final Set<String> joint;
  private final Set<String> jointOnly;
  private final Set<String> introducing;
  private final Set<String> carriers;
  private final Set<String> unless;
  private final Set<String> released;
  private final LeakFinder leakFinder;
  private final DocumentEvents documents;
  private final Set<String> leaks;
  private final Set<String> bodies;
  private final Set<String> bodyVerbs;
  private final Map<String, String> verbs;

  /** For each verb, the kinds that it brings about; for each kind, its nouns. */
  private final Map<String, Set<String>> kindsByVerb = new HashMap<>();

  private final Map<String, Set<String>> nounsByKind = new HashMap<>();

  EventFinder(Lexicon events, PartyReader parties, SubjectFinder subjects, ActionReader actions) {
    this.actions = actions;
    connecting = events.words("connecting");
    this.parties = parties;
    this.subjects = subjects;
    joint = events.words("joint");
    jointOnly = events.words("joint only");
    introducing = events.words("introducing");
    carriers = events.words("carrier");
    unless = events.words("unless");
    released = events.words("released");
    leakFinder = new LeakFinder(events, parties);
    documents = new DocumentEvents(events, Lexicon.read("en/demands.txt"), parties, subjects);
    leaks = events.words("leak");
    bodies = events.words("body");
    bodyVerbs = events.words("body verb");
    verbs = events.section("verb");
    events
        .section("kind")
        .forEach(
            (kind, meaning) -> {
              var sides = meaning.split(" \\| ", -1);
              nounsByKind.put(kind, Set.of(sides[1].split(" ", -1)));
              for (var verb : sides[0].split(" ", -1)) {
                kindsByVerb.computeIfAbsent(verb, _ -> new HashSet<>()).add(kind);
              }
            });
  }

  /**
   * An event as the words of one sentence bring it up.
   *
   * @param from first word
   * @param to word behind the last
   * @param kind what kind of thing
   * @param participants who took part, as far as the sentence says
   * @param addressee to whom it was directed, or null
   * @param isNew whether the words say that it is another one than before
   */
  record Found(
      View view,
      int from,
      int to,
      String kind,
      List<Party> participants,
      @Nullable Party addressee,
      boolean isNew) {}

  /** The events of a sentence. */
  List<Found> find(View view) {
    var found = new ArrayList<Found>();
    int behind = 0;
    for (int i = 0; i < view.size(); i++) {
      var event = i < behind ? null : event(view, i);
      event = event == null && i >= behind ? documents.find(view, i) : event;
      // "adopted the text by a vote of 19 to 6" is one vote.
      boolean again = event != null && event.kind().equals("vote") && hasVote(found);
      if (event != null && !again) {
        found.add(event);
        behind = event.to();
      }
    }
    return found;
  }

  /** What the heading of a text says that the text is, or null. */
  @Nullable Found heading(View view) {
    return documents.heading(view);
  }

  private static boolean hasVote(List<Found> found) {
    return found.stream().anyMatch(event -> event.kind().equals("vote"));
  }

  private @Nullable Found event(View view, int at) {
    if (leaks.contains(view.word(at))) {
      return leakFinder.find(view, at);
    }
    if (view.word(at).equals("vote") && view.word(at + 1).equals("of")) {
      return tally(view, at);
    }
    if (view.is(at, "VERB") && !isOpen(view, at)) {
      var told = told(view, at);
      return told != null ? told : decided(view, at);
    }
    var carried = carried(view, at);
    return carried != null ? carried : dated(view, at);
  }

  /** "a vote of 19 in favour, six against and 21 abstentions". */
  private @Nullable Found tally(View view, int at) {
    int end = at + 2;
    for (int i = at + 2; i < Math.min(view.size(), at + 16); i++) {
      end = view.is(i - 1, "NUM") || view.is(i - 2, "NUM") ? i + 1 : end;
      boolean goesOn =
          view.is(i, "NUM", "ADP", "CCONJ", "NOUN", "ADJ", "SCONJ") || view.word(i).equals(",");
      if (!goesOn) {
        break;
      }
    }
    while (end > at && view.is(end - 1, "PUNCT", "CCONJ")) {
      end--;
    }
    return end > at + 2 ? new Found(view, at, end, "vote", List.of(), null, true) : null;
  }

  /** "the May 3 report by the council": a date makes it one that can be named. */
  private @Nullable Found dated(View view, int at) {
    boolean date = view.isCapitalised(at) && view.is(at + 1, "NUM");
    var kind = kind(view, at, at + 3, Set.of("report", "letter"));
    if (!date || at + 3 > view.size() || kind == null || !view.word(at + 3).equals("by")) {
      return null;
    }
    var by = parties.forward(view, at + 4);
    return new Found(view, at, by.end(), kind, by.parties(), null, true);
  }

  /** "issued a joint statement", "was published": a verb and what it brings about. */
  private @Nullable Found told(View view, int at) {
    var kinds = kindsByVerb.get(view.lemma(at));
    boolean finite = !view.word(at).endsWith("ing") || view.is(at - 1, "AUX");
    if (kinds == null || !finite || isParticiple(view, at)) {
      return null;
    }
    int start = at + 1;
    while (view.is(start, "ADP", "ADV")) {
      start++;
    }
    int end = parties.base(view, start);
    if (end == start || view.is(start, "PRON")) {
      return null;
    }
    var kind = kind(view, start, end, kinds);
    if (kind == null || !isIntroduced(view, start, end)) {
      return null;
    }
    var by = subjects.subject(view, at);
    int to = whole(view, end);
    if (kind.equals("petition") && view.word(to).equals("to")) {
      var demanded = actions.read(view, to);
      to = demanded.isEmpty() ? to : demanded.getFirst().to();
      var further = view.word(to).equals("to") ? actions.read(view, to) : demanded;
      to = further.isEmpty() ? to : further.getFirst().to();
    }
    return found(view, at, to, kind, end, by, start);
  }

  /** "its recently published report", "the newly-appointed mayor". */
  private static boolean isParticiple(View view, int at) {
    int i = at - 1;
    while (view.is(i, "ADV")) {
      i--;
    }
    return view.is(i, "DET", "ADP", "ADJ")
        || view.word(i).equals("-")
        || view.word(i).equals("its")
        || view.word(i).equals("their")
        || view.word(i).equals("his")
        || view.word(i).equals("her");
  }

  /** The kind of the noun phrase, when one of these kinds has its head for a noun. */
  private @Nullable String kind(View view, int start, int end, Set<String> kinds) {
    var head = view.word(end - 1);
    if (start >= end || head.isEmpty()) {
      return null;
    }
    for (var kind : kinds) {
      if (nounsByKind.getOrDefault(kind, Set.of()).contains(head)
          || nounsByKind.getOrDefault(kind, Set.of()).contains(view.lemma(end - 1))) {
        if (kind.equals("criminal case")
            && head.equals("case")
            && !hasWord(view, start, end, "criminal")) {
          return "lawsuit";
        }
        return kind;
      }
    }
    return null;
  }

  private static boolean hasWord(View view, int from, int to, String word) {
    return view.words().subList(from, to).contains(word);
  }

  private boolean isIntroduced(View view, int start, int end) {
    var first = view.word(start);
    boolean definite = first.equals("the") || first.equals("this") || first.equals("that");
    if (!definite) {
      return true;
    }
    // "announced the appointment of Dana Orlan": known by what follows.
    return view.word(end).equals("of") && view.isCapitalised(end + 1);
  }

  /** With "of …", "in …", "on …" behind it, up to the first comma or verb. */
  private int whole(View view, int end) {
    int at = end;
    for (int groups = 0; groups < 2; groups++) {
      int base = parties.base(view, at + 1);
      boolean joins = view.is(at, "ADP") && !view.word(at).equals("by") && base > at + 1;
      if (!joins || view.is(at + 1, "PRON") || connecting.contains(view.word(base - 1))) {
        return at;
      }
      at = base;
      if (view.word(at).equals("of") || view.word(at).equals("for")) {
        at = Math.max(at, parties.base(view, at + 1));
      }
    }
    return at;
  }

  private @Nullable Found found(
      View view, int from, int to, String plain, int end, List<Party> by, int start) {
    boolean several = by.size() > 1 || (by.size() == 1 && isPlural(by.getFirst()));
    var kind = plain;
    for (int i = start; i < end; i++) {
      if (joint.contains(view.word(i))) {
        kind = view.word(i) + " " + plain;
      }
    }
    if (kind.equals(plain) && (plain.equals("letter") || plain.equals("statement")) && several) {
      kind = "joint " + plain;
    }
    if (jointOnly.contains(kind)) {
      return null;
    }
    boolean isNew = introducing.contains(view.word(start)) && !view.word(start).equals("the");
    int last = kind.equals("joint statement") || kind.equals("counterstatement") ? end : to;
    return new Found(view, from, last, kind, by, addressee(view, end), isNew);
  }

  private static boolean isPlural(Party party) {
    var word = party.view().word(party.head());
    return (word.endsWith("s") && !word.endsWith("ss") && party.view().is(party.head(), "NOUN"))
        || word.equals("people");
  }

  private @Nullable Party addressee(View view, int end) {
    for (int i = end; i < Math.min(view.size(), end + 4); i++) {
      if (view.word(i).equals("to")) {
        var read = parties.forward(view, i + 1);
        return read.parties().isEmpty() ? null : read.parties().getFirst();
      }
      if (view.is(i, "PUNCT", "AUX")) {
        return null;
      }
    }
    return null;
  }

  private boolean isOpen(View view, int at) {
    if (Conditions.isConditional(view, at, unless)) {
      return true;
    }
    for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
      if (unless.contains(view.word(i))) {
        return true;
      }
      if (!view.is(i, "AUX", "ADV", "PART")) {
        return false;
      }
    }
    return false;
  }

  /** "rejected the motion", "was appointed": the verb is the event. */
  private @Nullable Found decided(View view, int at) {
    var word = view.word(at);
    if (word.endsWith("ing")
        || isParticiple(view, at)
        || !(word.endsWith("ed") || word.endsWith("s"))) {
      return null;
    }
    int from = view.is(at - 1, "ADV") ? at - 1 : at;
    var kind = verbs.get(view.lemma(at));
    var by = subjects.subject(view, at);
    if (kind != null && (!kind.equals("vote") || isBody(by))) {
      boolean passive = view.lemma(at - 1).equals("be") || view.word(at - 1).equals("been");
      var object = parties.forward(view, at + 1);
      boolean named = passive ? !by.isEmpty() : !object.parties().isEmpty();
      if (!named && !kind.equals("vote")) {
        return null;
      }
      int end = Math.max(at + 1, object.end());
      return new Found(view, from, whole(view, end), kind, by, null, true);
    }
    if (!bodyVerbs.contains(view.lemma(at)) || !isBody(by)) {
      return null;
    }
    int start = view.is(at + 1, "VERB") ? at + 2 : at + 1;
    int end = parties.base(view, start);
    return end == start ? null : new Found(view, from, end, "vote", by, null, true);
  }

  private boolean isBody(List<Party> by) {
    return by.size() == 1 && bodies.contains(by.getFirst().view().word(by.getFirst().head()));
  }

  /** "in a letter to the mayor", "the May 3 report by the council". */
  private @Nullable Found carried(View view, int at) {
    boolean carrier = carriers.contains(view.word(at)) && view.is(at, "ADP");
    int start = carrier ? at + 1 : at;
    if (!carrier || !introducing.contains(view.word(start))) {
      return null;
    }
    int end = parties.base(view, start);
    if (end == start) {
      return null;
    }
    var kind = kind(view, start, end, Set.of("report", "letter", "statement", "petition"));
    if (kind == null) {
      return null;
    }
    int to = whole(view, end);
    boolean told = released.contains(view.word(end));
    if (told) {
      to = whole(view, end + 1);
      to = view.is(to, "PROPN", "NUM") ? to + 1 : to;
    }
    var by = mainSubject(view, to);
    return found(view, start, to, kind, end, by, start);
  }

  /** Whose letter it is: the subject of the sentence's main verb. */
  private List<Party> mainSubject(View view, int behind) {
    int comma = view.word(behind).equals(",") ? behind + 1 : behind;
    var read = parties.forward(view, comma);
    if (!read.parties().isEmpty() && view.is(read.end(), "VERB", "AUX")) {
      return read.parties();
    }
    for (int i = 0; i < view.size(); i++) {
      if (view.is(i, "VERB", "AUX")) {
        return subjects.subject(view, i);
      }
    }
    return List.of();
  }
}
