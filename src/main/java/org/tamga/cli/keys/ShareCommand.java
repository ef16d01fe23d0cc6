package org.tamga.cli.keys;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import org.tamga.cli.ArchiveOption;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.WriterOption;
import org.tamga.custody.ArchiveView;
import org.tamga.keyring.KeyShare;
import org.tamga.keyring.Keyring;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a private key as three pages, of which any two make it again. */
@Command(
    name = "share",
    mixinStandardHelpOptions = true,
    description = "Prints a private key as three pages; any two of them make it again.")
final class ShareCommand implements Callable<Integer> {
  private static final String NEXT_PAGE = "\f";

  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private WriterOption writer = new WriterOption();

  @Parameters(paramLabel = "KEY", description = "The key's id: eight hex digits (tamga keys list)")
  private String id = "";

  @Override
  public Integer call() {
    return archive.attempt(this::share);
  }

  private int share() throws IOException {
    String origin = ArchiveView.open(writer.disk(), archive.folder()).origin();
    Keyring ring =
        Keyring.openWhatIsThere(writer.disk(), writer.keysOf(origin), new PassphraseInput());
    List<KeyShare> shares = KeyShare.split(ring.key(id), new SecureRandom());
    archive.out().print(String.join(NEXT_PAGE, shares.stream().map(KeyShare::text).toList()));
    archive.out().flush();
    archive
        .err()
        .println(
            "Print the three pages (pipe them to lp), keep no file, give them to three people.");
    return ExitStatus.GOOD;
  }
}
