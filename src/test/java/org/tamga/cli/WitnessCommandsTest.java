package org.tamga.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.custody.TestArchive;
import org.tamga.tlog.TestWitness;
import picocli.CommandLine;

/** What {@code witness} and {@code cosign} say to a person who asks for what cannot be. */
class WitnessCommandsTest {
  private record Said(int status, String out, String err) {}

  private static Said run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(new TamgaCommands());
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int status = line.execute(arguments);
    line.getOut().flush();
    line.getErr().flush();
    return new Said(status, out.toString(), err.toString());
  }

  @CommandLine.Command(
      name = "tamga",
      subcommands = {
        org.tamga.cli.witness.WitnessCommand.class,
        org.tamga.cli.witness.CosignCommand.class
      })
  private static final class TamgaCommands {}

  @Test
  void aWitnessThatCannotServeSaysWhy(@TempDir Path folder) throws Exception {
    String state = folder.resolve("state").toString();
    Said badPort = run("witness", "--listen", "127.0.0.1:70000", "--state", state);
    assertEquals(1, badPort.status());
    assertTrue(badPort.err().contains("is no address of this machine"), badPort.err());
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Said busy = run("witness", "--listen", "" + taken.getLocalPort(), "--state", state);
      assertEquals(1, busy.status());
      assertTrue(busy.err().contains("cannot listen on " + taken.getLocalPort()), busy.err());
    }
    Said renamed = run("witness", "--listen", "0", "--state", state, "--name", "example.org/other");
    assertTrue(renamed.err().contains("already"), renamed.err());
    String witnessKey = Files.readString(folder.resolve("state/ed25519.vkey")).strip();
    Said noLog = run("witness", "--listen", "0", "--state", state, "--log", witnessKey);
    assertTrue(noLog.err().contains("is a witness's key"), noLog.err());
    Files.createDirectories(folder.resolve("state/logs"));
    Files.writeString(folder.resolve("state/logs/harbour.vkey"), "not a key\n");
    Said badKey = run("witness", "--listen", "0", "--state", state);
    assertTrue(badKey.err().contains("harbour.vkey is no public key"), badKey.err());
  }

  @Test
  void cosignNeedsWitnessesThatCanBeAskedAndShowsNothingThatSteersATerminal(@TempDir Path folder)
      throws Exception {
    TestArchive.create(folder).close();
    TestWitness witness = new TestWitness("witness.example/north");
    Path policy = folder.resolve("policy");
    String[] cosign = {
      "cosign",
      "--archive",
      folder.resolve("archive").toString(),
      "--keys",
      folder.resolve("all").toString(),
      "--policy",
      policy.toString()
    };
    Files.createDirectories(folder.resolve("all"));
    Files.move(folder.resolve("keys"), folder.resolve("all/tamga_test"));
    String line = "witness north " + witness.keys().getFirst();
    Files.writeString(policy, line + "\nquorum north\n");
    assertTrue(run(cosign).err().contains("names no witness with an address"));
    Files.writeString(policy, "quorum\n");
    assertTrue(run(cosign).err().contains("cannot be read"));
    Files.writeString(policy, line + " http://127.0.0.1:1/\u202Egnp\nquorum north\n");
    Said said = run(cosign);
    assertEquals(1, said.status());
    assertTrue(said.out().startsWith("finding: WITNESS_UNREACHABLE north: "), said.out());
    assertFalse(said.out().contains("\u202E"), said.out());
    assertTrue(said.out().contains("cosigned by 0 of 1 witnesses: too few"), said.out());
  }
}
