package org.tamga.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tamga.custody.CustodyEvent.KeyAdded;
import org.tamga.custody.CustodyEvent.KeyRole;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.Policy;
import org.tamga.tlog.SignedNote;
import org.tamga.tlog.SignedNote.NoteSignature;
import org.tamga.tlog.VerifierKey;

/**
 * Judges who signed the state of a log: by the keys in use, and by a policy.
 *
 * <p>docs/spec/log.md, "checkpoint" and "Trust".
 */
final class SignatureChecker {
  private final Findings findings;
  private final SignedNote note;
  private final Checkpoint checkpoint;
  private final String file;

  /**
   * @param file where the note stands
   */
  SignatureChecker(Findings findings, SignedNote note, Checkpoint checkpoint, String file) {
    this.findings = findings;
    this.note = note;
    this.checkpoint = checkpoint;
    this.file = file;
  }

  /**
   * In a bundle: the log's keys must have signed; others count only where the policy names them.
   */
  void checkBundle(List<VerifierKey> logKeys, Trust trust) {
    List<VerifierKey> asked = new ArrayList<>(logKeys);
    Policy policy = trust.policy();
    if (policy != null) {
      asked.addAll(policy.logs());
      policy.witnesses().values().forEach(witness -> asked.add(witness.key()));
    }
    List<VerifierKey> good = new ArrayList<>();
    for (VerifierKey key : new LinkedHashSet<>(asked)) {
      List<NoteSignature> lines =
          note.signatures().stream().filter(line -> line.names(key)).toList();
      String who = key.name() + " " + key.keyId();
      if (lines.size() > 1) {
        findings.add(FindingCode.SIGNATURE_REPEATED, file, who);
      } else if (lines.isEmpty()) {
        if (logKeys.contains(key)) {
          findings.add(FindingCode.SIGNATURE_MISSING, file, who);
        }
      } else if (checkpoint.isSignedBy(key, lines.getFirst())) {
        good.add(key);
      } else {
        findings.add(FindingCode.SIGNATURE_INVALID, file, who);
      }
    }
    if (policy != null) {
      check(policy, good);
    }
  }

  void check(Collection<KeyAdded> inUse, Trust trust) {
    List<VerifierKey> known = new ArrayList<>();
    inUse.stream()
        .filter(added -> added.role() != KeyRole.PERSON)
        .forEach(added -> known.add(added.key()));
    Policy policy = trust.policy();
    if (policy != null) {
      known.addAll(policy.logs());
      policy.witnesses().values().forEach(witness -> known.add(witness.key()));
    }
    List<VerifierKey> good = valid(known);
    for (KeyAdded added : inUse) {
      boolean signed = note.signatures().stream().anyMatch(line -> line.names(added.key()));
      if (added.role() == KeyRole.LOG && !signed) {
        String who = added.key().name() + " " + added.key().keyId();
        findings.add(FindingCode.SIGNATURE_MISSING, file, who);
      }
    }
    if (policy != null) {
      check(policy, good);
    }
  }

  /** The keys whose signatures hold. */
  private List<VerifierKey> valid(List<VerifierKey> known) {
    List<VerifierKey> good = new ArrayList<>();
    for (NoteSignature line : note.signatures()) {
      String who = line.name() + " " + line.keyId();
      List<VerifierKey> named = known.stream().filter(line::names).toList();
      if (named.isEmpty()) {
        findings.add(FindingCode.SIGNATURE_UNKNOWN, file, who);
      } else if (good.contains(named.getFirst())) {
        findings.add(FindingCode.SIGNATURE_REPEATED, file, who);
      } else if (checkpoint.isSignedBy(named.getFirst(), line)) {
        good.add(named.getFirst());
      } else {
        findings.add(FindingCode.SIGNATURE_INVALID, file, who);
      }
    }
    return good;
  }

  private void check(Policy policy, List<VerifierKey> good) {
    boolean trusted =
        policy.logs().stream()
            .anyMatch(key -> good.contains(key) && key.name().equals(checkpoint.origin()));
    if (!trusted) {
      findings.add(FindingCode.POLICY_LOG_KEY, file);
    }
    Set<String> missing = new TreeSet<>();
    policy
        .witnesses()
        .forEach(
            (name, witness) -> {
              if (!good.contains(witness.key())) {
                missing.add(name);
              }
            });
    if (!policy.quorum().holds(name -> !missing.contains(name))) {
      String who = "these have not: " + String.join(", ", missing);
      findings.add(FindingCode.POLICY_QUORUM, file, who);
    }
  }
}
