package org.tamga.cli.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.cli.ArchiveOption;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.RawPath;
import org.tamga.cli.Shown;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveView;
import org.tamga.timestamp.Authority;
import org.tamga.timestamp.StampFolder;
import org.tamga.timestamp.StampFolder.Stamp;
import org.tamga.timestamp.TimestampChecker;
import org.tamga.timestamp.TimestampRequest;
import org.tamga.timestamp.TrustAnchors;
import org.tamga.timestamp.Verdict;
import org.tamga.vault.Disk;
import org.tamga.vault.SystemDisk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has the state of the log stamped by an authority, or checks the stamps that there are. */
@Command(
    name = "timestamp",
    mixinStandardHelpOptions = true,
    description = "Has an authority sign when the log was as it is now; or checks such stamps.")
public final class TimestampCommand implements Callable<Integer> {
  private static final int LONGEST_WAIT_SECONDS = 3600;

  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Option(
      names = "--authority",
      paramLabel = "URL",
      description = "Address of a time-stamping authority (RFC 3161); may be given several times")
  private List<String> authorities = new ArrayList<>();

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      converter = RawPath.class,
      description = "Certificates that you trust, in PEM. Default: those of the Java runtime")
  private @Nullable Path trust;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "How long to wait for one answer. Default: 60")
  private int waitSeconds = Authority.USUAL_WAIT_SECONDS;

  @Option(names = "--check", description = "Check the stamps that there are; asks nobody")
  private boolean check;

  @Override
  public Integer call() {
    if (check != authorities.isEmpty()) {
      return archive.complain(
          "either --check or --authority is needed",
          "tamga timestamp --authority URL gets a stamp, tamga timestamp --check checks them",
          ExitStatus.WRONG_USAGE);
    }
    if (waitSeconds < 1 || waitSeconds > LONGEST_WAIT_SECONDS) {
      return archive.complain(
          "--wait takes 1 to " + LONGEST_WAIT_SECONDS + " seconds",
          "leave it out to wait " + Authority.USUAL_WAIT_SECONDS,
          ExitStatus.WRONG_USAGE);
    }
    List<Authority> asked = new ArrayList<>();
    TrustAnchors anchors;
    try {
      for (String address : authorities) {
        asked.add(new Authority(URI.create(address), waitSeconds));
      }
      anchors = anchors();
    } catch (IllegalArgumentException e) {
      return archive.complain(
          e.getMessage(),
          "--authority takes an address, --trust a file of certificates in PEM",
          ExitStatus.WRONG_USAGE);
    } catch (IOException e) {
      return archive.complain(
          "cannot read " + e.getMessage(), "name a file for --trust", ExitStatus.WRONG_USAGE);
    }
    TimestampChecker checker = new TimestampChecker(anchors);
    return archive.attempt(
        () -> {
          ArchiveView view = ArchiveView.open(new SystemDisk(), archive.folder());
          return check ? check(view, checker) : stamp(view, checker, asked);
        });
  }

  private TrustAnchors anchors() throws IOException {
    Disk disk = new SystemDisk();
    return trust == null
        ? TrustAnchors.ofRuntime()
        : TrustAnchors.parse(disk.readAll(trust, TrustAnchors.LARGEST_BYTES));
  }

  private int stamp(ArchiveView view, TimestampChecker checker, List<Authority> asked)
      throws IOException {
    int status = ExitStatus.GOOD;
    StampFolder folder = new StampFolder(view);
    byte[] stamped = StampFolder.stamped(view.checkpoint());
    for (Authority authority : asked) {
      TimestampRequest request = TimestampRequest.over(stamped, new SecureRandom());
      byte[] reply;
      try {
        reply = authority.ask(request);
      } catch (IOException e) {
        status = archive.complain(e.getMessage(), "ask again, or another one", ExitStatus.FINDINGS);
        continue;
      }
      switch (checker.check(reply, stamped, request.nonce())) {
        case Verdict.Accepted accepted -> {
          archive.out().println(folder.store(reply, accepted).file());
          archive
              .err()
              .println(
                  "Stamped %d events at %s by %s."
                      .formatted(view.size(), accepted.time(), Shown.safely(accepted.authority())));
        }
        case Verdict.Rejected rejected ->
            status =
                archive.complain(
                    authority.address() + ": " + words(rejected),
                    "nothing was stored; docs/spec/timestamps.md explains the code",
                    ExitStatus.FINDINGS);
      }
    }
    return status;
  }

  private static String words(Verdict.Rejected rejected) {
    return rejected.code() + ": " + Shown.safely(rejected.words());
  }

  private int check(ArchiveView view, TimestampChecker checker) throws IOException {
    int status = ExitStatus.GOOD;
    StampFolder folder = new StampFolder(view);
    List<Stamp> stamps = folder.all();
    for (Stamp stamp : stamps) {
      String name = StampFolder.NAME + "/" + stamp.file().getFileName();
      String said;
      try {
        byte[] stamped = StampFolder.stamped(folder.stateOf(stamp));
        said =
            switch (checker.check(folder.reply(stamp), stamped, null)) {
              case Verdict.Accepted accepted ->
                  "good: %s: %d events existed at %s, says %s"
                      .formatted(
                          name, stamp.size(), accepted.time(), Shown.safely(accepted.authority()));
              case Verdict.Rejected rejected -> "finding: " + words(rejected) + " (" + name + ")";
            };
      } catch (ArchiveException e) {
        said = "finding: TIMESTAMP_UNEXPECTED " + name + ": " + e.getMessage();
      }
      status = said.startsWith("finding") ? ExitStatus.FINDINGS : status;
      archive.out().println(said);
    }
    if (stamps.isEmpty()) {
      archive.err().println("There are no time stamps in this archive.");
    }
    return status;
  }
}
