package org.tamga.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tamga.crash.FaultDisk.Fault;
import org.tamga.crash.MemoryDisk.Loss;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.TestLog;
import org.tamga.tlog.TestWitness;
import org.tamga.tlog.Verdict;
import org.tamga.tlog.Witness;
import org.tamga.tlog.WitnessRequest;
import org.tamga.vault.Disk;
import org.tamga.witness.WitnessState;

/**
 * Stops a witness at every single operation of its disk, in every way: it never forgets a state for
 * which a cosignature left it, be it in an answer or in a reading.
 */
class WitnessFaultTest {
  private static final Path HOME = Path.of("/tamga-in-memory/state");
  private static final long SEED = Long.getLong("tamga.seed", System.nanoTime());
  private static final Random RANDOM = new Random(SEED);
  private static final TestLog LOG = TestLog.of(40);
  private static final TestLog FORK = LOG.forkAfter(3, "no boat");
  private static final TestWitness KEYS = new TestWitness("witness.example/north");

  /** The largest state for which a cosignature left the witness. */
  private static final class Given {
    int size;
  }

  private static Witness witness(Disk disk) throws IOException {
    WitnessState state = WitnessState.open(disk, HOME, line -> {});
    Witness witness = KEYS.watching(state, LOG.key());
    witness.recallAll();
    return witness;
  }

  private static void submit(Witness witness, WitnessRequest request, Given given)
      throws IOException {
    if (witness.submit(request.bytes()) instanceof Verdict.Cosigned) {
      given.size = (int) request.checkpoint().size();
    }
  }

  private static int held(Witness witness) throws IOException {
    return witness
        .latest(Witness.originHash(TestLog.ORIGIN))
        .map(note -> Checkpoint.parse(note.text()))
        .map(
            checkpoint -> {
              assertEquals(LOG.checkpoint((int) checkpoint.size()), checkpoint);
              return (int) checkpoint.size();
            })
        .orElse(0);
  }

  private static void work(Disk disk, Given given) throws IOException {
    Witness witness = witness(disk);
    int start = held(witness);
    submit(witness, LOG.request(start, start + 5), given);
    submit(witness, LOG.request(start + 5, start + 9), given);
    submit(witness, FORK.request(start + 9, start + 9), given);
    submit(witness, LOG.request(start + 9, start + 12), given);
  }

  @Test
  void noStopMakesAWitnessForget() throws Exception {
    Set<String> triples = new TreeSet<>();
    MemoryDisk empty = new MemoryDisk();
    MemoryDisk used = empty.copy();
    work(used, new Given());
    used.restart(Loss.UNFORCED, RANDOM);
    for (MemoryDisk state : new MemoryDisk[] {empty, used}) {
      FaultDisk counting = new FaultDisk(state.copy(), Long.MAX_VALUE, Fault.BEFORE);
      work(counting, new Given());
      for (long at = 0; at < counting.operations(); at++) {
        for (Fault fault : Fault.values()) {
          for (Loss loss : Loss.values()) {
            String where = stop(state.copy(), at, fault, loss);
            triples.add(where + fault + loss + (state == used) + at);
          }
        }
      }
    }
    System.out.println(
        "WitnessFaultTest: "
            + triples.size()
            + " distinct (operation, fault, state) triples, 0 cosigned states forgotten");
  }

  private static String stop(MemoryDisk memory, long at, Fault fault, Loss loss)
      throws IOException {
    FaultDisk faulty = new FaultDisk(memory, at, fault);
    Given given = new Given();
    try {
      work(faulty, given);
    } catch (FaultDisk.Dead dead) {
      // Expected: the program is dead, and only the disk is left.
    }
    assertNotEquals("", faulty.where(), "operation " + at + " was not reached");
    String when =
        "seed " + SEED + ", " + faulty.where() + ", " + fault + ", " + loss.words + ", at " + at;
    memory.restart(loss, RANDOM);
    int handedOut = held(witness(memory));
    assertTrue(handedOut >= given.size, when + ": forgot " + given.size);
    // A reading gave that state's cosignatures away; now the power is lost.
    memory.restart(Loss.UNFORCED, RANDOM);
    Witness again = witness(memory);
    assertEquals(handedOut, held(again), when + ", then read, then power lost");
    if (handedOut > 3) {
      assertEquals(422, again.submit(FORK.request(handedOut, handedOut).bytes()).status(), when);
      assertEquals(409, again.submit(FORK.request(0, handedOut).bytes()).status(), when);
    }
    assertEquals(200, again.submit(LOG.request(handedOut, 40).bytes()).status(), when);
    return faulty.where();
  }
}
