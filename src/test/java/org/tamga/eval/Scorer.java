package org.tamga.eval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Statement;

/** Compares what was found in a text with what gold has; eval/README.md defines each number. */
final class Scorer {
  private static final double ENOUGH = .5;
  private static final double INSIDE = .8;
  private static final double NEAR = .25;

  /** Types that are told in a noun here and in a clause there. */
  private static final Set<String> CLAUSES = Set.of("position", "allegation", "event");

  private final GoldText text;
  private final TextScore score = new TextScore();

  private Scorer(GoldText text) {
    this.text = text;
  }

  /** Scores the findings of one text. */
  static TextScore score(GoldText text, List<Annotation> findings) {
    Scorer scorer = new Scorer(text);
    GoldText.KEYS.forEach(
        (type, key) -> {
          List<Finding> found = scorer.ofType(findings, type);
          List<GoldItem> gold = text.items().getOrDefault(key, List.of());
          scorer.count(type, gold, found, match(type, gold, found));
        });
    scorer.wrongNames(scorer.ofType(findings, Statement.TYPE));
    scorer.traps(findings);
    return scorer.score;
  }

  private List<Finding> ofType(List<Annotation> findings, String type) {
    return findings.stream()
        .filter(annotation -> annotation.type().equals(type))
        .map(annotation -> new Finding(annotation, text.words().of(annotation.target())))
        .toList();
  }

  /** Which finding meets which gold item, one to one, the best first. */
  private static Map<Finding, GoldItem> match(
      String type, List<GoldItem> gold, List<Finding> found) {
    List<Pair> pairs = new ArrayList<>();
    for (GoldItem item : gold) {
      for (Finding finding : found) {
        double overlap = item.overlap(finding.words());
        if (overlap < ENOUGH && CLAUSES.contains(type)) {
          overlap = item.containment(finding.words()) >= INSIDE ? ENOUGH : 0;
        }
        if (overlap >= ENOUGH) {
          pairs.add(new Pair(item, finding, overlap, Rightness.right(item, finding.annotation())));
        }
      }
    }
    pairs.sort(Comparator.comparing(Pair::overlap).thenComparing(Pair::right).reversed());
    Map<Finding, GoldItem> met = new LinkedHashMap<>();
    Set<GoldItem> used = new LinkedHashSet<>();
    for (Pair pair : pairs) {
      if (!met.containsKey(pair.finding()) && used.add(pair.item())) {
        met.put(pair.finding(), pair.item());
      }
    }
    if (type.equals(Statement.TYPE)) {
      piecesTogether(gold, found, met, used);
    }
    return met;
  }

  /** A statement may come in pieces: those of one speaker meet gold together. */
  private static void piecesTogether(
      List<GoldItem> gold, List<Finding> found, Map<Finding, GoldItem> met, Set<GoldItem> used) {
    for (GoldItem item : gold) {
      if (used.contains(item)) {
        continue;
      }
      BitSet together = new BitSet();
      @Nullable Finding first = null;
      for (Finding finding : found) {
        if (!met.containsKey(finding) && item.holds(finding.words()) >= INSIDE) {
          if (first == null || first.speaker().equals(finding.speaker())) {
            first = first == null ? finding : first;
            together.or(finding.words());
          }
        }
      }
      if (first != null && item.overlap(together) >= ENOUGH) {
        met.put(first, item);
        used.add(item);
      }
    }
  }

  private void count(
      String type, List<GoldItem> gold, List<Finding> found, Map<Finding, GoldItem> met) {
    for (Finding finding : found) {
      GoldItem item = met.get(finding);
      if (item == null) {
        if (!piece(type, finding, gold, met)) {
          tally(type, finding, new Tally(1, 0, 0, 0));
          score.say("EXTRA " + type + ": " + finding.shown());
        }
        continue;
      }
      openAsAssertion(item, finding);
      wrongParty(item, finding);
      if (!item.optional()) {
        boolean right = Rightness.right(item, finding.annotation());
        tally(type, finding, new Tally(1, 0, 1, right ? 1 : 0));
        if (!right) {
          score.say("WRONG " + type + ": " + finding.shown() + " · gold " + item.values());
        }
      }
    }
    for (GoldItem item : gold) {
      if (!item.optional()) {
        goldTally(type, item, met);
      }
    }
  }

  private void goldTally(String type, GoldItem item, Map<Finding, GoldItem> met) {
    score.count(type, new Tally(0, 1, 0, 0));
    String speech = item.text("speech");
    if (speech != null) {
      var kind = Statement.Speech.valueOf(speech.toUpperCase(Locale.ROOT));
      boolean isMet = met.containsValue(item);
      boolean right =
          met.entrySet().stream()
              .anyMatch(
                  pair ->
                      pair.getValue().equals(item)
                          && Rightness.right(item, pair.getKey().annotation()));
      score.countGoldSpeech(kind, new Tally(0, 1, isMet ? 1 : 0, right ? 1 : 0));
    }
    if (!met.containsValue(item)) {
      score.say("MISS " + type + ": " + item.exact());
    }
  }

  private void tally(String type, Finding finding, Tally tally) {
    score.count(type, tally);
    if (finding.annotation() instanceof Statement statement) {
      score.countFoundSpeech(statement.speech(), tally);
    }
  }

