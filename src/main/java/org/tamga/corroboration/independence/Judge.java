package org.tamga.corroboration.independence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tamga.corroboration.passage.Comparison;
import org.tamga.corroboration.passage.Comparison.Coverage;
import org.tamga.corroboration.passage.FormShape;

/**
 * Judges from what two texts have in common whether one depends on the other.
 *
 * <p>The bounds were set on the stories of eval/echoes that are not held back. Between "dependent"
 * and "independent" there is always a stretch of "unknown", wide enough that an echo rarely falls
 * through it.
 */
public final class Judge {
  /** Share of the shorter text from which on a copy is one of the whole. */
  private static final double MOST_OF_IT = 0.5;

  /** Share copied from which on a text is a copy or an excerpt, whatever it tells besides. */
  private static final double MOSTLY_COPIED = 0.3;

  /** Words copied from which on nobody hit on them alone. */
  private static final int SURELY_COPIED = 16;

  /** Words copied that may be a name or a phrase of office. */
  private static final int MAYBE_COPIED = 9;

  /** Share told in the same order by which a rewrite is known. */
  private static final double RETOLD = 0.55;

  private static final double MAYBE_RETOLD = 0.38;

  /** Share told in the same order by which even a short rewrite is known. */
  private static final double ALL_RETOLD = 0.85;

  /** Share told in whatever order that leaves little of a text's own. */
  private static final double MAYBE_TOLD = 0.6;

  /** Fewer sentences can follow one another by chance. */
  private static final int LEAST_FOLLOWS = 4;

  /** A text that tells less than this could agree with another by chance. */
  private static final double LEAST_WEIGHT = 12;

  /** Share told that makes a text that names the other as its source an echo of it. */
  private static final double CREDITED = 0.25;

  private static final double MAYBE_CREDITED = 0.1;

  /** Share of what a page tells that stands in the statement of which it tells. */
  private static final double STATEMENT_TOLD = 0.35;

  /** Words of a statement from which on a page quotes it. */
  private static final int QUOTED_WORDS = 6;

  private final Source first;
  private final Source second;
  private final Comparison seen;
  private final List<String> why = new ArrayList<>();
  private Verdict verdict = Verdict.INDEPENDENT;
  private @Nullable EchoKind kind;
  private double strength;
  private Judgement.Side source = Judgement.Side.NOT_SHOWN;

  private Judge(Source first, Source second, Comparison seen) {
    this.first = first;
    this.second = second;
    this.seen = seen;
  }

  /** Judges two documents by what was seen when their texts were compared. */
  public static Judgement of(Source first, Source second, Comparison seen) {
    return new Judge(first, second, seen).judge();
  }

  private Judgement judge() {
    byCopy();
    byRetelling();
    byStatement();
    byCredit();
    byCommonSource();
    byQuotation();
    if (why.isEmpty()) {
      why.add("no passage of one stands in the other, and neither tells what the other tells");
    }
    return new Judgement(verdict, kind, strength, source, why);
  }

  /** Takes a finding in; a weaker one never replaces a stronger. */
  private void find(Verdict found, @Nullable EchoKind how, double share, String reason) {
    boolean isStronger =
        (found == Verdict.DEPENDENT && verdict != Verdict.DEPENDENT)
            || (found == Verdict.UNKNOWN && verdict == Verdict.INDEPENDENT)
            || (found == verdict && share > strength);
    if (isStronger) {
      // Whoever copies also tells the same in the same order: that is no rewrite.
      boolean isCopied = verdict == found && strength >= MOSTLY_COPIED;
      kind = isCopied && kind != null ? kind : how;
      verdict = found;
      strength = share;
    }
    // What decided stands first.
    why.add(isStronger ? 0 : why.size(), reason);
  }

  /** One of the two says itself that it has it from the other: nothing is a better reason. */
  private void show(Judgement.Side side, String reason) {
    source = side;
    why.remove(reason);
    why.addFirst(reason);
  }

  private void byCopy() {
    int copied = seen.first().copied();
    double share = Math.max(seen.first().copiedShare(), seen.second().copiedShare());
    double lesser = Math.min(seen.first().copiedShare(), seen.second().copiedShare());
    if (copied < MAYBE_COPIED) {
      return;
    }
    if (seen.form().isForm()) {
      byForm(copied);
    } else if (share >= MOST_OF_IT) {
      EchoKind how = lesser >= MOST_OF_IT ? EchoKind.COPY : EchoKind.EXCERPT;
      find(Verdict.DEPENDENT, how, share, percent(share) + " of the shorter stands in the other");
    } else if (copied >= SURELY_COPIED) {
      find(
          Verdict.DEPENDENT,
          EchoKind.EXCERPT,
          share,
          copied + " words that are nobody's quotation stand in both");
    } else {
      find(
          Verdict.UNKNOWN,
          EchoKind.EXCERPT,
          share,
          copied + " words stand in both, too few to say that one was copied");
    }
  }

