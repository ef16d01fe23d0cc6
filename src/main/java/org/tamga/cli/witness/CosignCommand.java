package org.tamga.cli.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tamga.cli.ArchiveOption;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Shown;
import org.tamga.cli.WriterOption;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.keyring.Keyring;
import org.tamga.tlog.Policy;
import org.tamga.tlog.VerifierKey;
import org.tamga.witness.Cosigning;
import org.tamga.witness.Outcome;
import org.tamga.witness.WitnessClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the witnesses of a policy to cosign the archive's log, and keeps their cosignatures. */
@Command(
    name = "cosign",
    mixinStandardHelpOptions = true,
    description = "Asks witnesses to cosign the archive's log; contacts only those of the policy.")
public final class CosignCommand implements Callable<Integer> {
  private static final String DEFAULT_WAIT = "20";
  private static final int LONGEST_WAIT_SECONDS = 3600;

  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private WriterOption writer = new WriterOption();

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "The witnesses, with their URLs (C2SP tlog-policy)")
  private Path policyFile = Path.of("");

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = DEFAULT_WAIT,
      description = "How long to wait for one answer. Default: ${DEFAULT-VALUE}")
  private int waitSeconds;

  @Option(names = "--json", description = "One object a line for each witness; the result last")
  private boolean json;

  @Override
  public Integer call() {
    return archive.attempt(this::cosign);
  }

  private int cosign() throws IOException {
    if (waitSeconds < 1 || waitSeconds > LONGEST_WAIT_SECONDS) {
      return archive.complain(
          "--wait takes 1 to " + LONGEST_WAIT_SECONDS + " seconds",
          "leave it out to wait " + DEFAULT_WAIT,
          ExitStatus.WRONG_USAGE);
    }
    Policy policy = PolicyFile.read(policyFile);
    if (policy.witnesses().values().stream().allMatch(witness -> witness.url().isEmpty())) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "the policy names no witness with an address",
          "a line is: witness NAME VKEY URL");
    }
    Keyring keyring = writer.keyring(archive.folder());
    try (WitnessClient client = new WitnessClient(Duration.ofSeconds(waitSeconds))) {
      List<VerifierKey> logKeys = keyring.logSigner().keys();
      List<Outcome> outcomes =
          Cosigning.cosign(() -> writer.open(archive.folder(), keyring), logKeys, policy, client);
      outcomes.forEach(this::say);
      return conclude(ArchiveView.open(writer.disk(), archive.folder()), policy, outcomes);
    }
  }

  private void say(Outcome outcome) {
    if (json) {
      archive.out().println(CosignLine.of(outcome));
      return;
    }
    String line =
        switch (outcome) {
          case Outcome.Cosigned done -> "cosigned   " + done.witness() + "  " + done.time();
          case Outcome.Failed failed ->
              "finding: " + failed.trouble() + " " + failed.witness() + ": " + failed.words();
        };
    archive.out().println(Shown.safely(line));
  }

  private int conclude(ArchiveView view, Policy policy, List<Outcome> outcomes) {
    Set<String> signers = Cosigning.signers(view, policy);
    boolean enough = policy.quorum().holds(signers::contains);
    boolean contradicted =
        outcomes.stream()
            .anyMatch(
                outcome ->
                    outcome instanceof Outcome.Failed failed && failed.trouble().speaksAgainst());
    String words =
        view.size()
            + " events, cosigned by "
            + signers.size()
            + " of "
            + policy.witnesses().size()
            + " witnesses: "
            + (enough ? "the quorum of the policy has signed" : "too few for the policy");
    archive.out().println(json ? CosignLine.of(view.size(), signers, policy, enough) : words);
    archive.out().flush();
    if (contradicted) {
      archive.err().println("error: a witness speaks against this archive");
      archive.err().println("hint: find out which history is right before you rely on either.");
    }
    return enough && !contradicted ? ExitStatus.GOOD : ExitStatus.FINDINGS;
  }
}
