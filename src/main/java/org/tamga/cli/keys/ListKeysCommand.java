package org.tamga.cli.keys;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.tamga.cli.ArchiveOption;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Shown;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.KeysInUse;
import org.tamga.custody.KeysInUse.Known;
import org.tamga.vault.SystemDisk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists all public keys that the log ever named. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the keys of an archive and which of them are in use.")
final class ListKeysCommand implements Callable<Integer> {
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Override
  public Integer call() {
    return archive.attempt(
        () -> {
          ArchiveView view = ArchiveView.open(new SystemDisk(), archive.folder());
          for (Known known : KeysInUse.of(view).all()) {
            String standing =
                switch (known.standing()) {
                  case IN_USE -> "in use";
                  case CLOSED -> "closed";
                  case REVOKED -> "revoked";
                };
            String line =
                String.format(
                    Locale.ROOT,
                    "%s  %-7s  %-7s  since event %d  %s  %s",
                    known.key().keyId(),
                    known.role().word(),
                    standing,
                    known.added(),
                    known.key().type().algorithm(),
                    known.key().name());
            archive.out().println(Shown.safely(line));
          }
          archive.out().flush();
          return ExitStatus.GOOD;
        });
  }
}
