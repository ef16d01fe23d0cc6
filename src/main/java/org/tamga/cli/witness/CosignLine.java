package org.tamga.cli.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.tamga.cli.Shown;
import org.tamga.custody.CanonicalJson;
import org.tamga.custody.Json;
import org.tamga.tlog.Policy;
import org.tamga.witness.Outcome;

/** The lines that {@code cosign --json} prints; docs/spec/witness.md. */
final class CosignLine {
  private CosignLine() {}

  /** The line of one witness. */
  static String of(Outcome outcome) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("witness", Json.text(outcome.witness()));
    switch (outcome) {
      case Outcome.Cosigned done -> {
        members.put("status", Json.text("cosigned"));
        members.put("time", Json.text(done.time().toString()));
      }
      case Outcome.Failed failed -> {
        members.put("status", Json.text("failed"));
        members.put("code", Json.text(failed.trouble().name()));
        members.put("words", Json.text(whole(failed.words())));
      }
    }
    return CanonicalJson.write(new Json.Members(members));
  }

  /** What a witness wrote was perhaps cut in the middle of a character. */
  private static String whole(String words) {
    byte[] bytes = Shown.safely(words).getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The last line: who has signed this state of the log, and whether that is enough. */
  static String of(long events, Set<String> signers, Policy policy, boolean enough) {
    List<Json> missing = new ArrayList<>();
    for (String witness : policy.witnesses().keySet()) {
      if (!signers.contains(witness)) {
        missing.add(Json.text(witness));
      }
    }
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("events", Json.whole(events));
    members.put("cosigned", Json.whole(signers.size()));
    members.put("witnesses", Json.whole(policy.witnesses().size()));
    members.put("missing", new Json.Array(missing));
    members.put("quorum", Json.text(enough ? "signed" : "missing"));
    return CanonicalJson.write(new Json.Members(members));
  }
}
