package org.tamga.cli.keys;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tamga.custody.Archive.Draft;
import org.tamga.custody.CustodyEvent.KeyClosed;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.custody.PersonSigner;
import org.tamga.tlog.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts new keys beside the log's, or a new key in the place of the keeper's. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = "Makes new keys: the log's old ones go on signing until keys close.")
final class RotateCommand extends KeyChange {
  /** Whose key. */
  enum Whose {
    /** The log's two. */
    log,
    /** The keeper's own. */
    keeper
  }

  @Parameters(paramLabel = "log|keeper", description = "Whose key: ${COMPLETION-CANDIDATES}")
  private Whose whose = Whose.log;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "a new key in its place",
      description = "Why; it is kept in the archive")
  private String reason = "";

  @Override
  Change change(Keys keys, String now) throws IOException {
    return switch (whose) {
      case log -> log(keys, now);
      case keeper -> keeper(keys, now);
    };
  }

  private Change log(Keys keys, String now) throws IOException {
    long types = keys.log().stream().map(VerifierKey::type).distinct().count();
    if (keys.log().size() > types) {
      throw refused(
          "new keys of the log were made before and sign beside the old ones",
          "end that with: tamga keys close");
    }
    List<Draft> drafts = new ArrayList<>();
    for (VerifierKey old : keys.log()) {
      drafts.add(added(successor(keys, old), KeyRole.LOG, now));
    }
    return new Change(
        drafts,
        "The old and the new keys of the log both sign now. Have it cosigned, hand the new keys"
            + " (keys/log-*.vkey) to your witnesses and those who check, then: tamga keys close");
  }

  private Change keeper(Keys keys, String now) throws IOException {
    PersonSigner signer =
        keeperOtherThan(keys, null, "restore the keeper's key from your own copy or its shares");
    VerifierKey fresh = successor(keys, signer.key());
    return new Change(
        List.of(
            added(fresh, KeyRole.PERSON, now),
            new Draft(new KeyClosed(signer.key(), fresh, null, now, reason), null, signer)),
        "The keeper signs with the key "
            + fresh.keyId()
            + " from now on; "
            + signer.key().keyId()
            + " is closed.");
  }
}
