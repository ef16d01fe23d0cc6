package org.tamga.corroboration.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Mention;
import org.tamga.corroboration.document.When;
import org.tamga.corroboration.event.EventReport.Demanded;
import org.tamga.corroboration.event.LinkedEvent.Difference;
import org.tamga.corroboration.event.LinkedEvent.Hint;
import org.tamga.corroboration.event.LinkedEvent.Party;
import org.tamga.corroboration.event.LinkedEvent.Said;
import org.tamga.corroboration.event.LinkedEvent.SharedDemand;
import org.tamga.corroboration.event.LinkedEvent.Version;

/** Lays the reports of one event beside each other: what is the same, what differs. */
final class EventDigest {
  private final EventWords words;
  private final List<EventReport> reports;

  EventDigest(EventWords words, List<EventReport> reports) {
    this.words = words;
    this.reports = reports.stream().sorted(BY_DATE).toList();
  }

  private static final Comparator<EventReport> BY_DATE =
      Comparator.comparing(EventDigest::firstDay)
          .thenComparing(EventReport::file)
          .thenComparing(EventReport::document)
          .thenComparing(report -> report.event().target().span());

  private static LocalDate firstDay(EventReport report) {
    When out = report.out();
    return out == null ? LocalDate.MAX : out.first();
  }

  LinkedEvent event(List<String> why, List<Hint> hints, @Nullable String origin) {
    List<Difference> differences = new ArrayList<>();
    String date = date(differences);
    numbers(differences);
    return new LinkedEvent(
        kind(),
        date,
        reports,
        parties(EventReport::participants),
        parties(EventReport::addressees),
        demands(),
        differences,
        why,
        hints,
        origin);
  }

  /** The kind that tells most: a joint letter rather than a letter. */
  private String kind() {
    return reports.stream()
        .map(report -> report.event().kind())
        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /** The most precise date, where every other can be it. */
  private @Nullable String date(List<Difference> differences) {
    Map<String, List<String>> values = new TreeMap<>();
    String finest = null;
    for (EventReport report : reports) {
      String date = report.event().date();
      if (date != null) {
        values.computeIfAbsent(date, none -> new ArrayList<>()).add(report.id());
        finest = finest == null || isFiner(date, finest) ? date : finest;
      }
    }
    When best = When.parse(finest);
    for (String value : values.keySet()) {
      When other = When.parse(value);
      if (best != null && other != null && !best.canBe(other)) {
        differences.add(difference("date", values));
        return null;
      }
    }
    return finest;
  }

  private static boolean isFiner(String one, String other) {
    When mine = When.parse(one);
    When theirs = When.parse(other);
    return mine != null
        && (theirs == null
            || days(mine) < days(theirs)
            || (mine.equals(theirs) && one.compareTo(other) < 0));
  }

  private static long days(When when) {
    return when.last().toEpochDay() - when.first().toEpochDay();
  }

  private void numbers(List<Difference> differences) {
    Map<String, List<String>> values = new TreeMap<>();
    for (EventReport report : reports) {
      if (report.number() != null) {
        values
            .computeIfAbsent(report.number().toString(), none -> new ArrayList<>())
            .add(report.id());
      }
    }
    if (values.size() > 1) {
      differences.add(difference("number", values));
    }
  }

  private static Difference difference(String what, Map<String, List<String>> values) {
    List<Version> versions = new ArrayList<>();
    values.forEach((value, ids) -> versions.add(new Version(value, ids)));
    return new Difference(what, versions);
  }

  private List<Party> parties(Function<EventReport, List<Mention>> who) {
    Map<String, List<String>> parties = new LinkedHashMap<>();
    for (EventReport report : reports) {
      for (Mention mention : who.apply(report)) {
        String known =
            parties.keySet().stream()
                .filter(name -> words.same(name, mention.name()))
                .findFirst()
                .orElse(null);
        if (known == null) {
          parties.put(mention.name(), new ArrayList<>(List.of(report.id())));
        } else {
          List<String> ids = parties.getOrDefault(known, new ArrayList<>());
          if (!ids.contains(report.id())) {
            ids.add(report.id());
          }
          if (mention.name().length() > known.length()) {
            parties.remove(known);
            parties.put(mention.name(), ids);
          }
        }
      }
    }
    List<Party> list = new ArrayList<>();
    parties.forEach((name, ids) -> list.add(new Party(name, ids)));
    return list;
  }

  /** Demands that are alike together, in the order in which they are first told. */
  private List<SharedDemand> demands() {
    List<List<Said>> groups = new ArrayList<>();
    for (EventReport report : reports) {
      for (Demanded demanded : report.demands()) {
        Said said = new Said(report, demanded);
        groups.stream()
            .filter(group -> EventMatch.areAlike(group.getFirst().demanded(), demanded))
            .findFirst()
            .ifPresentOrElse(
                group -> group.add(said), () -> groups.add(new ArrayList<>(List.of(said))));
      }
    }
    return groups.stream().map(SharedDemand::new).toList();
  }
}
