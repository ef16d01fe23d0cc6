package org.tamga.eval;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tamga.annotation.Statement;

/** What was counted in one text, or in several added up. */
final class TextScore {
  private final Map<String, Tally> byType = new LinkedHashMap<>();
  private final Map<Statement.Speech, Tally> foundSpeech = new EnumMap<>(Statement.Speech.class);
  private final Map<Statement.Speech, Tally> goldSpeech = new EnumMap<>(Statement.Speech.class);
  private final Map<Danger, Integer> dangers = new EnumMap<>(Danger.class);
  private final List<String> lines = new ArrayList<>();
  private int named;

  void count(String type, Tally tally) {
    byType.merge(type, tally, Tally::plus);
  }

  /** Counts a finding under the kind of speech that the extractor gives it. */
  void countFoundSpeech(Statement.Speech speech, Tally tally) {
    foundSpeech.merge(speech, tally, Tally::plus);
  }

  /** Counts a gold statement under the kind of speech that gold gives it. */
  void countGoldSpeech(Statement.Speech speech, Tally tally) {
    goldSpeech.merge(speech, tally, Tally::plus);
  }

  /** Counts a statement that has a speaker, met or not. */
  void countNamed() {
    named++;
  }

  int named() {
    return named;
  }

  void danger(Danger danger, String line) {
    dangers.merge(danger, 1, Integer::sum);
    say("DANGER " + danger.words() + ": " + line);
  }

  void say(String line) {
    lines.add(line);
  }

  void add(TextScore other) {
    named += other.named;
    other.byType.forEach(this::count);
    other.foundSpeech.forEach(this::countFoundSpeech);
    other.goldSpeech.forEach(this::countGoldSpeech);
    other.dangers.forEach((danger, count) -> dangers.merge(danger, count, Integer::sum));
  }

  Tally of(String type) {
    return byType.getOrDefault(type, Tally.NONE);
  }

  Tally foundAs(Statement.Speech speech) {
    return foundSpeech.getOrDefault(speech, Tally.NONE);
  }

  Tally goldOf(Statement.Speech speech) {
    return goldSpeech.getOrDefault(speech, Tally.NONE);
  }

  int of(Danger danger) {
    return dangers.getOrDefault(danger, 0);
  }

  /** All types together. */
  Tally all() {
    return byType.values().stream().reduce(Tally.NONE, Tally::plus);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
