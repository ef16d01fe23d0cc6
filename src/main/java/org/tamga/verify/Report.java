package org.tamga.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Json;

/**
 * All that one check of an archive found, and its result.
 *
 * <p>docs/spec/verify.md, "Result" and "Human and JSON output".
 *
 * @param result whether it holds
 * @param findings what does not hold, sorted
 * @param notes what else there is to know, sorted
 * @param findingCount number of findings, those beyond the most that are listed included
 * @param noteCount number of notes, likewise
 * @param events number of events checked
 * @param objects number of different documents that the events brought in
 */
public record Report(
    Result result,
    List<Finding> findings,
    List<Finding> notes,
    long findingCount,
    long noteCount,
    long events,
    long objects) {
  public Report {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /** Whether an archive holds. */
  public enum Result {
    /** Nothing found, and those whom the policy names vouch for it. */
    SOUND,
    /** Nothing found, but nobody outside vouches for it. */
    CONSISTENT,
    /** Something was found. */
    DAMAGED;

    /** How it is written in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Report of(Findings findings, boolean trusted, long events, long objects) {
    long count = findings.count(false);
    Result good = trusted ? Result.SOUND : Result.CONSISTENT;
    return new Report(
        count > 0 ? Result.DAMAGED : good,
        findings.sorted(false),
        findings.sorted(true),
        count,
        findings.count(true),
        events,
        objects);
  }

  /** Whether nothing was found. */
  public boolean isGood() {
    return findingCount == 0;
  }

  /** The result in words. */
  public String sentence() {
    return switch (result) {
      case SOUND -> "sound";
      case CONSISTENT ->
          "consistent with the keys in this folder; nobody outside vouches for them;"
              + " later events may have been cut off";
      case DAMAGED -> "not sound: " + findingCount + (findingCount == 1 ? " finding" : " findings");
    };
  }

  /** The report for a person, line by line; no character in it acts on a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    findings.forEach(finding -> lines.add("finding: " + line(finding)));
    notes.forEach(note -> lines.add("note: " + line(note)));
    lines.add(sentence());
    return lines;
  }

  static String line(Finding finding) {
    String at = finding.index() == Finding.NO_INDEX ? "" : ", event " + finding.index();
    return finding.code() + " " + plain(finding.file()) + at + ": " + plain(finding.words());
  }

  /** Text in which control and invisible formatting characters stand as their code points. */
  private static String plain(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    out.append(String.format(Locale.ROOT, "\\u%04x", c));
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** The report for a program, one JSON object a line. */
  public List<String> jsonLines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      lines.add(json("finding", i + 1, findings.get(i)));
    }
    for (int i = 0; i < notes.size(); i++) {
      lines.add(json("note", i + 1, notes.get(i)));
    }
    lines.add(
        "{\"result\":\"%s\",\"findings\":%s,\"notes\":%s,\"events\":%s,\"objects\":%s,\"words\":%s}"
            .formatted(
                result.word(), findingCount, noteCount, events, objects, quoted(sentence())));
    return lines;
  }

  static String json(String mark, int number, Finding finding) {
    StringBuilder out = new StringBuilder();
    out.append("{\"").append(mark).append("\":").append(number);
    out.append(",\"code\":\"").append(finding.code()).append('"');
    out.append(",\"file\":").append(quoted(finding.file()));
    if (finding.object() != null) {
      out.append(",\"object\":").append(quoted(finding.object()));
    }
    if (finding.index() != Finding.NO_INDEX) {
      out.append(",\"index\":").append(finding.index());
    }
    return out.append(",\"words\":").append(quoted(finding.words())).append('}').toString();
  }

  static String quoted(String text) {
    StringBuilder whole = new StringBuilder();
    text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .forEach(whole::appendCodePoint);
    return CanonicalJson.write(Json.text(whole.toString()));
  }
}
