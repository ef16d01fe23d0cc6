package org.tamga.cli.corroboration;

import java.io.PrintWriter;
import java.util.List;
import org.tamga.cli.Shown;
import org.tamga.record.decision.GroupDecision;
import org.tamga.record.decision.GroupDecisions;

/** How groups and what people decided about them are shown on a terminal. */
final class GroupText {
  private static final int ID_DIGITS = 12;

  private GroupText() {}

  /** The first digits of an id, by which a person can name it. */
  static String id(String id) {
    return id.substring("sha256:".length(), "sha256:".length() + ID_DIGITS);
  }

  static void decisions(PrintWriter out, List<GroupDecisions.Shown> decisions) {
    for (GroupDecisions.Shown one : decisions) {
      out.println(
          Shown.safely(
              "  "
                  + one.decision()
                  + (one.counts() ? "" : " (undone, or its key revoked: this does not count)")
                  + (one.signer() == null ? "" : " by " + one.signer())
                  + ", "
                  + one.time()
                  + (one.reason() == null ? "" : ", because: " + one.reason())));
    }
  }

  static void orphans(PrintWriter out, GroupDecisions decisions) {
    for (GroupDecision one : decisions.orphans()) {
      out.println(
          Shown.safely(
              "orphaned: "
                  + Shown.decision(one.decision())
                  + (one.reading() == null || one.reading().target() == null
                      ? ""
                      : ", about “" + one.reading().target().exact() + "”")
                  + ", which is not found in document "
                  + one.document()
                  + " as it is read now"));
    }
  }
}
