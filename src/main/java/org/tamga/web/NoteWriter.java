package org.tamga.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Allegation;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Event;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Position;
import org.tamga.annotation.Statement;
import org.tamga.annotation.Target;
import org.tamga.annotation.Voice;
import org.tamga.record.Decision;
import org.tamga.record.decision.Deciding;
import org.tamga.record.decision.Orphan;
import org.tamga.record.decision.ReviewedAnnotation;

/** Puts annotations into words for the page. Where a text does not say something, so does this. */
final class NoteWriter {
  private static final int MOST_WORDS_CODE_POINTS = 400;
  private static final int KEY_DIGITS = 16;
  private static final String NOT_STATED = "not stated";

  private NoteWriter() {}

  /** The note of one annotation, with what people decided about it. */
  static Note write(int number, ReviewedAnnotation reviewed) {
    Annotation annotation = reviewed.annotation();
    return new Note(
        number,
        key(annotation),
        annotation.type(),
        chip(annotation),
        heading(annotation),
        words(annotation.target()),
        lines(annotation),
        known(annotation.anchor()),
        status(reviewed),
        decisions(reviewed),
        annotation.anchor().status() == Anchor.Status.REJECTED);
  }

  /** Decisions about words that are not in the text any more. */
  static Lost lost(Orphan orphan) {
    Annotation was = orphan.annotation();
    return new Lost(
        was == null ? "annotation" : was.type(),
        was == null ? orphan.id() : heading(was),
        was == null ? "" : words(was.target()),
        orphan.decisions().stream().map(NoteWriter::decided).toList());
  }

  private static String status(ReviewedAnnotation reviewed) {
    if (reviewed.isDisputed()) {
      return "disputed: people disagree, so this is what the program proposes";
    }
    return switch (reviewed.annotation().anchor().status()) {
      case PROPOSED -> reviewed.decisions().isEmpty() ? "" : "proposed";
      case ACCEPTED -> "accepted by people";
      case CORRECTED -> "corrected by people";
      case REJECTED -> "rejected by people";
    };
  }

  private static List<String> decisions(ReviewedAnnotation reviewed) {
    List<String> lines = new ArrayList<>();
    reviewed.decisions().forEach(one -> lines.add(decided(one)));
    Annotation proposal = reviewed.proposal();
    if (proposal != null) {
      String said =
          lines(proposal).stream()
              .map(line -> line.label() + ": " + line.text())
              .collect(Collectors.joining("; "));
      lines.add("The program proposes: " + heading(proposal) + (said.isEmpty() ? "" : "; " + said));
    }
    return lines;
  }

  private static String key(Annotation annotation) {
    String digits = annotation.id().substring(annotation.id().indexOf(':') + 1);
    return digits.substring(0, KEY_DIGITS);
  }

  private static String known(Anchor anchor) {
    return anchor.made().equals(Deciding.PERSON)
        ? "Added by a person; the program did not propose it"
        : "Proposed by machine: step "
            + anchor.made().step()
            + ", version "
            + anchor.made().version();
  }

  private static String decided(Decision decision) {
    String reason = decision.reason() == null ? "" : ", because: " + decision.reason();
    String by = decision.signer() == null ? "a person" : decision.signer();
    String revoked = decision.isRevoked() ? " (the key was revoked: this does not count)" : "";
    return decision.decision() + " by " + by + revoked + ", " + decision.time() + reason;
  }

  private static String words(Target target) {
    String all = target.parts().stream().map(Target.Part::exact).collect(Collectors.joining(" … "));
    if (all.codePointCount(0, all.length()) <= MOST_WORDS_CODE_POINTS) {
      return all;
    }
    return all.substring(0, all.offsetByCodePoints(0, MOST_WORDS_CODE_POINTS)) + " …";
  }

  private static String chip(Annotation annotation) {
    return switch (annotation) {
      case Statement statement -> statement.polarity() == Statement.Polarity.DENIED ? "denied" : "";
      case Demand demand -> demand.negative() ? "not to do" : "";
      case Position position -> stance(position.stance());
      case Figure _, Allegation _, Event _, DateExpression _ -> "";
    };
  }

  private static String stance(Position.Stance stance) {
    return switch (stance) {
      case FOR -> "for";
      case AGAINST -> "against";
      case ABSTAIN -> "abstaining";
    };
  }

  private static String heading(Annotation annotation) {
    return switch (annotation) {
      case Statement statement ->
          statement.speaker() == null ? "Speaker not stated" : name(statement.speaker());
      case Demand demand -> names(demand.by()) + " → " + names(demand.to());
      case Figure figure ->
          bounds(figure.low(), figure.high(), figure.approximate())
              + (figure.of() == null ? "" : " " + figure.of());
      case Position position -> names(position.holders());
      case Allegation allegation -> allegation.act();
      case Event event -> event.kind();
      case DateExpression date -> date.value();
    };
  }

