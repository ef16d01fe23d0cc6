package org.tamga.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one event says, as far as it may still be known.
 *
 * <p>One line of a file in {@code disclosures/}; docs/spec/events.md, "Disclosures".
 */
public sealed interface Disclosures {
  /** Log index of the event. */
  long index();

  /** The fields are there. */
  record Shown(long index, List<Field> fields) implements Disclosures {
    public Shown {
      fields = List.copyOf(fields);
    }

    /** Whether these are exactly the fields whose digests the entry lists, in its order. */
    public boolean belongTo(Entry entry) {
      return fields.stream().map(Field::digest).toList().equals(entry.digests());
    }

    /** The fields by name without padding, or {@link IllegalArgumentException} for one twice. */
    public Map<String, Json> byName() {
      Map<String, Json> named = new TreeMap<>();
      for (Field field : fields) {
        if (!field.name().equals(Field.PADDING) && named.put(field.name(), field.value()) != null) {
          throw new IllegalArgumentException("field '" + field.name() + "' stands twice");
        }
      }
      return named;
    }
  }

  /** The fields were destroyed. */
  record Erased(long index) implements Disclosures {}

  /** The disclosures in one line without its line break, or {@link IllegalArgumentException}. */
  static Disclosures parse(String line) {
    Json.Members all = CanonicalJson.parse(line).asMembers();
    long index = all.get("index").asWhole();
    if (all.members().size() != 2) {
      throw new IllegalArgumentException("not a line of disclosures");
    }
    if (all.members().containsKey("erased")) {
      if (!all.get("erased").asText().equals("destroyed")) {
        throw new IllegalArgumentException("erased, but not destroyed");
      }
      return new Erased(index);
    }
    return new Shown(index, all.get("fields").asArray().stream().map(Field::parse).toList());
  }

  /** The line without its line break, which {@link #parse} reads back. */
  default String line() {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("index", Json.whole(index()));
    switch (this) {
      case Shown shown -> {
        List<Json> fields = new ArrayList<>();
        shown.fields().forEach(field -> fields.add(field.json()));
        members.put("fields", new Json.Array(fields));
      }
      case Erased erased -> members.put("erased", Json.text("destroyed"));
    }
    return CanonicalJson.write(new Json.Members(members));
  }
}
