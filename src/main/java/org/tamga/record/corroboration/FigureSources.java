package org.tamga.record.corroboration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Mention;
import org.tamga.corroboration.genealogy.FigurePoint;
import org.tamga.corroboration.genealogy.Genealogy;
import org.tamga.corroboration.independence.Corroboration;
import org.tamga.corroboration.independence.Corroboration.Claimant;
import org.tamga.record.echo.Echoes;

/**
 * How many documents give the figures of a genealogy, and how many of them do not depend on one
 * another. It counts sources; it never says which figure holds.
 */
public final class FigureSources {
  private final Echoes echoes;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Counts by what is known to repeat what. */
  public FigureSources(Echoes echoes) {
    this.echoes = echoes;
    for (int i = 0; i < echoes.sources().size(); i++) {
      numbers.put(echoes.sources().get(i).id(), i);
    }
  }

  /** The count; empty where echoes were not yet looked for in one of the documents. */
  public Optional<Corroboration> of(Genealogy genealogy) {
    List<Claimant> claimants = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (FigurePoint point : genealogy.points()) {
      Integer number = numbers.get(point.document());
      if (number == null) {
        return Optional.empty();
      }
      if (seen.add(number)) {
        claimants.add(new Claimant(number, giver(point)));
      }
    }
    return Optional.of(
        Corroboration.of(claimants, echoes.sources(), echoes.groups(), echoes.links()));
  }

  /** Who gives the figure by name; a source that is not named is nobody's match. */
  private static @Nullable String giver(FigurePoint point) {
    Mention by = point.figure().by();
    return by == null || by.anonymous() ? null : by.name();
  }
}
