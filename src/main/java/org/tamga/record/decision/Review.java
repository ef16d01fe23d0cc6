package org.tamga.record.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Target;
import org.tamga.record.Correction;
import org.tamga.record.Decision;

/**
 * Applies people's decisions to what the program proposes about one document.
 *
 * <p>A pure function of the text, the proposals and the decisions in the order of the log: so the
 * record is the same however often it is rebuilt. docs/spec/decisions.md.
 */
public final class Review {
  private static final Comparator<ReviewedAnnotation> ORDER =
      Comparator.comparing((ReviewedAnnotation one) -> one.annotation().target().span())
          .thenComparing(one -> one.annotation().type())
          .thenComparing(one -> one.annotation().id());

  private final String document;
  private final @Nullable CitedText text;
  private final Map<String, Case> cases = new LinkedHashMap<>();
  private final Map<Long, String> applied = new LinkedHashMap<>();

  private Review(String document, @Nullable CitedText text) {
    this.document = document;
    this.text = text;
  }

  /**
   * What the decisions come to.
   *
   * @param annotations in the order of the text
   * @param applied for each decision that found its annotation, by its log index, the id of that
   *     annotation now; those that are not here are orphaned
   */
  public record Outcome(List<ReviewedAnnotation> annotations, Map<Long, String> applied) {
    public Outcome {
      annotations = List.copyOf(annotations);
      applied = Map.copyOf(applied);
    }
  }

  /**
   * Reviews one document.
   *
   * @param document {@code sha256:} and the digest of its sealed bytes
   * @param text its readable text; null where it has none
   * @param proposals what the program found in that text
   * @param decisions of all people about this document, in the order of the log
   */
  public static Outcome of(
      String document,
      @Nullable String text,
      List<Annotation> proposals,
      List<Decision> decisions) {
    if (decisions.isEmpty()) {
      return new Outcome(proposals.stream().map(ReviewedAnnotation::untouched).toList(), Map.of());
    }
    Review review = new Review(document, text == null ? null : new CitedText(text));
    for (Annotation proposal : proposals) {
      review.cases.put(proposal.id(), new Case(proposal.anchor(), proposal));
    }
    decisions.forEach(review::take);
    List<ReviewedAnnotation> annotations =
        new ArrayList<>(review.cases.values().stream().map(one -> one.decided(text)).toList());
    annotations.sort(ORDER);
    return new Outcome(annotations, review.applied);
  }

  private void take(Decision decision) {
    SignedReading signed = SignedReading.parse(decision.correction(), document).orElse(null);
    Annotation reading = signed == null ? null : here(signed.annotation());
    Case found = cases.get(decision.annotation());
    if (signed != null) {
      // Its own words go before the id: they are what the person read.
      found = reading == null ? null : caseOf(reading);
    }
    if (found != null) {
      applied.put(decision.index(), found.anchor.id());
      found.take(decision, signed, reading);
    }
  }

  /** The reading at its place in the text as it is now; null where its words are not there. */
  private @Nullable Annotation here(Annotation signed) {
    if (text == null) {
      return null;
    }
    Target target = new QuoteFinder(text).find(signed.target());
    if (target == null) {
      return null;
    }
    Anchor anchor = Anchor.proposed(document, signed.type(), target, signed.anchor().made());
    return Correction.moved(signed, anchor, text);
  }

  /** The annotation of the same type on the same words; a new one where the program has none. */
  private @Nullable Case caseOf(Annotation reading) {
    Case same = cases.get(reading.id());
    if (same != null) {
      return same;
    }
    List<Case> others =
        cases.values().stream().filter(one -> one.isOn(reading.type(), reading.target())).toList();
    if (others.size() > 1) {
      return null;
    }
    Case found = others.isEmpty() ? new Case(reading.anchor(), null) : others.getFirst();
    cases.put(found.anchor.id(), found);
    return found;
  }

  /** How one person reads an annotation, as last decided. */
  private record Standing(DecisionKind kind, @Nullable SignedReading reading) {}

  /** One annotation and what was decided about it so far. */
  private static final class Case {
    private final Anchor anchor;
    private final @Nullable Annotation proposal;
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<String, Standing> standing = new LinkedHashMap<>();
    private @Nullable SignedReading first;
    private boolean wasAdded;

    Case(Anchor anchor, @Nullable Annotation proposal) {
      this.anchor = anchor;
      this.proposal = proposal;
    }