  /** Whether this is a further piece of a thing that is met, with the same fields. */
  private static boolean piece(
      String type, Finding finding, List<GoldItem> gold, Map<Finding, GoldItem> met) {
    if (!type.equals(Statement.TYPE) && !CLAUSES.contains(type)) {
      return false;
    }
    return gold.stream()
        .filter(item -> item.holds(finding.words()) >= INSIDE)
        .anyMatch(item -> item.optional() || (met.containsValue(item) && same(item, finding)));
  }

  private static boolean same(GoldItem item, Finding finding) {
    return finding.annotation() instanceof Statement statement
        ? Rightness.speaker(item, statement)
        : Rightness.right(item, finding.annotation());
  }

  private void openAsAssertion(GoldItem item, Finding finding) {
    if (!(finding.annotation() instanceof Statement statement)) {
      return;
    }
    if (Objects.equals(item.text("polarity"), "denied")
        && statement.polarity() == Statement.Polarity.AFFIRMED) {
      score.danger(Danger.DENIAL_AS_ASSERTION, finding.shown());
    }
    String modality = item.text("modality");
    if (("questioned".equals(modality) || "conditional".equals(modality))
        && statement.modality() == Statement.Modality.ASSERTED) {
      score.danger(Danger.OPEN_AS_ASSERTION, finding.shown());
    }
  }

  private void wrongParty(GoldItem item, Finding finding) {
    if (finding.annotation() instanceof Demand demand
        && (allOther(item.texts("by"), demand.by()) || allOther(item.texts("to"), demand.to()))) {
      score.danger(Danger.WRONG_PARTY, finding.shown());
    }
  }

  private static boolean allOther(List<String> gold, List<Mention> found) {
    return !gold.isEmpty()
        && !found.isEmpty()
        && gold.stream().noneMatch(name -> Names.anySame(name, found));
  }

  private void wrongNames(List<Finding> statements) {
    for (Finding finding : statements) {
      if (!(finding.annotation() instanceof Statement statement) || statement.speaker() == null) {
        continue;
      }
      score.countNamed();
      List<GoldItem> near =
          text.items().getOrDefault("statements", List.of()).stream()
              .filter(item -> item.overlap(finding.words()) >= NEAR)
              .toList();
      if (!near.isEmpty() && near.stream().noneMatch(item -> isThem(item, statement))) {
        score.danger(
            Danger.WRONG_NAME, finding.shown() + " · gold " + near.getFirst().text("speaker"));
      }
    }
  }

  /** Whether this names the speaker, if only by a wording that the text resolves elsewhere. */
  private static boolean isThem(GoldItem item, Statement found) {
    String unresolved = item.text("unresolved");
    return Rightness.speaker(item, found)
        || (unresolved != null && Names.same(unresolved, found.speaker()));
  }

  private void traps(List<Annotation> findings) {
    for (GoldItem trap : text.items().getOrDefault("never", List.of())) {
      for (Finding finding : ofType(findings, Objects.requireNonNull(trap.text("type")))) {
        String speaker = trap.text("speaker");
        if (trap.overlap(finding.words()) >= ENOUGH
            && finding.plain()
            && (speaker == null || Names.same(speaker, finding.speaker()))) {
          score.danger(Danger.TRAP, finding.shown() + " · " + trap.text("why"));
        }
      }
    }
  }

  private record Pair(GoldItem item, Finding finding, double overlap, boolean right) {}

  /** A finding with the words that it rests on. */
  private record Finding(Annotation annotation, BitSet words) {
    String speaker() {
      return annotation instanceof Statement statement && statement.speaker() != null
          ? statement.speaker().name()
          : "";
    }

    /** Whether it says plainly that somebody said so; anything but a statement does. */
    boolean plain() {
      return !(annotation instanceof Statement statement)
          || (statement.speaker() != null
              && statement.polarity() == Statement.Polarity.AFFIRMED
              && statement.modality() == Statement.Modality.ASSERTED);
    }

    String shown() {
      StringBuilder shown = new StringBuilder();
      annotation.target().parts().forEach(part -> shown.append(part.exact()).append(" … "));
      shown.setLength(shown.length() - 3);
      return shown.append(" ← ").append(fields()).toString().replace('\n', ' ');
    }

    private String fields() {
      return switch (annotation) {
        case Statement statement ->
            (speaker().isEmpty() ? "nobody" : speaker())
                + ", "
                + statement.speech()
                + ", "
                + statement.polarity()
                + ", "
                + statement.modality();
        case Demand demand ->
            names(demand.by())
                + " to "
                + names(demand.to())
                + (demand.negative() ? ", not" : "")
                + (demand.order() ? ", order" : "");
        case org.tamga.annotation.Figure figure ->
            figure.low()
                + " to "
                + figure.high()
                + (figure.by() == null ? "" : " by " + figure.by().name());
        case org.tamga.annotation.Position position ->
            names(position.holders()) + ", " + position.stance() + ", " + position.count();
        case org.tamga.annotation.Allegation allegation ->
            names(allegation.perpetrators()) + " against " + names(allegation.victims());
        case org.tamga.annotation.Event event -> event.kind() + ", " + event.date();
        case org.tamga.annotation.DateExpression date -> date.value();
      };
    }

    private static String names(List<Mention> mentions) {
      return mentions.stream().map(Mention::name).toList().toString();
    }
  }
}
