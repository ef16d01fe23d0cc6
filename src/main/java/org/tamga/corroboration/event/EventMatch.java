package org.tamga.corroboration.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.corroboration.document.When;
import org.tamga.corroboration.event.EventReport.Demanded;
import org.tamga.corroboration.wording.NameMatch;
import org.tamga.corroboration.wording.Wording;

/**
 * Weighs whether two reports tell of one event.
 *
 * <p>The points are those of docs/spec/event-links.md; each has its reason in words.
 */
final class EventMatch {
  /** Points that are needed. */
  static final int ENOUGH = 3;

  /** Days by which reports of one thing may name different days: written, sent, published. */
  private static final int SLIP_DAYS = 3;

  private static final int BEHIND_DAYS = 60;

  /** What lies farther apart is no hint: people write to the same people year after year. */
  private static final int HINT_DAYS = 92;

  private static final int FEWEST_COUNTED = 3;
  private static final int FEWEST_WORDS = 3;

  private final EventWords words;

  EventMatch(EventWords words) {
    this.words = words;
  }

  /**
   * What speaks for one event.
   *
   * @param points how much; 0 where it cannot be
   * @param why the reasons
   */
  record Weight(int points, List<String> why) {
    boolean isEnough() {
      return points >= ENOUGH;
    }
  }

  /** Points for people and for other things, with the reasons. */
  private static final class Scale {
    private final List<String> why = new ArrayList<>();
    private int people;
    private int things;

    void people(int points, String reason) {
      people += points;
      why.add(reason);
    }

    void things(int points, String reason) {
      things += points;
      why.add(reason);
    }

    Weight weight() {
      boolean hasBoth = people > 0 && things > 0;
      return new Weight(hasBoth ? people + things : Math.min(people + things, ENOUGH - 1), why);
    }
  }

  /** Whether two reports cannot be of one event. */
  boolean excludes(EventReport one, EventReport other) {
    if (!one.family().equals(other.family())) {
      return true;
    }
    if (one.document().equals(other.document())) {
      return !isToldTwice(one, other);
    }
    return !datesFit(one, other) && !isSlip(one, other);
  }

  /** Whether two reports that exclude each other are near enough to be told of. */
  boolean areNear(EventReport one, EventReport other) {
    When mine = one.when();
    When theirs = other.when();
    return one.family().equals(other.family())
        && (mine == null || theirs == null || mine.daysTo(theirs) <= HINT_DAYS);
  }

  private static boolean datesFit(EventReport one, EventReport other) {
    When mine = one.when();
    When theirs = other.when();
    if (mine != null && theirs != null) {
      return mine.canBe(theirs);
    }
    return !isTooEarly(one, theirs) && !isTooEarly(other, mine);
  }

  /** An undated report cannot tell of what happened after its document was published. */
  private static boolean isTooEarly(EventReport undated, @Nullable When date) {
    When published = undated.out();
    return date != null && published != null && published.last().plusDays(1).isBefore(date.first());
  }

  private boolean isToldTwice(EventReport one, EventReport other) {
    When mine = one.when();
    When theirs = other.when();
    return mine != null
        && theirs != null
        && mine.isDay()
        && mine.equals(theirs)
        && sharedNames(one.participantNames(), other.participantNames()).size() > 0
        && Wording.alike(one.words(), other.words(), FEWEST_WORDS);
  }

  /** Days that differ a little, where all else is the same. */
  private boolean isSlip(EventReport one, EventReport other) {
    When mine = one.when();
    When theirs = other.when();
    return mine != null
        && theirs != null
        && mine.daysTo(theirs) <= SLIP_DAYS
        && !sharedNames(one.participantNames(), other.participantNames()).isEmpty()
        && (!sharedNames(one.addresseeNames(), other.addresseeNames()).isEmpty()
            || countsAgree(one, other))
        && alikeDemands(one, other).size() >= 2;
  }

  /** What speaks for one event of two reports that do not exclude each other. */
  Weight weigh(EventReport one, EventReport other) {
    Scale scale = new Scale();
    people(one, other, scale);
    date(one, other, scale);
    List<String> demands = alikeDemands(one, other);
    if (!demands.isEmpty()) {
      scale.things(
          Math.min(2, demands.size()),
          "demands alike: “"
              + String.join("”, “", demands.subList(0, Math.min(2, demands.size())))
              + "”");
    }
    if (Wording.alike(one.words(), other.words(), FEWEST_WORDS)) {
      scale.things(1, "their sentences share half of their telling words");
    }
    return scale.weight();
  }

  private void people(EventReport one, EventReport other, Scale scale) {
    List<String> participants = sharedNames(one.participantNames(), other.participantNames());
    if (!participants.isEmpty()) {
      scale.people(
          Math.min(2, participants.size()),
          "the same participants: " + String.join(", ", participants));
    }
    List<String> addressees = sharedNames(one.addresseeNames(), other.addresseeNames());
    if (!addressees.isEmpty()) {
      scale.people(1, "the same addressee: " + String.join(", ", addressees));
    }
    if (countsAgree(one, other)) {
      scale.people(1, "as many participants: " + count(one.number() == null ? other : one));
    }
  }

  private static void date(EventReport one, EventReport other, Scale scale) {
    When mine = one.when();
    When theirs = other.when();
    if (mine != null && theirs != null) {
      if (mine.isDay() && mine.equals(theirs)) {
        scale.things(2, "the same day: " + one.event().date());
      } else if (mine.canBe(theirs) && mine.isWithinMonth() && theirs.isWithinMonth()) {
        scale.things(
            1, "dates that can be one: " + one.event().date() + ", " + other.event().date());
      }
    } else if (isShortlyAfter(one, theirs) || isShortlyAfter(other, mine)) {
      scale.things(1, "published within " + BEHIND_DAYS + " days behind the date");
    }
  }

  private static boolean isShortlyAfter(EventReport undated, @Nullable When date) {
    When published = undated.out();
    return date != null && published != null && published.daysTo(date) <= BEHIND_DAYS;
  }

  private List<String> sharedNames(List<String> mine, List<String> theirs) {
    return mine.stream()
        .filter(NameMatch::isName)
        .filter(name -> theirs.stream().anyMatch(other -> words.same(name, other)))
        .toList();
  }

  /** How many took part: as the document counts, or as many as it names. */
  private static int count(EventReport report) {
    if (report.number() != null) {
      return report.number();
    }
    return (int) report.participantNames().stream().filter(NameMatch::isName).count();
  }

  private static boolean countsAgree(EventReport one, EventReport other) {
    boolean isCounted = one.number() != null || other.number() != null;
    return isCounted && count(one) >= FEWEST_COUNTED && count(one) == count(other);
  }

  private static List<String> alikeDemands(EventReport one, EventReport other) {
    List<String> alike = new ArrayList<>();
    for (Demanded mine : one.demands()) {
      if (other.demands().stream().anyMatch(theirs -> areAlike(mine, theirs))) {
        alike.add(shortened(mine.demand().target().exact()));
      }
    }
    return alike;
  }

  /** Whether two demands ask for the same, as far as words tell. */
  static boolean areAlike(Demanded one, Demanded other) {
    Set<String> mine = one.words();
    return one.demand().negative() == other.demand().negative()
        && Wording.alike(mine, other.words(), 2);
  }

  private static String shortened(String words) {
    int most = 60;
    return words.codePointCount(0, words.length()) <= most
        ? words
        : words.substring(0, words.offsetByCodePoints(0, most)) + "…";
  }
}
