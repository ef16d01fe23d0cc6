package org.tamga.corroboration.event;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.corroboration.wording.NameMatch;

/**
 * One event as all documents together report it, with what each says.
 *
 * @param kind in the words of the documents
 * @param date as precise as a document gives it, where all can be right; null where none tells it
 *     or they differ
 * @param reports in the order of their documents' dates
 * @param participants who took part, each with the reports that say so
 * @param addressees to whom it was directed
 * @param demands what was demanded, those alike together
 * @param differences what cannot all be so
 * @param why the reports are taken for reports of one event
 * @param hints other events that may be the same
 * @param origin id of the report from which the others come, as people decided; null where they did
 *     not
 */
public record LinkedEvent(
    String kind,
    @Nullable String date,
    List<EventReport> reports,
    List<Party> participants,
    List<Party> addressees,
    List<SharedDemand> demands,
    List<Difference> differences,
    List<String> why,
    List<Hint> hints,
    @Nullable String origin) {
  public LinkedEvent {
    reports = List.copyOf(reports);
    participants = List.copyOf(participants);
    addressees = List.copyOf(addressees);
    demands = List.copyOf(demands);
    differences = List.copyOf(differences);
    why = List.copyOf(why);
    hints = List.copyOf(hints);
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("an event has a report");
    }
  }

  /**
   * Somebody, with the reports that name them.
   *
   * @param name as most fully written
   * @param reports ids of the reports
   */
  public record Party(String name, List<String> reports) {
    public Party {
      reports = List.copyOf(reports);
    }

    /** Whether it is a name, and not a description such as "five unions". */
    public boolean isNamed() {
      return NameMatch.isName(name);
    }
  }

  /**
   * A demand, in the words of each report that has it.
   *
   * @param said in the order of the reports
   */
  public record SharedDemand(List<Said> said) {
    public SharedDemand {
      said = List.copyOf(said);
    }

    /** The smallest id of the demands. */
    public String id() {
      return said.stream()
          .map(one -> one.demanded().demand().id())
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }

    /** Whether a report has it. */
    public boolean isIn(EventReport report) {
      return said.stream().anyMatch(one -> one.report().id().equals(report.id()));
    }
  }

  /** A demand as one report has it. */
  public record Said(EventReport report, EventReport.Demanded demanded) {}

  /**
   * What documents say that cannot all be so.
   *
   * @param what {@code date} or {@code number}
   */
  public record Difference(String what, List<Version> values) {
    public Difference {
      values = List.copyOf(values);
    }
  }

  /**
   * One of the things that they say.
   *
   * @param reports ids of those that say it
   */
  public record Version(String value, List<String> reports) {
    public Version {
      reports = List.copyOf(reports);
    }
  }

  /**
   * What may be the same and was not taken for it.
   *
   * @param event id of the other
   * @param why in words for a person
   */
  public record Hint(String event, String why) {}

  /** The smallest id of its reports: the same as long as that report is in it. */
  public String id() {
    return reports.stream().map(EventReport::id).min(String::compareTo).orElseThrow();
  }
}
