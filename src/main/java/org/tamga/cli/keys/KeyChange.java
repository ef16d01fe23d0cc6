package org.tamga.cli.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.cli.ArchiveOption;
import org.tamga.cli.ExitStatus;
import org.tamga.cli.WriterOption;
import org.tamga.custody.Archive;
import org.tamga.custody.Archive.Draft;
import org.tamga.custody.ArchiveException;
import org.tamga.custody.ArchiveException.Reason;
import org.tamga.custody.ArchiveView;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyClosed;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.custody.KeysInUse;
import org.tamga.custody.KeysInUse.Known;
import org.tamga.custody.PersonSigner;
import org.tamga.keyring.Keyring;
import org.tamga.tlog.VerifierKey;
import picocli.CommandLine.Mixin;

/** What all commands that change the keys of an archive have in common. */
abstract class KeyChange implements Callable<Integer> {
  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private WriterOption writer = new WriterOption();

  private final SecureRandom random = new SecureRandom();

  /** An archive's keys, public and private, at the moment of a change. */
  record Keys(ArchiveView view, KeysInUse inUse, Keyring ring) {
    Set<VerifierKey> logged() {
      Set<VerifierKey> logged = new LinkedHashSet<>();
      inUse.all().forEach(known -> logged.add(known.key()));
      return logged;
    }

    Set<VerifierKey> log() {
      return inUse.with(KeyRole.LOG);
    }

    Set<VerifierKey> persons() {
      return inUse.with(KeyRole.PERSON);
    }

    /** The state of the log at this moment, with all its signatures. */
    String checkpoint() {
      return new String(view.note().bytes(), StandardCharsets.UTF_8);
    }

    Known named(String id) {
      List<Known> found = inUse.all().stream().filter(one -> one.key().keyId().equals(id)).toList();
      if (found.size() != 1) {
        throw refused("the log names no key " + id, "tamga keys list shows all keys");
      }
      return found.getFirst();
    }
  }

  /** What shall be logged, and what to tell the person when it is. */
  record Change(List<Draft> drafts, String said) {
    Change {
      drafts = List.copyOf(drafts);
    }
  }

  /** Finds out what to log; new private keys are stored by then. */
  abstract Change change(Keys keys, String now) throws IOException;

  /** The private keys to begin with. */
  Keyring ring(String origin) throws IOException {
    return writer.keyringOf(origin);
  }

  /** Where the private keys are. */
  WriterOption writer() {
    return writer;
  }

  @Override
  public Integer call() {
    return archive.attempt(
        () -> {
          Keyring ring = ring(ArchiveView.open(writer.disk(), archive.folder()).origin());
          Change change;
          try (Archive open = writer.open(archive.folder(), ring)) {
            ArchiveView view = open.view();
            Keys keys = new Keys(view, KeysInUse.of(view), ring);
            change = change(keys, open.surroundings().now());
          }
          // Opened again, for the private keys that there are by now.
          try (Archive open = writer.open(archive.folder(), ring)) {
            open.log(change.drafts());
          }
          archive.err().println(change.said());
          return ExitStatus.GOOD;
        });
  }

  static ArchiveException refused(String what, String hint) {
    return new ArchiveException(Reason.KEY, what, hint);
  }

  /** The private key that takes the place of another; made where there is none yet. */
  VerifierKey successor(Keys keys, VerifierKey old) throws IOException {
    return keys.ring().successor(old, keys.logged(), random);
  }

  /** Signs for the keeper, with any key in use but this one. */
  PersonSigner keeperOtherThan(Keys keys, @Nullable VerifierKey unwanted, String hint) {
    Set<VerifierKey> usable = keys.persons();
    usable.removeIf(key -> key.equals(unwanted));
    return keys.ring()
        .keeper(usable)
        .orElseThrow(() -> refused("no key is here that could sign this for a person", hint));
  }

  static Draft added(VerifierKey key, KeyRole role, String now) {
    return new Draft(new KeyAdded(key, role, now), null, null);
  }

  /** A new key of the log for each of these, which are closed without having signed it in. */
  List<Draft> replaced(
      Keys keys, List<VerifierKey> lost, PersonSigner signer, String now, String reason)
      throws IOException {
    List<Draft> drafts = new ArrayList<>();
    List<Draft> closings = new ArrayList<>();
    for (VerifierKey old : lost) {
      VerifierKey fresh = successor(keys, old);
      drafts.add(added(fresh, KeyRole.LOG, now));
      closings.add(new Draft(new KeyClosed(old, fresh, null, now, reason), null, signer));
    }
    drafts.addAll(closings);
    return drafts;
  }
}
