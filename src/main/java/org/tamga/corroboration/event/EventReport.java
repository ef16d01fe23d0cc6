package org.tamga.corroboration.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Demand;
import org.tamga.annotation.Event;
import org.tamga.annotation.Mention;
import org.tamga.annotation.Position;
import org.tamga.corroboration.document.When;

/**
 * What one document says of one event.
 *
 * @param document {@code sha256:} and the digest of the document's sealed bytes
 * @param file the document's path
 * @param publisher the document's, if known
 * @param published when the document was published, ISO 8601, if known
 * @param out when it was published, as the days that it may be; null where not known
 * @param event the event as the text tells it
 * @param when its date, as the days that it may be; null where not known
 * @param family the kind of thing that it is, as one word for kinds that are one
 * @param participants who took part, as the document names them
 * @param addressees to whom it was directed
 * @param number how many took part; null where the document does not say
 * @param demands what was demanded by it, each with why it belongs here
 * @param positions taken by it
 * @param words that its sentence and demands tell, as stems
 */
public record EventReport(
    String document,
    String file,
    @Nullable String publisher,
    @Nullable String published,
    @Nullable When out,
    Event event,
    @Nullable When when,
    String family,
    List<Mention> participants,
    List<Mention> addressees,
    @Nullable Integer number,
    List<Demanded> demands,
    List<Position> positions,
    Set<String> words) {
  public EventReport {
    participants = List.copyOf(participants);
    addressees = List.copyOf(addressees);
    demands = List.copyOf(demands);
    positions = List.copyOf(positions);
    words = Set.copyOf(words);
  }

  /**
   * A demand that belongs to the event.
   *
   * @param why in words for a person
   * @param words that it tells, as stems
   */
  public record Demanded(Demand demand, String why, Set<String> words) {
    public Demanded {
      words = Set.copyOf(words);
    }
  }

  /** The id of the event annotation. */
  public String id() {
    return event.id();
  }

  /** The names of those who took part, or how they are described. */
  List<String> participantNames() {
    return participants.stream().map(Mention::name).toList();
  }

  List<String> addresseeNames() {
    return addressees.stream().map(Mention::name).toList();
  }

  /** All names by which another report may know it. */
  List<String> names() {
    List<String> names = new ArrayList<>(participantNames());
    names.addAll(addresseeNames());
    return names;
  }
}
