package org.tamga.extraction.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.extraction.claim.EventFinder.Found;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;

/**
 * Finds letters, reports and petitions that a sentence names by their date, their author or what
 * became of them, and those that a text itself is by its heading.
 */
final class DocumentEvents {
  /** How far behind a document the verb may stand that says what became of it, in words. */
  private static final int REACH = 18;

  private final PartyReader parties;
  private final SubjectFinder subjects;
  private final Actors actors;
  private final Set<String> joint;
  private final Set<String> released;
  private final Set<String> headings;
  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, Set<String>> verbs = new HashMap<>();
  private final Set<String> named;

  DocumentEvents(Lexicon events, Lexicon demands, PartyReader parties, SubjectFinder subjects) {
    this.parties = parties;
    this.subjects = subjects;
    actors = new Actors(demands);
    joint = events.words("joint");
    released = events.words("released");
    headings = events.words("heading");
    named = events.words("document kind");
    events
        .section("kind")
        .forEach(
            (kind, meaning) -> {
              var sides = meaning.split(" \\| ", -1);
              for (var noun : sides[1].split(" ", -1)) {
                kinds.putIfAbsent(noun, kind);
              }
              verbs.put(kind, new HashSet<>(List.of(sides[0].split(" ", -1))));
            });
  }

  /** What the heading of a text says that the text is, or null. */
  @Nullable Found heading(View view) {
    int at = view.is(0, "DET") ? 1 : 0;
    boolean adjective = joint.contains(view.word(at));
    int noun = adjective ? at + 1 : at;
    var kind = kinds.get(view.word(noun));
    boolean plain = adjective || headings.contains(view.word(noun));
    boolean opens = view.size() > noun + 1 && view.is(noun + 1, "ADP", "PART", "SCONJ");
    if (kind == null || !named.contains(kind) || !plain || !opens) {
      return null;
    }
    var name = adjective ? view.word(at) + " " + kind : kind;
    int end = view.size();
    while (view.is(end - 1, "PUNCT")) {
      end--;
    }
    return new Found(view, 0, end, name, List.of(), null, true);
  }

  /** The event that the word at a place brings up, or null. */
  @Nullable Found find(View view, int at) {
    if (view.lemma(at).equals("write") && view.is(at, "VERB")) {
      return written(view, at);
    }
    var kind = kinds.get(view.word(at));
    if (kind == null || !named.contains(kind) || !view.is(at, "NOUN", "PROPN", "VERB")) {
      return null;
    }
    int from = at;
    while (view.is(from - 1, "ADJ", "NOUN") && at - from < 3) {
      from--;
    }
    boolean adjective = joint.contains(view.word(at - 1));
    var name = adjective ? view.word(at - 1) + " " + kind : kind;
    if (kind.equals("statement") && !adjective) {
      return null;
    }
    var dated = dated(view, at);
    int start = view.is(from - 1, "DET") ? from - 1 : from;
    if (dated > at) {
      return new Found(view, start, dated, name, List.of(), null, true);
    }
    var sent = sent(view, at, start, name);
    boolean first = view.word(start).equals("a") || view.word(start).equals("an");
    if (sent != null || !first) {
      return sent;
    }
    if (view.word(at + 1).equals("by")) {
      var by = parties.forward(view, at + 2);
      boolean author = by.parties().size() == 1 && isNamed(by.parties().getFirst());
      return author ? new Found(view, start, by.end(), name, by.parties(), null, true) : null;
    }
    return start == 0 ? became(view, at, name) : null;
  }

  private static boolean isNamed(Party party) {
    return party.view().isCapitalised(party.head());
  }

  /** "wrote to the governor": a letter; by several, a joint one. */
  private @Nullable Found written(View view, int at) {
    int to = view.is(at + 1, "ADV") ? at + 2 : at + 1;
    boolean told = !view.word(at).endsWith("ing") && !view.word(to - 1).equals("write");
    if (!told || !view.word(to).equals("to") || isOpen(view, at)) {
      return null;
    }
    var whom = parties.forward(view, to + 1);
    var by = subjects.subject(view, at);
    boolean actor =
        whom.parties().size() == 1
            && actors.canAct(whom.parties().getFirst())
            && isNamed(whom.parties().getFirst());
    if (!actor || by.isEmpty() || view.is(by.getFirst().head(), "PRON")) {
      return null;
    }
    boolean several = by.size() > 1 || view.word(by.getFirst().head()).matches(".*[^s]s|people");
    var kind = several ? "joint letter" : "letter";
    return new Found(view, at, whom.end(), kind, by, whom.parties().getFirst(), false);
  }

  private static boolean isOpen(View view, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
      var word = view.word(i);
      if (word.equals("not") || word.equals("never") || word.equals("would") || word.equals("if")) {
        return true;
      }
    }
    return false;
  }

  /** "the letter of 24 February", "the report of the office of 3 May": behind the date, or -1. */
  private int dated(View view, int at) {
    int of = at + 1;
    if (view.word(of).equals("of") && !isDay(view, of + 1)) {
      of = parties.base(view, of + 1);
    }
    boolean joins = view.word(of).equals("of") || view.word(of).equals("dated");
    return joins && isDay(view, of + 1) ? of + 3 : -1;
  }

  private static boolean isDay(View view, int at) {
    boolean before = view.is(at, "NUM") && view.isCapitalised(at + 1);
    boolean behind = view.isCapitalised(at) && view.is(at + 1, "NUM");
    return (before || behind) && (view.is(at, "PROPN") || view.is(at + 1, "PROPN"));
  }

  /** "the letter sent yesterday by five groups to the envoy". */
  private @Nullable Found sent(View view, int at, int start, String kind) {
    if (!released.contains(view.word(at + 1)) || !view.is(at + 1, "VERB")) {
      return null;
    }
    List<Party> by = List.of();
    Party to = null;
    int end = at + 2;
    for (int i = at + 2; i < Math.min(view.size(), end + 4); i++) {
      boolean agent = view.word(i).equals("by");
      if (view.is(i, "PUNCT", "VERB", "AUX") || (!agent && !view.word(i).equals("to"))) {
        if (view.is(i, "PUNCT", "VERB", "AUX")) {
          break;
        }
        continue;
      }
      var read = parties.forward(view, i + 1);
      if (read.parties().isEmpty()) {
        break;
      }
      by = agent ? read.parties() : by;
      to = agent ? to : read.parties().getFirst();
      end = read.end();
      i = end - 1;
    }
    return by.isEmpty() && to == null ? null : new Found(view, start, end, kind, by, to, false);
  }

  /** "A petition demanding … was delivered": the verb may stand far behind. */
  private @Nullable Found became(View view, int at, String kind) {
    var own = new ArrayList<>(verbs.getOrDefault(kind, Set.of()));
    for (int i = at + 1; i + 1 < Math.min(view.size(), at + REACH); i++) {
      boolean be = view.lemma(i).equals("be");
      int verb = view.is(i + 1, "ADV") ? i + 2 : i + 1;
      if (be && view.is(verb, "VERB") && own.contains(view.lemma(verb)) && !isOpen(view, i)) {
        return new Found(view, 0, verb + 1, kind, List.of(), null, true);
      }
      if (view.word(i).equals(";")) {
        return null;
      }
    }
    return null;
  }
}
