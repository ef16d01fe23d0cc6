package org.tamga.cli.keys;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.tamga.cli.ArchiveOption;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.WriterOption;
import org.tamga.custody.ArchiveView;
import org.tamga.keyring.Keyring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Locks the private keys of an archive with a passphrase, changes it or takes it away. */
@Command(
    name = "passphrase",
    mixinStandardHelpOptions = true,
    description = "Sets or changes the passphrase of the private keys.")
final class PassphraseCommand implements Callable<Integer> {
  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private WriterOption writer = new WriterOption();

  @Option(names = "--remove", description = "Takes the passphrase away")
  private boolean remove;

  @Override
  public Integer call() {
    return archive.attempt(this::change);
  }

  private int change() throws IOException {
    String origin = ArchiveView.open(writer.disk(), archive.folder()).origin();
    PassphraseInput input = new PassphraseInput();
    Keyring ring = Keyring.openWhatIsThere(writer.disk(), writer.keysOf(origin), input);
    if (remove) {
      if (!ring.isLocked()) {
        throw KeyChange.refused("these keys have no passphrase", "nothing was changed");
      }
      ring.unlock(new SecureRandom());
      archive.err().println("The keys in " + writer.keysOf(origin) + " need no passphrase now.");
    } else {
      ring.lockWith(input.fresh(), new SecureRandom());
      archive
          .err()
          .println(
              "The keys in "
                  + writer.keysOf(origin)
                  + " need this passphrase from now on. Copies made before do not.");
    }
    return ExitStatus.GOOD;
  }
}
