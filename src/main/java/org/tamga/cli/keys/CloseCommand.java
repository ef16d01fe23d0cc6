package org.tamga.cli.keys;

import java.util.ArrayList;
import java.util.List;
import org.tamga.custody.Archive.Draft;
import org.tamga.custody.CustodyEvent.KeyClosed;
import org.tamga.custody.PersonSigner;
import org.tamga.tlog.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends a rotation: the log's old keys sign no more. */
@Command(
    name = "close",
    mixinStandardHelpOptions = true,
    description = "Closes the log's old keys after keys rotate log.")
final class CloseCommand extends KeyChange {
  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "a new key in its place",
      description = "Why; it is kept in the archive")
  private String reason = "";

  @Override
  Change change(Keys keys, String now) {
    List<VerifierKey> log = List.copyOf(keys.log());
    PersonSigner signer =
        keeperOtherThan(keys, null, "restore the keeper's key from your own copy or its shares");
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < log.size(); i++) {
      VerifierKey old = log.get(i);
      log.subList(i + 1, log.size()).stream()
          .filter(later -> later.type() == old.type())
          .findFirst()
          .ifPresent(
              next ->
                  drafts.add(
                      new Draft(
                          new KeyClosed(old, next, keys.checkpoint(), now, reason), null, signer)));
    }
    if (drafts.isEmpty()) {
      throw refused(
          "there is no old key of the log to close", "make new ones first: tamga keys rotate log");
    }
    return new Change(
        drafts,
        "Only the new keys of the log sign now. Witnesses that know only the old ones refuse from"
            + " now on; the private halves of the old ones can be destroyed.");
  }
}