  private static List<LabelledText> lines(Annotation annotation) {
    Lines lines = new Lines();
    switch (annotation) {
      case Statement statement -> statement(lines, statement);
      case Demand demand -> demand(lines, demand);
      case Figure figure -> figure(lines, figure);
      case Position position -> position(lines, position);
      case Allegation allegation -> allegation(lines, allegation);
      case Event event -> {
        lines.add("When", event.date());
        lines.addAll("Took part", event.participants());
        lines.add("To", event.addressee());
      }
      case DateExpression _ -> {}
    }
    return lines.found;
  }

  private static void statement(Lines lines, Statement statement) {
    lines.wording("Named in the text as", statement.speaker());
    lines.add("Cue", statement.cue());
    lines.add(
        "Polarity",
        switch (statement.polarity()) {
          case AFFIRMED -> "affirmed";
          case DENIED -> "denied: the speaker says that this is not so";
        });
    lines.add(
        "Speech",
        switch (statement.speech()) {
          case DIRECT -> "direct, in the speaker’s own words";
          case PARTIAL -> "partial, a few of the speaker’s own words";
          case INDIRECT -> "indirect, in the reporter’s words";
        });
    switch (statement.modality()) {
      case ASSERTED -> {}
      case QUESTIONED -> lines.add("Modality", "asked, not asserted");
      case CONDITIONAL -> lines.add("Modality", "only if something else holds");
    }
    lines.add("To", statement.addressee());
    lines.add("Medium", statement.medium());
    lines.add("When", statement.date());
  }

  private static void demand(Lines lines, Demand demand) {
    lines.addAll("By", demand.by());
    lines.addAll("To", demand.to());
    lines.add("Cue", demand.cue());
    if (demand.negative()) {
      lines.add("Asks", "that this be left undone");
    }
    lines.add("By means of", demand.instrument());
    lines.add("When", demand.date());
    lines.add("Deadline", demand.deadline());
  }

  private static void figure(Lines lines, Figure figure) {
    lines.add("Least", figure.low() == null ? "no lower bound stated" : number(figure.low()));
    lines.add("Most", figure.high() == null ? "no upper bound stated" : number(figure.high()));
    lines.add("Counted", figure.of());
    lines.add("Measure", figure.measure());
    voice(lines, figure.voice(), figure.by());
    lines.add("As of", figure.asOf());
  }

  private static void position(Lines lines, Position position) {
    lines.add("Stance", stance(position.stance()));
    lines.add("How many", position.count() == null ? null : number(position.count()));
    lines.add("On", position.on());
    lines.add("Joined", position.initiative());
    lines.add("Forum", position.forum());
    lines.add("Presented by", position.presentedBy());
    lines.add("When", position.date());
  }

  private static void allegation(Lines lines, Allegation allegation) {
    lines.addAll("Alleged to have done it", allegation.perpetrators());
    lines.addAll("Done to", allegation.victims());
    lines.add("Where", allegation.place());
    lines.add("When", allegation.period());
    voice(lines, allegation.voice(), allegation.by());
  }

  private static void voice(Lines lines, Voice voice, @Nullable Mention by) {
    lines.add(
        "Given by",
        switch (voice) {
          case DOCUMENT -> "the document itself";
          case ATTRIBUTED -> by == null ? "somebody whom the text does not name" : name(by);
          case UNKNOWN -> NOT_STATED;
        });
  }

  /** The number or numbers, as the text bounds them. */
  static String bounds(@Nullable BigDecimal low, @Nullable BigDecimal high, boolean approximate) {
    String about = approximate ? "about " : "";
    if (low == null || high == null) {
      return low != null
          ? about + number(low) + " or more"
          : about + "up to " + (high == null ? NOT_STATED : number(high));
    }
    return low.compareTo(high) == 0
        ? about + number(low)
        : about + number(low) + " to " + number(high);
  }

  private static String number(Number number) {
    NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
    format.setMaximumFractionDigits(10);
    return format.format(number);
  }

  private static String names(List<Mention> mentions) {
    return mentions.isEmpty()
        ? NOT_STATED
        : mentions.stream().map(NoteWriter::name).collect(Collectors.joining(", "));
  }

  private static String name(Mention mention) {
    if (mention.anonymous()) {
      return "a source left anonymous (“" + mention.exact() + "”)";
    }
    return mention.role() == null ? mention.name() : mention.name() + ", " + mention.role();
  }

  /** Gathers what is known; what is not gets no line. */
  private static final class Lines {
    private final List<LabelledText> found = new ArrayList<>();

    void add(String label, @Nullable String text) {
      if (text != null) {
        found.add(new LabelledText(label, text));
      }
    }

    void add(String label, @Nullable Mention mention) {
      add(label, mention == null ? null : name(mention));
    }

    void addAll(String label, List<Mention> mentions) {
      add(label, names(mentions));
    }

    void wording(String label, @Nullable Mention mention) {
      if (mention != null && !mention.anonymous() && !mention.exact().equals(mention.name())) {
        add(label, "“" + mention.exact() + "”");
      }
    }
  }
}
