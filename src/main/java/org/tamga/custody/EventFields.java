package org.tamga.custody;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.custody.CustodyEvent.Relation;
import org.tamga.tlog.VerifierKey;
import org.tamga.vault.Digest;

/** Reads events from their fields; what is not understood is refused. */
final class EventFields {
  private EventFields() {}

  static CustodyEvent read(Entry entry, SortedMap<String, Json> fields) {
    Json.Members all = new Json.Members(fields);
    return switch (entry.kind()) {
      case CREATED ->
          new CustodyEvent.Created(digest(all, "archive"), text(all, "time"), text(all, "program"));
      case KEY_ADDED ->
          new CustodyEvent.KeyAdded(
              VerifierKey.parse(text(all, "key")), role(text(all, "role")), text(all, "time"));
      case ACQUIRED -> acquired(all);
      case LINKED ->
          new CustodyEvent.Linked(
              digest(all, "digest"),
              relation(text(all, "relation")),
              digest(all, "other"),
              text(all, "time"));
      case WITHHELD, RELEASED, DESTROYED ->
          new CustodyEvent.Removal(
              entry.kind(), entry.index().orElseThrow(), text(all, "time"), text(all, "reason"));
      case DECIDED ->
          new CustodyEvent.Decided(
              digest(all, "digest"),
              text(all, "annotation"),
              text(all, "decision"),
              text(all, "time"),
              optional(all, "reason"),
              optional(all, "correction"));
      case REPAIRED ->
          // The count is held against the lists when the event is compared with its fields.
          new CustodyEvent.Repaired(
              all.get("events").asArray().stream().map(Json::asWhole).toList(),
              all.get("files").asArray().stream().map(Json::asText).toList(),
              text(all, "time"),
              text(all, "program"));
      case KEY_CLOSED ->
          new CustodyEvent.KeyClosed(
              VerifierKey.parse(text(all, "key")),
              optionalKey(all, "successor"),
              optional(all, "checkpoint"),
              text(all, "time"),
              text(all, "reason"));
      case KEY_REVOKED ->
          new CustodyEvent.KeyRevoked(
              VerifierKey.parse(text(all, "key")),
              all.get("from").asWhole(),
              optionalKey(all, "successor"),
              optional(all, "checkpoint"),
              text(all, "time"),
              text(all, "reason"));
    };
  }

  private static CustodyEvent acquired(Json.Members all) {
    Particulars particulars = Particulars.NONE;
    for (String name : Particulars.NAMES) {
      particulars = particulars.with(name, optional(all, name));
    }
    Json handling = all.members().get("handling");
    return new CustodyEvent.Acquired(
        digest(all, "digest"),
        all.get("size").asWhole(),
        FileName.parse(all.get("name")),
        FileName.parse(all.get("path")),
        text(all, "received"),
        text(all, "program"),
        text(all, "run"),
        particulars,
        handling == null ? null : Handling.parse(handling));
  }

  private static String text(Json.Members all, String name) {
    return all.get(name).asText();
  }

  private static @Nullable String optional(Json.Members all, String name) {
    Json found = all.members().get(name);
    return found == null ? null : found.asText();
  }

  private static @Nullable VerifierKey optionalKey(Json.Members all, String name) {
    String found = optional(all, name);
    return found == null ? null : VerifierKey.parse(found);
  }

  private static Digest digest(Json.Members all, String name) {
    return Digest.parse(text(all, name));
  }

  private static KeyRole role(String word) {
    for (KeyRole role : KeyRole.values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    throw new IllegalArgumentException("unknown role '" + word + "'");
  }

  private static Relation relation(String word) {
    for (Relation relation : Relation.values()) {
      if (relation.word().equals(word)) {
        return relation;
      }
    }
    throw new IllegalArgumentException("unknown relation '" + word + "'");
  }
}