    boolean isOn(String type, Target target) {
      String mine = proposal != null ? proposal.type() : content().annotation().type();
      return mine.equals(type) && anchor.target().parts().equals(target.parts());
    }

    private SignedReading content() {
      return Objects.requireNonNull(first, "what was not proposed was decided about");
    }

    void take(Decision decision, @Nullable SignedReading signed, @Nullable Annotation reading) {
      SignedReading here = null;
      if (signed != null && reading != null) {
        Annotation mine =
            proposal == null
                ? Correction.withAnchor(reading, anchor)
                : Correction.inPlaceOf(proposal, reading);
        here = new SignedReading(mine, signed.set());
        first = first == null ? here : first;
      }
      decisions.add(decision);
      DecisionKind kind = DecisionKind.parse(decision.decision()).orElse(null);
      if (kind == null || decision.isRevoked()) {
        return;
      }
      wasAdded |= kind == DecisionKind.ADDED;
      String person = person(decision);
      // A person's later decision takes the place of an earlier one, in the order too.
      standing.remove(person);
      if (kind != DecisionKind.WITHDRAWN) {
        // What it should say cannot be read: then all that is known is that it was found wrong.
        boolean isUnclear = kind == DecisionKind.CORRECTED && here == null;
        standing.put(person, new Standing(isUnclear ? DecisionKind.REJECTED : kind, here));
      }
    }

    /** A key that was replaced has the same name, and whoever holds it is the same person. */
    private static String person(Decision decision) {
      String signer = Objects.requireNonNullElse(decision.signer(), "");
      int id = signer.lastIndexOf(' ');
      return id < 0 ? signer : signer.substring(0, id);
    }

    ReviewedAnnotation decided(@Nullable String text) {
      Annotation base = proposal != null ? proposal : content().annotation();
      if (decisions.isEmpty()) {
        return ReviewedAnnotation.untouched(base);
      }
      if (standing.isEmpty()) {
        Anchor.Status none = proposal == null ? Anchor.Status.REJECTED : Anchor.Status.PROPOSED;
        return shown(base, none, false, null, text);
      }
      boolean isRejected = standing.values().stream().allMatch(Case::isRejection);
      if (isRejected) {
        SignedReading rejected = List.copyOf(standing.values()).getLast().reading();
        Annotation content = rejected == null ? base : rejected.annotation();
        return shown(content, Anchor.Status.REJECTED, false, rejected, text);
      }
      SignedReading reading = agreed(base);
      if (reading == null) {
        return shown(base, Anchor.Status.PROPOSED, true, null, text);
      }
      boolean isCorrected =
          standing.values().stream().anyMatch(one -> one.kind() == DecisionKind.CORRECTED)
              || (!wasAdded && !reading.set().isEmpty());
      return shown(
          reading.annotation(),
          isCorrected ? Anchor.Status.CORRECTED : Anchor.Status.ACCEPTED,
          false,
          reading,
          text);
    }

    private static boolean isRejection(Standing standing) {
      return standing.kind() == DecisionKind.REJECTED;
    }

    /** The one reading on which all agree who decided; null where they do not. */
    private @Nullable SignedReading agreed(Annotation base) {
      SignedReading agreed = null;
      for (Standing one : standing.values()) {
        SignedReading mine =
            one.reading() != null
                ? one.reading()
                : new SignedReading(base, java.util.Collections.emptySortedMap());
        if (isRejection(one)
            || (agreed != null && !agreed.annotation().equals(mine.annotation()))) {
          return null;
        }
        agreed = agreed == null || agreed.set().isEmpty() ? mine : agreed;
      }
      return agreed;
    }

    private ReviewedAnnotation shown(
        Annotation content,
        Anchor.Status status,
        boolean isDisputed,
        @Nullable SignedReading reading,
        @Nullable String text) {
      Anchor shown = new Anchor(anchor.id(), anchor.target(), status, anchor.made());
      SignedReading said = reading == null && proposal == null ? content() : reading;
      boolean isOther = proposal != null && !proposal.equals(content);
      boolean hasOwnWords =
          said != null
              && Correction.hasOwnWords(
                  content.type(), said.set(), Objects.requireNonNullElse(text, ""));
      return new ReviewedAnnotation(
          Correction.withAnchor(content, shown),
          isOther ? proposal : null,
          isDisputed,
          hasOwnWords,
          said == null ? java.util.Collections.emptySortedMap() : said.set(),
          decisions);
    }
  }
}
