package org.tamga.timestamp;

/**
 * Why a time stamp does not count: stable names that scripts may rely on.
 *
 * <p>docs/spec/timestamps.md, "Checks".
 */
public enum TimestampCode {
  TIMESTAMP_UNREACHABLE("the authority cannot be reached, or gives no reply of the protocol"),
  TIMESTAMP_SILENT("the authority gave no whole answer in time"),
  TIMESTAMP_REFUSED("the authority did not grant a stamp"),
  TIMESTAMP_MALFORMED("not an authority's reply as RFC 3161 has it"),
  TIMESTAMP_IMPRINT("the stamp is over other bytes"),
  TIMESTAMP_NONCE("the stamp answers another request"),
  TIMESTAMP_CERTIFICATE("the signer's certificate is missing, or another than the stamp names"),
  TIMESTAMP_SIGNATURE("the authority's signature does not hold"),
  TIMESTAMP_USAGE("the signer's certificate is not for time stamps alone"),
  TIMESTAMP_EXPIRED("the signer's certificate was not valid at the stamped time"),
  TIMESTAMP_UNTRUSTED("no path leads from the signer to a certificate that you trust");

  private final String words;

  TimestampCode(String words) {
    this.words = words;
  }

  /** What it means, for a person. */
  public String words() {
    return words;
  }
}
