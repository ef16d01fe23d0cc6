package org.tamga.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tamga.custody.Archive;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.MalformedLogException;
import org.tamga.tlog.Policy;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.tlog.TileTree;
import org.tamga.tlog.VerifierKey;
import org.tamga.tlog.Witness;
import org.tamga.tlog.WitnessRequest;
import org.tamga.vault.Disk;
import org.tamga.witness.WitnessClient.Answer;
import org.tamga.witness.WitnessClient.NoAnswerException;

/**
 * Asks the witnesses of a policy to cosign the present state of an archive's log.
 *
 * <p>docs/spec/witness.md, "Having an archive cosigned". Believes no answer that it has not
 * checked.
 */
public final class Cosigning {
  /** So much of what a witness writes is shown. */
  private static final int MOST_WORDS = 200;

  private static final String SIZE = "0|[1-9][0-9]{0,17}";

  private static final int LARGEST_KEY_BYTES = 1 << 13;

  private final ArchiveView view;
  private final SignedNote note;
  private final WitnessClient client;

  private Cosigning(ArchiveView view, List<VerifierKey> logKeys, WitnessClient client) {
    this.view = view;
    List<NoteSignature> own =
        view.note().signatures().stream()
            .filter(line -> logKeys.stream().anyMatch(line::names))
            .toList();
    this.note = new SignedNote(view.note().text(), own);
    this.client = client;
  }

  /** Opens the archive for writing. */
  @FunctionalInterface
  public interface Opening {
    /** Opens it; whoever called closes it. */
    Archive open() throws IOException;
  }

