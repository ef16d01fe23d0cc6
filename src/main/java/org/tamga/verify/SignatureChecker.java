package org.tamga.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
      check(policy, good, key -> good.contains(key) ? KeyChecker.Way.SIGNED : KeyChecker.Way.NONE);
    }
  }

  /** In an archive: every key of the log that is in use must have signed, and no stranger. */
  void check(KeyChecker keys, Trust trust) {
    List<VerifierKey> fromElsewhere = new ArrayList<>();
    Policy policy = trust.policy();
    if (policy != null) {
      fromElsewhere.addAll(policy.logs());
      policy.witnesses().values().forEach(witness -> fromElsewhere.add(witness.key()));
    }
    List<KeyChecker.Standing> known =
        keys.all().values().stream()
            .filter(key -> key.role() != KeyRole.PERSON && key.isKnown(checkpoint.size()))
            .toList();
    List<VerifierKey> good = valid(known, fromElsewhere);
    boolean signedByAny = false;
    for (KeyChecker.Standing key : known) {
      if (key.role() == KeyRole.LOG && key.isInUse(checkpoint.size())) {
        signedByAny = true;
        if (note.signatures().stream().noneMatch(line -> line.names(key.key()))) {
          String who = key.key().name() + " " + key.key().keyId();
          findings.add(FindingCode.SIGNATURE_MISSING, file, who);
        }
      }
    }
    if (!signedByAny) {
      findings.add(FindingCode.SIGNATURE_MISSING, file, "no key of the log is in use");
    }
    if (policy != null) {
      check(policy, good, key -> keys.way(key, good));
    }
  }

  /** The keys whose signatures hold and count. */
  private List<VerifierKey> valid(
      List<KeyChecker.Standing> known, List<VerifierKey> fromElsewhere) {
    List<VerifierKey> good = new ArrayList<>();
    for (NoteSignature line : note.signatures()) {
      String who = line.name() + " " + line.keyId();
      KeyChecker.Standing standing =
          known.stream().filter(one -> line.names(one.key())).findFirst().orElse(null);
      VerifierKey key =
          standing == null
              ? fromElsewhere.stream().filter(line::names).findFirst().orElse(null)
              : standing.key();
      FindingCode objection =
          standing == null ? null : KeyChecker.objection(standing, checkpoint.size());
      if (key == null) {
        findings.add(FindingCode.SIGNATURE_UNKNOWN, file, who);
      } else if (good.contains(key)) {
        findings.add(FindingCode.SIGNATURE_REPEATED, file, who);
      } else if (!checkpoint.isSignedBy(key, line)) {
        findings.add(FindingCode.SIGNATURE_INVALID, file, who);
      } else if (objection != null) {
        findings.add(objection, file, who);
      } else {
        good.add(key);
      }
    }
    return good;
  }

  private void check(
      Policy policy, List<VerifierKey> good, Function<VerifierKey, KeyChecker.Way> way) {
    Set<KeyChecker.Way> ways = EnumSet.noneOf(KeyChecker.Way.class);
    policy.logs().stream()
        .filter(key -> key.name().equals(checkpoint.origin()))
        .forEach(key -> ways.add(way.apply(key)));
    Set<String> missing = new TreeSet<>();
    policy
        .witnesses()
        .forEach(
            (name, witness) -> {
              if (!good.contains(witness.key())) {
                missing.add(name);
              }
            });
    boolean quorum = policy.quorum().holds(name -> !missing.contains(name));
    // A quorum that holds with nobody's signature vouches for nothing.
    boolean witnessed = quorum && !policy.quorum().holds(name -> false);
    if (ways.contains(KeyChecker.Way.TOLD) && !ways.contains(KeyChecker.Way.SIGNED)) {
      if (!witnessed) {
        findings.add(FindingCode.POLICY_RECOVERY, file);
      }
    } else if (!ways.contains(KeyChecker.Way.SIGNED)) {
      findings.add(FindingCode.POLICY_LOG_KEY, file);
    }
    if (!quorum) {
      String who = "these have not: " + String.join(", ", missing);
      findings.add(FindingCode.POLICY_QUORUM, file, who);
    }
  }
}
