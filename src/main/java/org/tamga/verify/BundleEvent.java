package org.tamga.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Entry;
import org.tamga.custody.Field;
import org.tamga.custody.Json;

/**
 * What is shown of one event to somebody who has nothing else: its entry and some of its fields.
 *
 * <p>docs/spec/bundle.md, {@code events/<N>.json}.
 *
 * @param index log index of the event
 * @param entry the entry as the log holds it
 * @param fields those that are shown, in the order of their digests
 */
public record BundleEvent(long index, Entry entry, List<Field> fields) {
  public BundleEvent {
    fields = List.copyOf(fields);
    String before = "";
    for (Field field : fields) {
      String digest = field.digest();
      if (!entry.digests().contains(digest) || digest.compareTo(before) <= 0) {
        throw new IllegalArgumentException("a field that is none of its entry, or not in order");
      }
      before = digest;
    }
    HashSet<String> names = new HashSet<>();
    for (Field field : fields) {
      if (!field.name().equals(Field.PADDING) && !names.add(field.name())) {
        throw new IllegalArgumentException("field '" + field.name() + "' stands twice");
      }
    }
  }

  /** The event in these bytes, or {@link IllegalArgumentException}. */
  public static BundleEvent parse(byte[] bytes) {
    if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
      throw new IllegalArgumentException("not a line with its line break");
    }
    Json.Members line = CanonicalJson.parse(Arrays.copyOf(bytes, bytes.length - 1)).asMembers();
    if (line.members().size() != 3) {
      throw new IllegalArgumentException("not what is shown of an event");
    }
    return new BundleEvent(
        line.get("index").asWhole(),
        Entry.parse(line.get("entry").asText().getBytes(StandardCharsets.UTF_8)),
        line.get("fields").asArray().stream().map(Field::parse).toList());
  }

  /** The file's bytes, which {@link #parse} reads back. */
  public byte[] bytes() {
    List<Json> shown = new ArrayList<>();
    fields.forEach(field -> shown.add(field.json()));
    Map<String, Json> line = new TreeMap<>();
    line.put("entry", Json.text(entry.text()));
    line.put("fields", new Json.Array(shown));
    line.put("index", Json.whole(index));
    String text = CanonicalJson.write(Json.Members.of(line)) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What a field of this name says; null where it is not shown. */
  public @Nullable Json value(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .map(Field::value)
        .findFirst()
        .orElse(null);
  }
}
