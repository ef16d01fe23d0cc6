package org.tamga.cli.keys;

import java.io.IOException;
import java.util.List;
import org.tamga.custody.PersonSigner;
import org.tamga.keyring.Keyring;
import org.tamga.tlog.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts new keys of the log in the place of those whose private halves are lost. */
@Command(
    name = "recover",
    mixinStandardHelpOptions = true,
    description = "Replaces keys of the log that are lost, by the keeper's signature.")
final class RecoverCommand extends KeyChange {
  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "What happened; it is kept in the archive")
  private String reason = "";

  @Override
  Keyring ring(String origin) throws IOException {
    return Keyring.openWhatIsThere(writer().disk(), writer().keysOf(origin), new PassphraseInput());
  }

  @Override
  Change change(Keys keys, String now) throws IOException {
    List<VerifierKey> lost = keys.log().stream().filter(key -> !keys.ring().holds(key)).toList();
    if (lost.isEmpty()) {
      throw refused(
          "no key of the log is lost: their private halves are here",
          "to put new ones in their place: tamga keys rotate log");
    }
    PersonSigner signer =
        keeperOtherThan(
            keys,
            null,
            "without the keeper's key nobody can continue this archive: look for a copy or printed"
                + " shares of it; or make a new archive and keep this one as it is");
    return new Change(
        replaced(keys, lost, signer, now, reason),
        "New keys of the log are in use; the lost ones could not sign them in. Tell your witnesses"
            + " and those who check in person, and have it cosigned: under their policies it is"
            + " sound only when a quorum of witnesses has.");
  }
}
