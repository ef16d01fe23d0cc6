package org.tamga.extraction.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tamga.extraction.lexicon.Lexicon;

/** Reads who is named at a place of a sentence: a noun phrase with what belongs to it. */
public final class PartyReader {
  private static final int LONGEST = 40;

  private final Set<String> of;
  private final Set<String> pronouns;
  private final Set<String> quotes;
  private final Set<String> times;
  private final Set<String> months;
  private final Set<String> openers;
  private final Set<String> includes;

  /** A reader with the small words of {@code lexicon}. */
  public PartyReader(Lexicon lexicon) {
    of = lexicon.words("of");
    pronouns = lexicon.words("plain pronoun");
    quotes = lexicon.words("quote");
    times = lexicon.words("time noun");
    months = lexicon.words("month");
    openers = lexicon.words("opener");
    includes = lexicon.words("includes");
  }

  /**
   * Parties read.
   *
   * @param parties who is named, in order; may be empty
   * @param end the word behind the last of them
   */
  public record Parties(List<Party> parties, int end) {
    public Parties {
      parties = List.copyOf(parties);
    }
  }

  /** The parties that begin at word {@code from}. */
  public Parties forward(View view, int from) {
    return forward(view, from, view.size());
  }

  /** The parties that begin at word {@code from} and end before word {@code limit}. */
  public List<Party> before(View view, int from, int limit) {
    return forward(view, from, limit).parties();
  }

  private Parties forward(View view, int from, int limit) {
    var parties = new ArrayList<Party>();
    int at = from;
    int end = from;
    while (at < limit && parties.size() < LONGEST) {
      int base = Math.min(limit, base(view, at));
      if (base == at) {
        break;
      }
      boolean pronoun = base == at + 1 && isPersonal(view.word(at)) && view.is(at, "PRON");
      int whole = pronoun ? base : Math.min(limit, attached(view, base));
      parties.add(new Party(view, at, whole, base - 1));
      end = whole;
      int next = joined(view, whole);
      if (next == whole || next >= limit) {
        break;
      }
      at = next;
    }
    return new Parties(parties, end);
  }

  private static boolean isPersonal(String word) {
    return switch (word) {
      case "he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us", "me" -> true;
      default -> false;
    };
  }

  /** Behind "and", "," or ", and" where another party follows; else {@code at} itself. */
  private int joined(View view, int at) {
    int next = at;
    if (view.word(next).equals(",")) {
      next++;
    }
    if (view.is(next, "CCONJ") || view.in(next, includes)) {
      next++;
    }
    boolean told = view.is(next, "VERB") && view.word(next).endsWith("ed");
    // "a vote and asked delegations": a verb of the sentence, no further party.
    boolean listed = next > at && !told && base(view, next) > next;
    if (!listed) {
      return at;
    }
    // "A, the president of B, said" is one party with its office, not two.
    boolean comma = next == at + 1 && view.word(at).equals(",");
    if (comma && !(isName(view, next) && hasJoinBehind(view, next))) {
      return at;
    }
    int behind = base(view, next);
    boolean clause = view.is(behind, "VERB", "AUX") && !view.word(behind).endsWith("ing");
    return clause && view.is(next, "PRON") ? at : next;
  }

  private static boolean isName(View view, int at) {
    int first = view.is(at, "DET") ? at + 1 : at;
    return view.isCapitalised(first);
  }

  /** Whether the list that goes on at {@code at} ends in "and". */
  private boolean hasJoinBehind(View view, int at) {
    for (int i = at; i < Math.min(view.size(), at + LONGEST); i++) {
      if (view.is(i, "CCONJ")) {
        return true;
      }
      if (view.is(i, "VERB", "AUX") || (view.is(i, "PUNCT") && !view.word(i).equals(","))) {
        return false;
      }
    }
    return false;
  }

  /** "in 2019", "on 3 May"; but "of 25 experts". */
  private static boolean isDated(View view, int at) {
    return !view.word(at).equals("of") && Character.isDigit(view.word(at + 1).charAt(0));
  }

  /** The end of a noun phrase with its "of …", "for …". */
  private int attached(View view, int base) {
    int end = base;
    while (end < view.size() && of.contains(view.word(end)) && view.is(end, "ADP", "SCONJ")) {
      int next = base(view, end + 1);
      if (next == end + 1 || view.in(end + 1, times) || isDated(view, end)) {
        return end;
      }
      end = next;
    }
    return end;
  }

