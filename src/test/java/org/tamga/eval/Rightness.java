package org.tamga.eval;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Allegation;
import org.tamga.annotation.Annotation;
import org.tamga.annotation.DateExpression;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Event;
import org.tamga.annotation.Figure;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Position;
import org.tamga.annotation.Statement;

/** Whether the defining fields of a finding are those that gold has. */
final class Rightness {
  private Rightness() {}

  static boolean right(GoldItem gold, Annotation found) {
    return switch (found) {
      case Statement statement ->
          speaker(gold, statement)
              && word(gold, "polarity", statement.polarity())
              && word(gold, "modality", statement.modality());
      case Demand demand -> demand(gold, demand);
      case Figure figure ->
          equal(gold.number("low"), figure.low())
              && equal(gold.number("high"), figure.high())
              && named(gold.text("by"), figure.by() == null ? List.of() : List.of(figure.by()));
      case Position position -> position(gold, position);
      case Allegation allegation ->
          Names.eachSame(gold.texts("perpetrators"), allegation.perpetrators())
              && Names.eachSame(gold.texts("victims"), allegation.victims());
      case Event event ->
          oneOf(gold.text("kind"), event.kind()) && near(gold.text("date"), event.date());
      case DateExpression date -> oneOf(gold.text("value"), date.value());
    };
  }

  /** Whether both leave the speaker open, or both name the same. */
  static boolean speaker(GoldItem gold, Statement found) {
    String speaker = gold.text("speaker");
    return speaker == null ? found.speaker() == null : Names.same(speaker, found.speaker());
  }

  /** Whether gold allows this word; it may allow several. */
  static boolean word(GoldItem gold, String key, Enum<?> found) {
    return oneOf(gold.text(key), found.name().toLowerCase(Locale.ROOT));
  }

  private static boolean demand(GoldItem gold, Demand found) {
    boolean negative = gold.text("negative") != null || gold.flag("negative") == found.negative();
    List<String> by = gold.texts("by");
    return negative
        && gold.flag("order") == found.order()
        && Names.eachSame(gold.texts("to"), found.to())
        && (by.isEmpty() || by.stream().anyMatch(name -> Names.anySame(name, found.by())));
  }

  private static boolean position(GoldItem gold, Position found) {
    BigDecimal count = gold.number("count");
    Integer mine = found.count();
    List<String> holders = gold.texts("holders");
    return oneOf(gold.text("stance"), found.stance().name().toLowerCase(Locale.ROOT))
        && (count == null || (mine != null && count.intValue() == mine))
        && (holders.isEmpty()
            || holders.stream().anyMatch(name -> Names.anySame(name, found.holders())));
  }

  private static boolean named(@Nullable String gold, List<Mention> found) {
    return gold == null || Names.anySame(gold, found);
  }

  private static boolean equal(@Nullable BigDecimal gold, @Nullable BigDecimal found) {
    if (gold == null || found == null) {
      return gold == null && found == null;
    }
    return gold.compareTo(found) == 0;
  }

  private static boolean near(@Nullable String gold, @Nullable String found) {
    return gold == null || found == null || gold.startsWith(found) || found.startsWith(gold);
  }

  private static boolean oneOf(@Nullable String gold, String found) {
    return gold != null && Arrays.asList(gold.split("\\|", -1)).contains(found);
  }
}
