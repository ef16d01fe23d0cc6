package org.tamga.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.tamga.cli.reading.WallOption;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.record.ArchiveRecord;
import org.tamga.record.ProjectionListener;
import org.tamga.record.echo.ArchiveEchoes;
import org.tamga.vault.SystemDisk;
import org.tamga.web.PageServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows an archive in a browser until it is interrupted. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Shows the archive in a browser on this machine, until Ctrl-C.")
final class ServeCommand implements Callable<Integer> {
  private static final String DEFAULT_PORT = "8420";
  private static final int HIGHEST_PORT = 65535;

  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private WallOption wall = new WallOption();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = DEFAULT_PORT,
      description = "Port of the pages; 0 for any that is free. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      defaultValue = PageServer.LOOPBACK,
      description = "Address to listen on. Default: ${DEFAULT-VALUE}, which is this machine alone")
  private String listen = PageServer.LOOPBACK;

  @Override
  public Integer call() {
    return archive.attempt(this::serve);
  }

  private int serve() throws IOException {
    if (port < 0 || port > HIGHEST_PORT) {
      return archive.complain(
          "there is no port " + port,
          "give one from 1 to " + HIGHEST_PORT + ", or 0 for any that is free",
          ExitStatus.WRONG_USAGE);
    }
    SystemDisk disk = new SystemDisk();
    ArchiveView view = ArchiveView.open(disk, archive.folder());
    catchUp(view);
    try (PageServer pages = PageServer.start(disk, archive.folder(), address(), port)) {
      if (pages.isShared()) {
        archive
            .err()
            .println(
                "warning: other machines can reach these pages, without a password and unencrypted."
                    + " They see only what the documents' handling allows to share.");
      }
      archive.out().println(pages.address());
      archive.out().flush();
      archive.err().println("Ctrl-C ends it.");
      archive.err().flush();
      untilInterrupted();
    }
    return ExitStatus.GOOD;
  }

  /** A record that cannot be brought up to date is shown as it is; the pages say so. */
  private void catchUp(ArchiveView view) throws IOException {
    try (Pipeline pipeline = new Pipeline(wall.walled(archive.err()))) {
      pipeline.catchUp(view, ProjectionListener.SILENT);
      try (ArchiveRecord record = ArchiveRecord.open(view)) {
        Pipeline.index(view, record, index -> {});
        ArchiveEchoes.upToDate(view, record);
      }
    } catch (ArchiveException busyOrDamaged) {
      archive.err().println("warning: " + busyOrDamaged.getMessage());
      archive.err().println("hint: " + busyOrDamaged.hint());
    } catch (IOException unwritable) {
      archive.err().println("warning: the record could not be brought up to date: " + unwritable);
    }
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(listen);
    } catch (UnknownHostException unknown) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "'" + listen + "' is no address of this machine",
          "leave --listen out to show the pages on this machine alone");
    }
  }

  private static void untilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }
}
