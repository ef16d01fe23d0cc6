package org.tamga.witness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.tamga.tlog.TestWitness;
import org.tamga.tlog.VerifierKey;
import org.tamga.tlog.Witness;
import org.tamga.vault.SystemDisk;

/** A witness on a free port of this machine, with its state in a folder; can be stopped. */
public final class ServedWitness implements AutoCloseable {
  private final TestWitness keys;
  private final WitnessState state;
  private final WitnessServer server;
  private final List<String> said;

  private ServedWitness(
      TestWitness keys, WitnessState state, WitnessServer server, List<String> said) {
    this.keys = keys;
    this.state = state;
    this.server = server;
    this.said = said;
  }

  /** Starts a witness of this name with new keys. */
  public static ServedWitness start(String name, Path folder, VerifierKey... logs)
      throws IOException {
    return start(new TestWitness(name), folder, logs);
  }

  static ServedWitness start(TestWitness keys, Path folder, VerifierKey... logs)
      throws IOException {
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    WitnessState state = WitnessState.open(new SystemDisk(), folder, said::add);
    Witness witness = new Witness(Arrays.asList(logs), keys, state, Clock.systemUTC());
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new ServedWitness(keys, state, WitnessServer.start(witness, any, said::add), said);
  }

  /** Its keys. */
  public TestWitness keys() {
    return keys;
  }

  /** Where it takes submissions. */
  public String address() {
    return server.address();
  }

  /** What the witness's keeper was told. */
  List<String> said() {
    return List.copyOf(said);
  }

  @Override
  public void close() throws IOException {
    server.close();
    state.close();
  }
}
