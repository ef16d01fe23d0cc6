package org.tamga.record.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.annotation.CitedText;
import org.tamga.annotation.Target;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Json;
import org.tamga.text.Span;

/**
 * One member of a decision about a group, as its event holds it.
 *
 * <p>Each member has an event of its own, so that to destroy its document takes away its words and
 * leaves the others'. docs/spec/decisions.md, "Groups".
 *
 * @param of what is grouped: {@code event}, {@code figure} or {@code document}
 * @param token the same for all members of one decision
 * @param side of those that are split: {@code 1} or {@code 2}; else {@code 1}
 * @param target the member's words; null for a document
 */
public record GroupReading(String of, String token, String side, @Nullable Target target) {
  /** How the canonical text of every such reading begins. */
  public static final String BEGINNING = "{\"group\":";

  /** Longer texts are not looked into; a quote with its surroundings is far shorter. */
  private static final int LONGEST = 1 << 20;

  /** As the event holds it. */
  public String write() {
    TreeMap<String, Json> group = new TreeMap<>();
    group.put("of", Json.text(of));
    group.put("side", Json.text(side));
    group.put("token", Json.text(token));
    TreeMap<String, Json> all = new TreeMap<>();
    all.put("group", new Json.Members(group));
    if (target != null) {
      all.put("target", words(target));
    }
    return CanonicalJson.write(new Json.Members(all));
  }

  private static Json words(Target target) {
    List<Json> parts = new ArrayList<>();
    for (Target.Part part : target.parts()) {
      TreeMap<String, Json> one = new TreeMap<>();
      one.put("exact", Json.text(part.exact()));
      one.put("start", Json.whole(part.span().start()));
      one.put("end", Json.whole(part.span().end()));
      parts.add(new Json.Members(one));
    }
    TreeMap<String, Json> words = new TreeMap<>();
    words.put("parts", new Json.Array(parts));
    words.put("prefix", Json.text(target.prefix()));
    words.put("suffix", Json.text(target.suffix()));
    words.put("text", Json.text(target.text()));
    return new Json.Members(words);
  }

  /** The reading in an event; empty where the event holds something else. */
  public static Optional<GroupReading> parse(@Nullable String correction) {
    if (correction == null || correction.length() > LONGEST || !correction.startsWith(BEGINNING)) {
      return Optional.empty();
    }
    try {
      SortedMap<String, Json> all = CanonicalJson.parse(correction).asMembers().members();
      GroupReading reading = read(all.get("group"), all.get("target"));
      return reading != null && reading.write().equals(correction)
          ? Optional.of(reading)
          : Optional.empty();
    } catch (IllegalArgumentException | ArithmeticException anotherProgram) {
      return Optional.empty();
    }
  }

  private static @Nullable GroupReading read(@Nullable Json group, @Nullable Json target) {
    if (group == null) {
      return null;
    }
    Json.Members about = group.asMembers();
    return new GroupReading(
        about.get("of").asText(),
        about.get("token").asText(),
        about.get("side").asText(),
        target == null ? null : target(target.asMembers()));
  }

  private static Target target(Json.Members words) {
    List<Target.Part> parts = new ArrayList<>();
    for (Json part : words.get("parts").asArray()) {
      Json.Members one = part.asMembers();
      Span span =
          new Span(
              Math.toIntExact(one.get("start").asWhole()),
              Math.toIntExact(one.get("end").asWhole()));
      parts.add(new Target.Part(one.get("exact").asText(), span));
    }
    return new Target(
        words.get("text").asText(),
        words.get("prefix").asText(),
        words.get("suffix").asText(),
        parts);
  }

  /** Where these words stand in a text now; empty where they are gone or not to be told apart. */
  public Optional<Target> in(CitedText text) {
    return target == null
        ? Optional.empty()
        : Optional.ofNullable(new QuoteFinder(text).find(target));
  }
}