  private void byForm(int copied) {
    boolean isPlain =
        seen.form().telling() < FormShape.FORM_TELLING
            && seen.form().contents() >= FormShape.FORM_CONTENTS;
    if (first.sharesPublisher(second) || isPlain) {
      why.add("the " + copied + " words that both have are those of one form, filled in otherwise");
    } else {
      find(
          Verdict.UNKNOWN,
          EchoKind.EXCERPT,
          0,
          copied + " words that both have may be those of one form");
    }
  }

  private void byRetelling() {
    Coverage a = seen.first();
    Coverage b = seen.second();
    if (Math.min(a.weight(), b.weight()) < LEAST_WEIGHT) {
      return;
    }
    double share = Math.max(a.toldInOrder(), b.toldInOrder());
    boolean isSure =
        (share >= RETOLD && seen.follows() >= LEAST_FOLLOWS)
            || (share >= ALL_RETOLD && seen.follows() >= LEAST_FOLLOWS - 1);
    double told = Math.max(a.told(), b.told());
    if (isSure) {
      find(
          Verdict.DEPENDENT,
          EchoKind.REWRITE,
          share,
          percent(share) + " of what one tells, the other tells in the same order");
    } else if (share >= MAYBE_RETOLD) {
      find(
          Verdict.UNKNOWN,
          EchoKind.REWRITE,
          share,
          percent(share)
              + " of what one tells, the other tells in the same order: too much for"
              + " chance, too little to be sure");
    } else if (told >= MAYBE_TOLD) {
      find(
          Verdict.UNKNOWN,
          EchoKind.REWRITE,
          told,
          percent(told) + " of what one tells, the other tells too, in another order");
    }
  }

  private void byStatement() {
    statement(first, seen.first(), seen.second(), second, Judgement.Side.FIRST);
    statement(second, seen.second(), seen.first(), first, Judgement.Side.SECOND);
  }

  /** A page that tells of a statement, and of little besides. */
  private void statement(
      Source statement, Coverage its, Coverage page, Source teller, Judgement.Side side) {
    boolean tellsOfIt =
        statement.credits().isStatement()
            && !teller.credits().isStatement()
            && teller.credits().tellsOfStatement();
    if (!tellsOfIt || its.words() == 0) {
      return;
    }
    boolean quotes = page.quotes() >= QUOTED_WORDS;
    EchoKind how = quotes ? EchoKind.QUOTE : EchoKind.REWRITE;
    if (page.told() >= STATEMENT_TOLD) {
      String reason =
          percent(page.told())
              + " of what "
              + teller.file()
              + " tells is in the statement "
              + statement.file();
      find(Verdict.DEPENDENT, how, page.told(), reason);
      show(side, reason);
    } else if (quotes || page.told() >= STATEMENT_TOLD / 2) {
      String reason =
          teller.file() + " tells of the statement " + statement.file() + " among other things";
      find(Verdict.UNKNOWN, how, page.told(), reason);
      show(side, reason);
    }
  }

  private void byCredit() {
    credit(second, first, seen.second(), Judgement.Side.FIRST);
    credit(first, second, seen.first(), Judgement.Side.SECOND);
  }

  private void credit(Source teller, Source other, Coverage told, Judgement.Side side) {
    boolean credits = teller.credits().credits(other.credits());
    if (!credits && !teller.credits().names(other.credits())) {
      return;
    }
    String whom = other.publisher() == null ? "who put out " + other.file() : other.publisher();
    String names = teller.file() + " names " + whom + (credits ? " as its source" : "");
    if (told.told() >= CREDITED) {
      String reason =
          names + ", and " + percent(told.told()) + " of what it tells stands in " + other.file();
      find(Verdict.DEPENDENT, EchoKind.REWRITE, told.told(), reason);
      show(side, reason);
    } else if (told.told() >= MAYBE_CREDITED || told.copied() + told.quotes() > 0) {
      String reason = names + " for a part";
      find(Verdict.UNKNOWN, kind, told.told(), reason);
      show(side, reason);
    }
  }

  private void byCommonSource() {
    String common = first.credits().commonSource(second.credits());
    double told = Math.max(seen.first().told(), seen.second().told());
    if (common != null && told >= CREDITED) {
      find(Verdict.UNKNOWN, EchoKind.REWRITE, told, "both name " + common + " as a source");
    }
  }

  private void byQuotation() {
    int quoted = seen.first().quoted();
    if (quoted >= QUOTED_WORDS) {
      if (kind == null) {
        kind = EchoKind.QUOTE;
      }
      why.add(
          quoted
              + " words stand in both as somebody's quotation, which whoever was there can give");
    }
    boolean isFirst = seen.first().quotes() >= seen.second().quotes();
    Coverage most = isFirst ? seen.first() : seen.second();
    if (most.quotes() >= QUOTED_WORDS) {
      double share = (double) most.quotes() / most.words();
      String reason =
          (isFirst ? first : second).file()
              + " quotes "
              + most.quotes()
              + " words of "
              + (isFirst ? second : first).file();
      Verdict found =
          share >= CREDITED || most.quotes() >= 2 * SURELY_COPIED
              ? Verdict.DEPENDENT
              : Verdict.UNKNOWN;
      find(found, EchoKind.QUOTE, share, reason);
      show(isFirst ? Judgement.Side.SECOND : Judgement.Side.FIRST, reason);
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
