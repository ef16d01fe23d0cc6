package org.tamga.verify;

import java.nio.charset.StandardCharsets;
import java.util.NavigableSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.tlog.Checkpoint;
import org.tamga.tlog.TreeHash;
import org.tamga.vault.Digest;

/**
 * Looks at which states of the log there are time stamps for, and says how to check them.
 *
 * <p>docs/spec/timestamps.md. The stamps themselves need more than this program has.
 */
final class TimestampNames {
  static final Pattern IN_BUNDLE = Pattern.compile("timestamps/[1-9][0-9]*\\.tsr");

  private static final String FOLDER = "timestamps";
  private static final String CERTIFICATES = ".pem";
  private static final String STAMP = ".tsr";
  private static final Pattern IN_ARCHIVE =
      Pattern.compile("timestamps/(0|[1-9][0-9]{0,17})-([0-9a-f]{16})-[1-9][0-9]*\\.tsr");

  private TimestampNames() {}

  /** Holds the stamps of an archive against the states that its log had. */
  static void check(
      EvidenceFolder folder, Findings findings, Checkpoint checkpoint, Leaves leaves) {
    NavigableSet<String> names = folder.files(FOLDER);
    for (String name : names) {
      boolean certificates =
          name.endsWith(CERTIFICATES)
              && names.contains(name.substring(0, name.length() - CERTIFICATES.length()) + STAMP);
      Matcher stamp = IN_ARCHIVE.matcher(name);
      if (stamp.matches() && wasState(stamp, leaves)) {
        long size = Long.parseLong(stamp.group(1));
        TreeHash root = leaves.rootOf(size);
        note(findings, name, new Checkpoint(checkpoint.origin(), size, root).text());
      } else if (!certificates) {
        findings.add(FindingCode.TIMESTAMP_UNEXPECTED, name);
      }
    }
  }

  private static boolean wasState(Matcher stamp, Leaves leaves) {
    long size = Long.parseLong(stamp.group(1));
    return size <= leaves.size() && leaves.rootOf(size).toString().startsWith(stamp.group(2));
  }

  /** Says how a stamp over this text is checked. */
  static void note(Findings findings, String name, String text) {
    Digest imprint = Digest.of(text.getBytes(StandardCharsets.UTF_8));
    String command =
        "openssl ts -verify -digest " + imprint.hex() + " -in " + name + " -CAfile CERTIFICATES";
    findings.add(FindingCode.TIMESTAMP_NOT_CHECKED, name, command);
  }
}
