package org.tamga.record.decision;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.Anchor;
import org.tamga.annotation.Annotation;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Json;
import org.tamga.record.RecordLineReader;
import org.tamga.record.RecordLines;

/**
 * The annotation as the person who decided saw it or left it, as it stands in the event.
 *
 * <p>With it a decision is never about something else than what that person read, whatever a newer
 * program proposes on the same words. docs/spec/decisions.md, "What a decision holds".
 *
 * @param annotation with status {@code proposed}
 * @param set the fields that people set, with their values as typed; empty where none were
 */
public record SignedReading(Annotation annotation, SortedMap<String, String> set) {
  private static final String READING = "reading";
  private static final String SET = "set";

  /** Longer texts are not looked into; a record line is far shorter. */
  private static final int LONGEST = 1 << 20;

  public SignedReading {
    set = Collections.unmodifiableSortedMap(new TreeMap<>(set));
  }

  /** As the event holds it. */
  public String write(String document) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put(READING, Json.text(RecordLines.write(document, document, annotation)));
    if (!set.isEmpty()) {
      TreeMap<String, Json> fields = new TreeMap<>();
      set.forEach((name, value) -> fields.put(name, Json.text(value)));
      members.put(SET, new Json.Members(fields));
    }
    return CanonicalJson.write(new Json.Members(members));
  }

  /** The reading in an event about a document; empty where the event holds something else. */
  public static Optional<SignedReading> parse(@Nullable String correction, String document) {
    if (correction == null || correction.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      SortedMap<String, Json> members = CanonicalJson.parse(correction).asMembers().members();
      Json line = members.get(READING);
      if (line == null) {
        return Optional.empty();
      }
      Annotation annotation = RecordLineReader.annotation(line.asText());
      TreeMap<String, String> set = new TreeMap<>();
      Json fields = members.get(SET);
      if (fields != null) {
        fields.asMembers().members().forEach((name, value) -> set.put(name, value.asText()));
      }
      SignedReading reading = new SignedReading(annotation, set);
      Anchor anchor = annotation.anchor();
      Anchor made =
          Anchor.proposed(document, annotation.type(), annotation.target(), anchor.made());
      return made.equals(anchor) && reading.write(document).equals(correction)
          ? Optional.of(reading)
          : Optional.empty();
    } catch (IllegalArgumentException | ArithmeticException anotherProgram) {
      return Optional.empty();
    }
  }
}
