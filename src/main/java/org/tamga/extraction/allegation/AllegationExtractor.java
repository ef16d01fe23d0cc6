package org.tamga.extraction.allegation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Allegation;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Statement;
import org.tamga.annotation.Voice;
import org.tamga.extraction.DocumentContext;
import org.tamga.extraction.Extractor;
import org.tamga.extraction.lexicon.Lexicon;
import org.tamga.extraction.phrase.Enclosure;
import org.tamga.extraction.phrase.Headlines;
import org.tamga.extraction.phrase.Names;
import org.tamga.extraction.phrase.Party;
import org.tamga.extraction.phrase.PartyReader;
import org.tamga.extraction.phrase.SubjectFinder;
import org.tamga.extraction.phrase.View;

/**
 * Finds who is said to have done what to whom, where and when, and who says so.
 *
 * <p>Only harm told of as having happened; a denial of it is not put out as an allegation of its
 * speaker.
 */
public final class AllegationExtractor implements Extractor {
  /** Its version is raised whenever its results may differ: then all is annotated again. */
  public static final Anchor.Made MADE = new Anchor.Made("extraction/allegation", "2");

  /** "that she": so far from its start a pronoun opens a statement, in code points. */
  private static final int OPENING = 5;

  private final AllegationFinder finder;
  private final Headlines headlines = new Headlines();

  /** An extractor with the words of these lexicons. */
  public AllegationExtractor(Lexicon clauses, Lexicon allegations) {
    var parties = new PartyReader(clauses);
    finder = new AllegationFinder(allegations, parties, new SubjectFinder(clauses, parties));
  }

  /** The extractor for English. */
  public static AllegationExtractor english() {
    return new AllegationExtractor(
        Lexicon.read("en/clauses.txt"), Lexicon.read("en/allegations.txt"));
  }

  @Override
  public List<Allegation> extract(DocumentContext context) {
    var found = new ArrayList<Allegation>();
    var seen = new HashSet<String>();
    var names = new Names(context);
    var enclosure = new Enclosure(context);
    var dates = context.earlier(DateExpression.class);
    for (var sentence : context.analysis().sentences()) {
      if (headlines.isHeadline(context, sentence)) {
        continue;
      }
      for (var harm : finder.find(View.of(sentence))) {
        var allegation = allegation(context, harm, names, enclosure, dates);
        if (allegation == null
            || (allegation.victims().isEmpty() && allegation.perpetrators().isEmpty())) {
          continue;
        }
        if (seen.add(allegation.target().exact().toLowerCase(Locale.ROOT))) {
          found.add(allegation);
        }
      }
    }
    return found;
  }

  private static @Nullable Allegation allegation(
      DocumentContext context,
      Harm harm,
      Names names,
      Enclosure enclosure,
      List<DateExpression> dates) {
    var view = harm.view();
    var span = view.span(harm.from(), harm.to());
    var around = enclosure.around(span);
    if (around != null && around.polarity() == Statement.Polarity.DENIED) {
      return null;
    }
    var accuser = harm.accusers().isEmpty() ? null : names.of(harm.accusers().getFirst());
    var by = accuser != null ? accuser : around == null ? null : around.speaker();
    boolean attributed = !harm.accusers().isEmpty() || around != null;
    var place = harm.place();
    return new Allegation(
        context.anchor(Allegation.TYPE, context.cited().quote(span), MADE),
        context.cited().at(view.span(harm.actFrom(), harm.actTo())),
        mentions(harm.perpetrators(), names),
        victims(context, harm, around, names),
        place == null ? null : context.cited().at(place.span()),
        period(view, dates),
        attributed ? Voice.ATTRIBUTED : Voice.DOCUMENT,
        by);
  }

  /** "One woman stated that she was …": she is the one who tells of it. */
  private static List<Mention> victims(
      DocumentContext context, Harm harm, @Nullable Statement around, Names names) {
    if (harm.victims().size() != 1 || around == null || around.speaker() == null) {
      return mentions(harm.victims(), names);
    }
    var party = harm.victims().getFirst();
    var word = harm.view().word(party.head());
    boolean one = party.to() - party.from() == 1;
    boolean indirect = around.speech() == Statement.Speech.INDIRECT;
    boolean opens = party.span().start() - around.target().span().start() <= OPENING;
    boolean self = word.equals("he") || word.equals("she");
    if (one && self && indirect && opens) {
      var speaker = around.speaker();
      return speaker.anonymous()
          ? List.of(Mention.anonymous(context.cited(), party.span()))
          : List.of(Mention.of(context.cited(), party.span(), speaker.name(), speaker.role()));
    }
    return mentions(harm.victims(), names);
  }

  private static List<Mention> mentions(List<Party> parties, Names names) {
    return parties.stream().map(names::of).filter(Objects::nonNull).toList();
  }

  /** The only date of the sentence. */
  private static @Nullable String period(View view, List<DateExpression> dates) {
    var inside =
        dates.stream()
            .filter(date -> view.sentence().span().contains(date.target().span()))
            .map(DateExpression::value)
            .distinct()
            .toList();
    return inside.size() == 1 ? inside.getFirst() : null;
  }
}
