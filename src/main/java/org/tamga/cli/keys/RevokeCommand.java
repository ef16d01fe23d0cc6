package org.tamga.cli.keys;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tamga.custody.Archive.Draft;
import org.tamga.custody.CustodyEvent.KeyRevoked;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.custody.KeysInUse.Known;
import org.tamga.custody.KeysInUse.Standing;
import org.tamga.custody.PersonSigner;
import org.tamga.tlog.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says that somebody else has a key, and from when on its signatures count for nothing. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Declares a key stolen: what it signed from an event on counts for nothing.")
final class RevokeCommand extends KeyChange {
  @Parameters(paramLabel = "KEY", description = "The key's id: eight hex digits (tamga keys list)")
  private String id = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "INDEX",
      description = "The first event of the log at which its signature does not count")
  private long from;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "What happened; it is kept in the archive")
  private String reason = "";

  @Override
  Change change(Keys keys, String now) throws IOException {
    Known key = keys.named(id);
    if (key.standing() == Standing.REVOKED) {
      throw refused("the key " + id + " is revoked already", "nothing was changed");
    }
    if (from < 0 || from > keys.view().size()) {
      throw refused(
          "the log has no event " + from,
          "it has " + keys.view().size() + " events, counted from 0; nothing was changed");
    }
    PersonSigner signer =
        keeperOtherThan(
            keys,
            key.key(),
            "a revocation is signed by another key, and this is the last one that can: make a new"
                + " one first with tamga keys rotate keeper");
    List<Draft> drafts = new ArrayList<>();
    VerifierKey successor = null;
    if (key.role() == KeyRole.LOG && key.standing() == Standing.IN_USE) {
      successor = successor(keys, key.key());
      drafts.add(added(successor, KeyRole.LOG, now));
    }
    drafts.add(
        new Draft(
            new KeyRevoked(key.key(), from, successor, keys.checkpoint(), now, reason),
            null,
            signer));
    return new Change(
        drafts,
        "Revoked "
            + id
            + " from event "
            + from
            + " on."
            + (successor == null
                ? " What it decided or removed from there on, tamga verify names."
                : " A new key of the log is in use: tell witnesses and those who check."));
  }
}
