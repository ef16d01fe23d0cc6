package org.tamga.record.decision;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes what people decided about a group; docs/spec/decisions.md, "Groups". */
public final class GroupDecisionsJson {
  private GroupDecisionsJson() {}

  /** The key {@code decisions} of an object that is being written. */
  public static void write(JsonGenerator json, List<GroupDecisions.Shown> decisions)
      throws IOException {
    json.writeArrayFieldStart("decisions");
    for (GroupDecisions.Shown one : decisions) {
      json.writeStartObject();
      json.writeStringField("decision", one.decision());
      json.writeStringField("time", one.time());
      if (one.reason() != null) {
        json.writeStringField("reason", one.reason());
      }
      if (one.signer() != null) {
        json.writeStringField("signer", one.signer());
      }
      json.writeArrayFieldStart("members");
      for (String member : one.members()) {
        json.writeString(member);
      }
      json.writeEndArray();
      if (!one.counts()) {
        json.writeBooleanField("counts", false);
      }
      json.writeNumberField("event", one.event());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
