package org.tamga.cli.witness;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tamga.cli.ArchiveOption;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.Shown;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.keyring.WitnessKeys;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.SignatureType;
import org.tamga.tlog.VerifierKey;
import org.tamga.tlog.Witness;
import org.tamga.vault.Disk;
import org.tamga.vault.SystemDisk;
import org.tamga.witness.WitnessServer;
import org.tamga.witness.WitnessState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves as a witness for other people's archives until it is stopped. */
@Command(
    name = "witness",
    mixinStandardHelpOptions = true,
    description = "Cosigns other archives' logs as long as they only grow, until Ctrl-C.")
public final class WitnessCommand implements Callable<Integer> {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int HIGHEST_PORT = 65535;

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--listen",
      required = true,
      paramLabel = "[HOST:]PORT",
      description =
          "Where to listen; without a host on this machine alone; port 0 for any free one")
  private String listen = "";

  @Option(
      names = "--state",
      required = true,
      paramLabel = "DIR",
      description = "Folder of this witness's keys and of what it must not forget")
  private Path folder = Path.of("");

  @Option(
      names = "--log",
      paramLabel = "VKEY",
      description = "Public key of a log to watch; others are in DIR/logs/*.vkey")
  private List<String> logs = new ArrayList<>();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Watch the logs of this policy (C2SP tlog-policy)")
  private @Nullable Path policy;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the witness, at its first start only. Default: a random one")
  private @Nullable String name;

  @Override
  public Integer call() {
    return talk().attempt(this::serve);
  }

  private ArchiveOption talk() {
    return ArchiveOption.withoutArchive(Objects.requireNonNull(command));
  }

  private int serve() throws IOException {
    InetSocketAddress address = address();
    Disk disk = new SystemDisk();
    try (WitnessState state = WitnessState.open(disk, folder, line -> tell("finding: ", line))) {
      WitnessKeys keys = keys(disk, state);
      state.publish(keys.keys());
      List<VerifierKey> watched = watched(state);
      Witness witness = witness(watched, keys, state);
      Consumer<String> faults = line -> tell("warning: ", line);
      try (WitnessServer server = WitnessServer.start(witness, address, faults)) {
        greet(keys, witness, server, address);
        untilStopped(server);
      } catch (BindException taken) {
        throw new ArchiveException(
            Reason.NOT_POSSIBLE,
            "cannot listen on " + listen + ": " + taken.getMessage(),
            "another program may have that port, or it is no address of this machine");
      }
    }
    return ExitStatus.GOOD;
  }

  private void tell(String mark, String line) {
    PrintWriter err = talk().err();
    synchronized (err) {
      err.println(mark + Shown.safely(line));
      err.flush();
    }
  }

  private void greet(
      WitnessKeys keys, Witness witness, WitnessServer server, InetSocketAddress address) {
    if (!address.getAddress().isLoopbackAddress()) {
      tell("warning: ", "other machines can reach this witness, unencrypted.");
    }
    if (witness.origins().isEmpty()) {
      tell("warning: ", "it watches no log yet: put keys into " + folder.resolve("logs"));
    }
    witness.origins().forEach(origin -> tell("", "Watching " + origin + "."));
    keys.keys().forEach(key -> talk().out().println("key " + key));
    talk().out().println(server.address());
    talk().out().flush();
    tell("", "Ctrl-C ends it.");
  }

  private WitnessKeys keys(Disk disk, WitnessState state) throws IOException {
    if (WitnessKeys.areIn(disk, state.keys())) {
      WitnessKeys keys = WitnessKeys.open(disk, state.keys());
      if (name != null && !keys.keys().getFirst().name().equals(name)) {
        throw new ArchiveException(
            Reason.KEY,
            "this witness has the name " + keys.keys().getFirst().name() + " already",
            "leave --name out, or choose another --state");
      }
      return keys;
    }
    String named = name == null ? randomName() : name;
    if (!VerifierKey.isKeyName(named)) {
      throw new ArchiveException(
          Reason.NOT_POSSIBLE,
          "'" + named + "' cannot be a witness's name",
          "use a name without spaces and plus signs, such as example.org/our-witness");
    }
    return WitnessKeys.create(disk, state.keys(), named, new SecureRandom());
  }

  private static String randomName() {
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    return "witness/" + HexFormat.of().formatHex(random);
  }

  private List<VerifierKey> watched(WitnessState state) throws IOException {
    List<VerifierKey> keys = new ArrayList<>(state.logKeys());
    try {
      logs.forEach(log -> keys.add(VerifierKey.parse(log)));
    } catch (MalformedLogException e) {
      throw new ArchiveException(
          Reason.KEY, "--log: " + e.getMessage(), "give the line of a file keys/log-….vkey");
    }
    if (policy != null) {
      keys.addAll(PolicyFile.read(policy).logs());
    }
    for (VerifierKey key : keys) {
      if (key.type() == SignatureType.ED25519_COSIGNATURE) {
        throw new ArchiveException(
            Reason.KEY, key.name() + " is a witness's key", "give the key of a log");
      }
    }
    return keys;
  }

  private static Witness witness(List<VerifierKey> watched, WitnessKeys keys, WitnessState state) {
    try {
      return new Witness(watched, keys, state, Clock.systemUTC());
    } catch (MalformedLogException e) {
      throw new ArchiveException(
          Reason.KEY, String.valueOf(e.getMessage()), "such a log cannot be cosigned");
    }
  }

  private InetSocketAddress address() {
    int colon = listen.lastIndexOf(':');
    String host = colon < 0 ? LOOPBACK : listen.substring(0, colon);
    String port = listen.substring(colon + 1);
    if (port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= HIGHEST_PORT) {
      try {
        return new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(port));
      } catch (UnknownHostException unknown) {
        // Said below in the same words as for a port that is none.
      }
    }
    throw new ArchiveException(
        Reason.NOT_POSSIBLE,
        "'" + listen + "' is no address of this machine",
        "give a port, such as 8421, for this machine alone");
  }

  /** Being told to stop lets the requests under way finish; what was answered is on the disk. */
  private static void untilStopped(WitnessServer server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }
}
