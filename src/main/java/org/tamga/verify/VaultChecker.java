package org.tamga.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.tamga.vault.Digest;
import org.tamga.vault.FolderVault;

/**
 * Hashes every document in the vault again and compares the vault with what events brought in.
 *
 * <p>docs/spec/archive.md, "vault".
 */
final class VaultChecker {
  private static final String FOLDER = "vault/";

  /** More gain little: two keep a fast disk busy. */
  private static final int THREADS = 2;

  private static final int BUFFER_BYTES = 1 << 18;

  private final EvidenceFolder folder;
  private final Findings findings;
  private final Acquisitions acquisitions;
  private final Set<Digest> unsettled;
  private final BitSet kept = new BitSet();
  private final BitSet open = new BitSet();
  private final BitSet here = new BitSet();
  private final long[] sizes;
  private final long sealed;

  /**
   * @param unsettled documents that an unfinished batch may or may not have put in place, or taken
   *     away
   */
  VaultChecker(
      EvidenceFolder folder, Findings findings, EventChecker events, Set<Digest> unsettled) {
    this.folder = folder;
    this.findings = findings;
    this.acquisitions = events.acquisitions();
    this.unsettled = unsettled;
    this.sealed = events.sealed();
    this.sizes = new long[acquisitions.documents()];
    for (int i = 0; i < acquisitions.acquisitions(); i++) {
      if (!events.destroyed().get(acquisitions.event(i))) {
        kept.set(acquisitions.document(i));
        if (!events.withheld().get(acquisitions.event(i))) {
          open.set(acquisitions.document(i));
        }
      }
    }
  }

  void check(BitSet destroyed, BitSet withheld) {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      // A vault of millions of files must not become millions of waiting tasks.
      Semaphore waiting = new Semaphore(THREADS * 8);
      folder.forEach(
          "vault",
          name -> {
            waiting.acquireUninterruptibly();
            threads.execute(
                () -> {
                  try {
                    check(name);
                  } finally {
                    waiting.release();
                  }
                });
          });
    }
    for (int i = 0; i < acquisitions.acquisitions(); i++) {
      checkAcquisition(i, destroyed, withheld);
    }
  }

  private void check(String name) {
    Digest digest = digestOf(name);
    int document = digest == null ? Acquisitions.NONE : acquisitions.find(digest);
    if (digest == null || (document == Acquisitions.NONE && !unsettled.contains(digest))) {
      findings.add(FindingCode.OBJECT_UNEXPECTED, name);
    } else if (document != Acquisitions.NONE
        && !kept.get(document)
        && !unsettled.contains(digest)) {
      findings.add(
          FindingCode.DESTRUCTION_UNFINISHED, name, Finding.NO_INDEX, digest.toString(), "");
    } else {
      long size = hash(name, digest);
      if (document != Acquisitions.NONE) {
        synchronized (here) {
          here.set(document);
          sizes[document] = size;
        }
      }
    }
  }

  /** The digest that a file's name states; null where it states none. */
  private static @org.jspecify.annotations.Nullable Digest digestOf(String name) {
    try {
      Digest digest = new Digest(name.substring(FOLDER.length()).replaceFirst("/", ""));
      return name.equals(FOLDER + FolderVault.pathOf(digest)) ? digest : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The size of a document whose bytes are right; -1 after a finding. */
  private long hash(String name, Digest expected) {
    MessageDigest computation = Digest.sha256();
    long size = 0;
    try (InputStream in = Files.newInputStream(folder.path(name))) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        computation.update(buffer, 0, n);
        size += n;
      }
    } catch (IOException e) {
      findings.add(FindingCode.FILE_UNREADABLE, name, e.toString());
      return -1;
    }
    if (Digest.of(computation).equals(expected)) {
      return size;
    }
    findings.add(FindingCode.OBJECT_ALTERED, name, Finding.NO_INDEX, expected.toString(), "");
    return -1;
  }

  private void checkAcquisition(int acquisition, BitSet destroyed, BitSet withheld) {
    int document = acquisitions.document(acquisition);
    int event = acquisitions.event(acquisition);
    if (destroyed.get(event)) {
      return;
    }
    Digest digest = acquisitions.digest(document);
    String name = FOLDER + FolderVault.pathOf(digest);
    if (!here.get(document)) {
      if (open.get(document) && !withheld.get(event) && event < sealed) {
        open.clear(document);
        findings.add(FindingCode.OBJECT_MISSING, name, event, digest.toString(), "");
      }
    } else if (sizes[document] >= 0 && sizes[document] != acquisitions.size(acquisition)) {
      String difference = sizes[document] + " bytes, not " + acquisitions.size(acquisition);
      findings.add(FindingCode.OBJECT_SIZE, name, event, digest.toString(), difference);
    }
  }
}
