package org.tamga.timestamp;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** What a check of a time stamp came to. */
public sealed interface Verdict {
  /**
   * The stamp counts.
   *
   * @param time before which what is stamped existed, by the authority's word
   * @param authority the name in its certificate
   * @param path the certificates from the signer to a trusted one, that one included
   */
  record Accepted(Instant time, String authority, List<X509Certificate> path) implements Verdict {
    public Accepted {
      path = List.copyOf(path);
    }
  }

  /**
   * The stamp does not count.
   *
   * @param code why
   * @param words why, for a person
   */
  record Rejected(TimestampCode code, String words) implements Verdict {}
}
