package org.tamga.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.tamga.vault.Digest;

/**
 * What an authority is asked: a digest, and a number that its answer has to repeat.
 *
 * <p>RFC 3161 section 2.4.1.
 */
public final class TimestampRequest {
  private static final int NONCE_BITS = 64;

  private final BigInteger nonce;
  private final byte[] bytes;

  private TimestampRequest(BigInteger nonce, byte[] bytes) {
    this.nonce = nonce;
    this.bytes = bytes;
  }

  /** A request for a stamp over these bytes, which the authority does not get to see. */
  public static TimestampRequest over(byte[] stamped, SecureRandom random) throws IOException {
    BigInteger nonce = new BigInteger(NONCE_BITS, random);
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    byte[] imprint = Digest.sha256().digest(stamped);
    byte[] bytes = generator.generate(TSPAlgorithms.SHA256, imprint, nonce).getEncoded();
    return new TimestampRequest(nonce, bytes);
  }

  /** The number that the answer has to repeat. */
  public BigInteger nonce() {
    return nonce;
  }

  /** The request as it is sent, in DER. */
  public byte[] bytes() {
    return bytes.clone();
  }
}