  /** The end of the simple noun phrase at {@code from}; {@code from} itself where there is none. */
  public int base(View view, int from) {
    boolean alone = view.in(from, pronouns) && !view.word(from).startsWith("th");
    if (alone && (view.word(from).length() > 5 || !isNominal(view, from + 1))) {
      return from + 1;
    }
    if (view.in(from, pronouns) && !isNominal(view, from + 1)) {
      return from + 1;
    }
    int at = described(view, from);
    int head = -1;
    while (at < view.size() && at - from < LONGEST) {
      boolean capital =
          view.is(at, "ADJ", "INTJ", "X", "VERB") && view.isCapitalised(at) && isInside(view, at);
      // "Tarn Sel" and "-ren": the splitter cuts before the hyphen.
      boolean half = view.is(at, "PUNCT") && isHalf(view.word(at)) && head == at - 1;
      boolean noun = view.is(at, "NOUN", "PROPN") || (half && head >= 0);
      if (noun || capital || isCounted(view, at)) {
        if (view.in(at, times) && !view.isCapitalised(at) && head >= 0) {
          break;
        }
        head = at;
      } else if (isPartOfName(view, at, head)) {
        at = view.word(at).equals("to") ? at + 1 : at;
        head = at;
      } else if (!isInside(view, at, from, head)) {
        // "the embassy", where the tagger takes the noun for an adjective.
        boolean single = head < 0 && at > from && view.is(at, "ADJ") && view.is(at - 1, "DET");
        head = single ? at : head;
        break;
      }
      at++;
    }
    return head < 0 ? from : head + 1;
  }

  /** "the northern, eastern and coastal unions": the last of the adjectives, else {@code from}. */
  private static int described(View view, int from) {
    int at = view.is(from, "DET") ? from + 1 : from;
    while (view.is(at, "ADJ") && view.word(at + 1).equals(",")) {
      at += 2;
    }
    boolean list =
        view.is(at, "ADJ") && view.is(at + 1, "CCONJ") && view.is(at + 2, "ADJ", "PROPN");
    int noun = at + 2;
    while (list && view.is(noun, "ADJ", "PROPN")) {
      noun++;
    }
    return list && view.is(noun, "NOUN") ? at + 2 : from;
  }

  /** "Harbour Rights Now", "the Committee to Defend Divers", "in May 2017". */
  private static boolean isPartOfName(View view, int at, int head) {
    if (head < 0 || head != at - 1 || !view.isCapitalised(at - 1)) {
      return false;
    }
    if (view.word(at).equals("to")) {
      return view.isCapitalised(at + 1);
    }
    boolean number = view.is(at, "NUM") && view.is(at - 1, "PROPN") && !view.is(at + 1, "NOUN");
    boolean capital = view.isCapitalised(at) && view.is(at, "ADV", "VERB", "INTJ", "X");
    return number || capital;
  }

  private static boolean isHalf(String word) {
    return word.length() > 1 && word.charAt(0) == '-' && Character.isLetter(word.charAt(1));
  }

  /** Whether a capital here makes a name: not at the start of a sentence or a quotation. */
  private static boolean isInside(View view, int at) {
    return at > 0 && !view.is(at - 1, "PUNCT");
  }

  /** "Forty states", where the tagger takes the noun for a verb. */
  private static boolean isCounted(View view, int at) {
    return view.is(at, "VERB") && view.is(at - 1, "NUM") && view.word(at).endsWith("s");
  }

  private static boolean isNominal(View view, int at) {
    return view.is(at, "NOUN", "PROPN", "ADJ", "NUM");
  }

  private boolean isInside(View view, int at, int from, int head) {
    var tag = view.tag(at);
    var word = view.word(at);
    if (tag.equals("DET") || tag.equals("NUM")) {
      return head < 0;
    }
    if (tag.equals("PRON")) {
      return head < 0 && isPossessive(word);
    }
    if (tag.equals("ADJ")) {
      return isNominal(view, at + 1) || view.word(at + 1).equals("-");
    }
    if (tag.contains("PART")
        && (tag.contains("NOUN") || tag.contains("PROPN") || word.equals("'s"))) {
      return true;
    }
    if (word.endsWith("'s") || word.endsWith("s'")) {
      return true;
    }
    if (tag.equals("VERB")) {
      boolean participle = word.endsWith("ed") || word.endsWith("ing");
      return head < 0 && participle && isNominal(view, at + 1);
    }
    if (tag.equals("ADV")) {
      return head < 0 && view.is(at + 1, "ADJ");
    }
    if (view.in(at, quotes)) {
      return isNominal(view, at + 1) && at > from && !view.is(at - 1, "NOUN", "PROPN");
    }
    return tag.equals("PUNCT") && (word.equals("-") || word.indexOf('-') >= 0);
  }

