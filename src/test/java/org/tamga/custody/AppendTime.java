package org.tamga.custody;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.tamga.custody.CustodyEvent.Linked;
import org.tamga.keyring.Keyring;
import org.tamga.tlog.InclusionProof;
import org.tamga.tlog.TileTree;
import org.tamga.vault.Digest;
import org.tamga.vault.SystemDisk;

/**
 * Measures appending events that a machine makes, in batches, against writing the same bytes with
 * one fsync a batch; then inclusion proofs in the log that came of it.
 *
 * <p>Arguments: an empty folder, how many events, how many in a batch.
 */
public final class AppendTime {
  private static final int PROOFS = 1000;

  private AppendTime() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int events = Integer.parseInt(arguments[1]);
    int batch = Integer.parseInt(arguments[2]);
    SystemDisk disk = new SystemDisk();
    SecureRandom random = new SecureRandom();
    Keyring keys = Keyring.create(disk, folder.resolve("keys"), "tamga/bench", random);
    Archive.Surroundings surroundings =
        new Archive.Surroundings(keys.logSigner(), Clock.systemUTC(), random, "tamga bench");
    Path home = folder.resolve("archive");
    double seconds;
    try (Archive archive =
        Archive.create(disk, home, "tamga/bench", keys.keeper().key(), surroundings)) {
      long start = System.nanoTime();
      for (int made = 0; made < events; made += batch) {
        archive.log(drafts(made, Math.min(batch, events - made), surroundings.now()));
      }
      seconds = (System.nanoTime() - start) / 1e9;
    }
    long bytes = size(home);
    double plain = write(folder.resolve("plain"), bytes, (events + batch - 1) / batch);
    System.out.printf(
        Locale.ROOT,
        "%d events in batches of %d: %.1f s, %.0f events/s; its %d MiB with one fsync a batch:"
            + " %.1f s; %.1f times as long; peak heap %d MiB%n",
        events,
        batch,
        seconds,
        events / seconds,
        bytes >> 20,
        plain,
        seconds / plain,
        Runtime.getRuntime().totalMemory() >> 20);
    prove(ArchiveView.open(disk, home));
  }

  private static List<Archive.Draft> drafts(int first, int count, String now) {
    List<Archive.Draft> drafts = new ArrayList<>(count);
    for (int i = first; i < first + count; i++) {
      Digest one = Digest.of(("page " + i).getBytes(StandardCharsets.UTF_8));
      Digest other = Digest.of(("page " + (i + 1)).getBytes(StandardCharsets.UTF_8));
      Linked linked = new Linked(one, CustodyEvent.Relation.VERSION_OF, other, now);
      drafts.add(new Archive.Draft(linked, null, null));
    }
    return drafts;
  }

  private static long size(Path home) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private static double write(Path file, long bytes, int batches) throws IOException {
    byte[] some = new byte[(int) (bytes / batches)];
    new Random(1).nextBytes(some);
    long start = System.nanoTime();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int i = 0; i < batches; i++) {
        channel.write(java.nio.ByteBuffer.wrap(some));
        channel.force(true);
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void prove(ArchiveView view) throws IOException {
    Random random = new Random(2);
    for (int round = 1; round <= 2; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < PROOFS; i++) {
        long index = random.nextLong(view.size());
        TileTree tree = new TileTree(view.size(), view.tiles());
        InclusionProof proof = new InclusionProof(index, tree.inclusionProof(index), view.note());
        if (proof.bytes().length == 0) {
          throw new IllegalStateException("an empty proof");
        }
      }
      System.out.printf(
          Locale.ROOT,
          "one inclusion proof among %d events: %.3f ms (mean of %d at random places, from the"
              + " files)%n",
          view.size(),
          (System.nanoTime() - start) / 1e6 / PROOFS,
          PROOFS);
    }
  }
}