  /**
   * Asks all witnesses of a policy that have a URL, at the same time, and puts their cosignatures
   * beneath the checkpoint. The archive is not kept open for writing while they are asked.
   *
   * @param logKeys the log's keys: only their signatures are submitted
   * @return one outcome for each witness, in the policy's order
   */
  public static List<Outcome> cosign(
      Opening opening, List<VerifierKey> logKeys, Policy policy, WitnessClient client)
      throws IOException {
    ArchiveView asked;
    try (Archive archive = opening.open()) {
      addKeys(archive, policy);
      asked = archive.view();
    }
    List<Outcome> outcomes = new Cosigning(asked, logKeys, client).ask(policy.witnesses());
    List<NoteSignature> good = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Cosigned cosigned) {
        good.add(cosigned.signature());
      }
    }
    if (!good.isEmpty()) {
      try (Archive archive = opening.open()) {
        refuseOthers(archive.view(), asked);
        archive.attach(good);
      }
    }
    return outcomes;
  }

  private static void refuseOthers(ArchiveView now, ArchiveView asked) {
    if (!now.checkpoint().equals(asked.checkpoint())) {
      throw new ArchiveException(
          Reason.BUSY,
          "while the witnesses were asked, another program brought the log from "
              + asked.size()
              + " to "
              + now.size()
              + " events: they cosigned a state that is past",
          "run the same command again; nothing was lost");
    }
  }

  /** The witnesses of a policy whose cosignatures of the present checkpoint hold. */
  public static Set<String> signers(ArchiveView view, Policy policy) {
    Set<String> signers = new LinkedHashSet<>();
    policy
        .witnesses()
        .forEach(
            (name, witness) -> {
              if (view.note().signatures().stream()
                  .anyMatch(line -> view.checkpoint().isSignedBy(witness.key(), line))) {
                signers.add(name);
              }
            });
    return signers;
  }

  /** Inside an archive every signature is by a key that the log names: the keys come first. */
  private static void addKeys(Archive archive, Policy policy) throws IOException {
    Map<Path, KeyAdded> missing = new LinkedHashMap<>();
    Disk disk = archive.view().disk();
    String now = archive.surroundings().now();
    for (Policy.Witness witness : policy.witnesses().values()) {
      if (witness.url().isEmpty()) {
        continue;
      }
      KeyAdded added = new KeyAdded(witness.key(), KeyRole.WITNESS, now);
      Path file = archive.layout().key(added);
      boolean there = disk.exists(file);
      byte[] line = (added.key() + "\n").getBytes(StandardCharsets.UTF_8);
      if (missing.containsKey(file)
          || (there && !Arrays.equals(disk.readAll(file, LARGEST_KEY_BYTES), line))) {
        throw new ArchiveException(
            Reason.KEY,
            "another key has the id of the key of " + witness.key().name() + ": " + file,
            "verify the archive; if it holds, that witness needs another key");
      }
      if (!there) {
        missing.put(file, added);
      }
    }
    archive.log(
        missing.values().stream().map(added -> new Archive.Draft(added, null, null)).toList());
  }

  private List<Outcome> ask(Map<String, Policy.Witness> witnesses) throws IOException {
    Map<String, Map<String, VerifierKey>> byUrl = new LinkedHashMap<>();
    witnesses.forEach(
        (name, witness) -> {
          if (!witness.url().isEmpty()) {
            byUrl
                .computeIfAbsent(witness.url(), none -> new LinkedHashMap<>())
                .put(name, witness.key());
          }
        });
    List<Outcome> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Outcome>>> coming = new ArrayList<>();
      byUrl.forEach((url, keys) -> coming.add(threads.submit(() -> askOne(url, keys))));
      for (Future<List<Outcome>> one : coming) {
        outcomes.addAll(one.get());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException("asking a witness failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for witnesses", e);
    }
    List<String> order = List.copyOf(witnesses.keySet());
    outcomes.sort(Comparator.comparing(outcome -> order.indexOf(outcome.witness())));
    return outcomes;
  }

  private List<Outcome> askOne(String url, Map<String, VerifierKey> keys)
      throws IOException, InterruptedException {
    try {
      Answer answer = client.submit(url, request(0));
      if (answer.status() == 409) {
        long size = sizeIn(answer);
        if (size > view.size()) {
          return failed(keys, Trouble.WITNESS_AHEAD, ahead(size));
        }
        answer = client.submit(url, request(size));
      }
      return switch (answer.status()) {
        case 200 -> judge(answer, keys);
        case 422 -> failed(keys, Trouble.WITNESS_FORKED, forked(url, answer));
        case 404 ->
            failed(keys, Trouble.WITNESS_REFUSED, "it does not watch the log " + view.origin());
        default -> failed(keys, Trouble.WITNESS_REFUSED, answer.status() + " " + words(answer));
      };
    } catch (NoAnswerException e) {
      return failed(keys, e.trouble(), String.valueOf(e.getMessage()));
    }
  }

  private WitnessRequest request(long oldSize) throws IOException {
    TileTree tree = new TileTree(view.size(), view.tiles());
    return new WitnessRequest(oldSize, tree.consistencyProof(oldSize), note);
  }

  private static long sizeIn(Answer answer) throws NoAnswerException {
    String line = answer.body();
    String digits = line.endsWith("\n") ? line.substring(0, line.length() - 1) : "";
    if (!digits.matches(SIZE)) {
      throw new NoAnswerException(Trouble.WITNESS_INVALID, "it names no size: " + words(answer));
    }
    return Long.parseLong(digits);
  }

  private String ahead(long size) {
    return "it says that it cosigned "
        + size
        + " events of this log, which has "
        + view.size()
        + " here: later events were cut off, or this is an older copy";
  }

  private String forked(String url, Answer answer) {
    return "it says that this log does not continue the one it cosigned: two histories. ("
        + words(answer)
        + ") It keeps both as evidence; its own is at "
        + url.replaceAll("/+$", "")
        + "/"
        + Witness.originHash(view.origin())
        + "/checkpoint";
  }

  /** Takes from an answer what holds; what is by other keys is passed over, as specified. */
  private List<Outcome> judge(Answer answer, Map<String, VerifierKey> keys) {
    SignedNote cosigned;
    try {
      String all = note.text() + "\n" + answer.body();
      cosigned = SignedNote.parse(all.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedLogException e) {
      return failed(
          keys, Trouble.WITNESS_INVALID, "its answer is no cosignature: " + words(answer));
    }
    if (!cosigned.text().equals(note.text())) {
      return failed(keys, Trouble.WITNESS_INVALID, "its answer is no list of cosignatures");
    }
    List<Outcome> outcomes = new ArrayList<>();
    keys.forEach((name, key) -> outcomes.add(judge(name, key, cosigned)));
    return outcomes;
  }

  private static Outcome judge(String name, VerifierKey key, SignedNote cosigned) {
    Checkpoint checkpoint = Checkpoint.parse(cosigned.text());
    List<NoteSignature> lines =
        cosigned.signatures().stream().filter(line -> line.names(key)).toList();
    if (lines.isEmpty()) {
      String words = "it gave no cosignature by the key in the policy, " + key.keyId();
      return new Outcome.Failed(name, Trouble.WITNESS_INVALID, words);
    }
    NoteSignature line = lines.getFirst();
    if (!checkpoint.isSignedBy(key, line)) {
      String words = "the cosignature that it gave does not hold";
      return new Outcome.Failed(name, Trouble.WITNESS_INVALID, words);
    }
    try {
      Instant time = Instant.ofEpochSecond(ByteBuffer.wrap(line.bytes()).getLong());
      if (time.getEpochSecond() > 0) {
        return new Outcome.Cosigned(name, line, time);
      }
    } catch (DateTimeException beyondTime) {
      // A time that no calendar has is as good as none.
    }
    return new Outcome.Failed(
        name, Trouble.WITNESS_INVALID, "the cosignature that it gave states no time");
  }

  private static List<Outcome> failed(
      Map<String, VerifierKey> keys, Trouble trouble, String words) {
    List<Outcome> outcomes = new ArrayList<>();
    keys.keySet().forEach(name -> outcomes.add(new Outcome.Failed(name, trouble, words)));
    return outcomes;
  }

  private static String words(Answer answer) {
    String line = answer.body().strip();
    return line.length() <= MOST_WORDS ? line : line.substring(0, MOST_WORDS) + "…";
  }
}