  private static boolean isPossessive(String word) {
    return switch (word) {
      case "his", "her", "their", "its", "my", "our", "your" -> true;
      default -> false;
    };
  }

  /**
   * The parties that end right before word {@code behind}, as the subject of a verb there.
   *
   * <p>Goes left as far as one noun phrase with what belongs to it reaches, over an apposition
   * between commas, then reads what it passed from the left.
   */
  public List<Party> backward(View view, int behind) {
    int end = behind;
    while (end > 1 && view.word(end - 1).equals("*")) {
      end--;
    }
    // "the council today voted", "the council on Monday voted"
    while (end > 1 && view.in(end - 1, times)) {
      end--;
      while (end > 1 && view.is(end - 1, "ADP", "DET") && !view.word(end - 1).equals("of")) {
        end--;
      }
    }
    int start = end;
    while (start > 0 && end - start < LONGEST && isSubjectWord(view, start - 1)) {
      start--;
    }
    for (int i = start; i < end - 1; i++) {
      // "last week the mission": the time is no part of who.
      boolean time =
          view.in(i, times) && !view.word(i + 1).equals("of") && !view.is(i + 1, "CCONJ");
      // "signed in March, the mayor": the month is none either.
      boolean month = view.in(i, months) && view.word(i + 1).equals(",");
      start = time || month ? i + 1 : start;
    }
    if (view.is(start - 1, "VERB", "AUX")) {
      // "denounced the raids and the union condemned": only the union is the subject.
      for (int i = end - 1; i > start; i--) {
        if (view.is(i, "CCONJ")) {
          start = i + 1;
          break;
        }
      }
    }
    while (start < end && isOpener(view, start)) {
      start++;
    }
    for (int from = start; from < end; from++) {
      var read = forward(view, from, end);
      if (!read.parties().isEmpty() && read.end() == end) {
        if (isEmployed(view, from)) {
          return backward(view, from - 2);
        }
        // "the police in Belut, …": what hangs on a preposition is not the subject.
        boolean joined = view.word(from - 1).equals("with") || view.word(from - 1).equals("by");
        boolean opens = view.is(from - 2, "PUNCT", "VERB") && !view.word(from - 2).equals(")");
        boolean hangs = from > 1 && view.is(from - 1, "ADP") && !opens && !joined;
        return hangs ? List.of() : read.parties();
      }
    }
    return List.of();
  }

  /** "guards employed by the company took": the guards did. */
  private static boolean isEmployed(View view, int from) {
    return view.word(from - 1).equals("by")
        && view.is(from - 2, "VERB")
        && view.word(from - 2).endsWith("ed")
        && view.is(from - 3, "NOUN");
  }

  private boolean isOpener(View view, int at) {
    return view.is(at, "ADP", "SCONJ", "ADV", "CCONJ", "PUNCT") || view.in(at, openers);
  }

  private boolean isSubjectWord(View view, int at) {
    if (view.word(at).equals("to")) {
      return view.isCapitalised(at - 1) && view.isCapitalised(at + 1);
    }
    if (view.word(at).equals("'s") || view.word(at).equals("'")) {
      return true;
    }
    return switch (view.tag(at)) {
      case "NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON" -> true;
      case "ADP", "SCONJ" -> of.contains(view.word(at));
      case "CCONJ" -> true;
      case "VERB" -> {
        boolean named = view.isCapitalised(at) && view.isCapitalised(at - 1);
        boolean alone = view.isCapitalised(at) && isInside(view, at);
        boolean afterTo = alone || (view.isCapitalised(at) && view.word(at - 1).equals("to"));
        if (view.in(at, includes) || named || afterTo || isCounted(view, at)) {
          yield true;
        }
        boolean participle = view.word(at).endsWith("ed") || view.word(at).endsWith("ing");
        yield participle && isNominal(view, at + 1);
      }
      case "PUNCT" ->
          view.word(at).equals("-")
              || view.word(at).indexOf('-') >= 0
              || (view.word(at).equals(",") && isListComma(view, at));
      case "ADV", "INTJ", "X" -> view.isCapitalised(at) && view.isCapitalised(at - 1);
      case "PART" -> view.isCapitalised(at + 1) && view.isCapitalised(at - 1);
      default ->
          (view.tag(at).contains("PART") && view.tag(at).length() > 4)
              || view.word(at).endsWith("'s")
              || view.word(at).endsWith("s'");
    };
  }

  /** "A, B and C": a comma between names with "and" further on. */
  private boolean isListComma(View view, int at) {
    return at > 0
        && isName(view, at + 1)
        && view.isCapitalised(at - 1)
        && hasJoinBehind(view, at + 1);
  }
}
