package org.tamga.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Judges time stamps: what they are over, who signed them, and whether that may be trusted.
 *
 * <p>docs/spec/timestamps.md, "Checks", in that order; RFC 3161 section 2.4.2.
 *
 * @param anchors whom to trust
 */
public record TimestampChecker(TrustAnchors anchors) {
  /** Largest reply read, in bytes: certificates and a signature fit a hundred times over. */
  public static final int LARGEST_BYTES = 1 << 20;

  /** Hashes that count for what is stamped and for what is signed, by their identifiers. */
  private static final Map<String, String> HASHES =
      Map.of(
          NISTObjectIdentifiers.id_sha256.getId(), "SHA-256",
          NISTObjectIdentifiers.id_sha384.getId(), "SHA-384",
          NISTObjectIdentifiers.id_sha512.getId(), "SHA-512");

  /**
   * Judges an authority's reply.
   *
   * @param reply a whole {@code TimeStampResp}
   * @param stamped the bytes that it must be over
   * @param nonce the number that it must repeat; null where the request is not known
   */
  public Verdict check(byte[] reply, byte[] stamped, @Nullable BigInteger nonce) {
    return judge(() -> check(tokenOf(reply), stamped, nonce));
  }

  /** Judges a bare token, as some programs keep it: a reply without the authority's status. */
  public Verdict checkToken(byte[] token, byte[] stamped) {
    return judge(() -> check(tokenIn(token), stamped, null));
  }

  /** A check that may end early. */
  private interface Check {
    Verdict run() throws RejectionException;
  }

  private static Verdict judge(Check check) {
    try {
      return check.run();
    } catch (RejectionException e) {
      return e.verdict();
    } catch (RuntimeException e) {
      // The library reads many parts late and says only then, in many ways, that they are nonsense.
      return malformed(e).verdict();
    }
  }

  private Verdict check(TimeStampToken token, byte[] stamped, @Nullable BigInteger nonce)
      throws RejectionException {
    checkImprint(token, stamped);
    if (nonce != null && !nonce.equals(token.getTimeStampInfo().getNonce())) {
      throw new RejectionException(TimestampCode.TIMESTAMP_NONCE, "");
    }
    SignerInformation signer = token.toCMSSignedData().getSignerInfos().iterator().next();
    X509CertificateHolder holder = certificate(token);
    SignerCertificate certificate = new SignerCertificate(holder);
    Instant time = token.getTimeStampInfo().getGenTime().toInstant();
    certificate.checkNamedBy(signer.getSignedAttributes());
    X509Certificate converted = converted(List.of(holder)).getFirst();
    checkSignature(signer, converted);
    certificate.checkUsage();
    if (!holder.isValidOn(Date.from(time))) {
      String range = "it was valid from " + holder.getNotBefore().toInstant();
      throw new RejectionException(
          TimestampCode.TIMESTAMP_EXPIRED, range + " to " + holder.getNotAfter().toInstant());
    }
    List<X509Certificate> path =
        anchors.path(converted, converted(token.getCertificates().getMatches(null)), time);
    return new Verdict.Accepted(time, converted.getSubjectX500Principal().getName(), path);
  }

  private static TimeStampToken tokenOf(byte[] reply) throws RejectionException {
    checkSize(reply);
    TimeStampResponse response;
    try {
      // Refuses whatever stands behind the reply, which the library's own reader overlooks.
      ASN1Primitive.fromByteArray(reply);
      response = new TimeStampResponse(reply);
    } catch (TSPValidationException e) {
      throw new RejectionException(
          TimestampCode.TIMESTAMP_CERTIFICATE, "no signed attribute names it");
    } catch (IOException | TSPException | RuntimeException e) {
      throw malformed(e);
    }
    int status = response.getStatus();
    TimeStampToken token = response.getTimeStampToken();
    if (status != PKIStatus.GRANTED && status != PKIStatus.GRANTED_WITH_MODS) {
      throw new RejectionException(TimestampCode.TIMESTAMP_REFUSED, why(response));
    }
    if (token == null) {
      throw new RejectionException(TimestampCode.TIMESTAMP_MALFORMED, "granted, but not there");
    }
    return token;
  }

  private static TimeStampToken tokenIn(byte[] token) throws RejectionException {
    checkSize(token);
    try {
      ASN1Primitive.fromByteArray(token);
      return new TimeStampToken(new CMSSignedData(token));
    } catch (TSPValidationException e) {
      throw new RejectionException(
          TimestampCode.TIMESTAMP_CERTIFICATE, "no signed attribute names it");
    } catch (IOException | TSPException | CMSException | RuntimeException e) {
      throw malformed(e);
    }
  }

  private static void checkSize(byte[] bytes) throws RejectionException {
    if (bytes.length > LARGEST_BYTES) {
      throw new RejectionException(
          TimestampCode.TIMESTAMP_MALFORMED, "it has " + bytes.length + " bytes");
    }
  }

  private static String why(TimeStampResponse response) {
    PKIFailureInfo failure = response.getFailInfo();
    String text = response.getStatusString();
    return "status "
        + response.getStatus()
        + (text == null ? "" : ", " + text)
        + (failure == null ? "" : ", failure " + failure);
  }

  private static RejectionException malformed(Exception cause) {
    return new RejectionException(
        TimestampCode.TIMESTAMP_MALFORMED, String.valueOf(cause.getMessage()));
  }

  private static void checkImprint(TimeStampToken token, byte[] stamped) throws RejectionException {
    String identifier = token.getTimeStampInfo().getMessageImprintAlgOID().getId();
    String algorithm = HASHES.get(identifier);
    if (algorithm == null) {
      throw new RejectionException(
          TimestampCode.TIMESTAMP_IMPRINT, "it was hashed with " + identifier);
    }
    try {
      byte[] ours = MessageDigest.getInstance(algorithm).digest(stamped);
      if (!Arrays.equals(ours, token.getTimeStampInfo().getMessageImprintDigest())) {
        throw new RejectionException(TimestampCode.TIMESTAMP_IMPRINT, "");
      }
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has the SHA-2 hashes", e);
    }
  }

  private static X509CertificateHolder certificate(TimeStampToken token) throws RejectionException {
    @SuppressWarnings("unchecked")
    Selector<X509CertificateHolder> signer = token.getSID();
    Collection<X509CertificateHolder> found = token.getCertificates().getMatches(signer);
    if (found.isEmpty()) {
      throw new RejectionException(TimestampCode.TIMESTAMP_CERTIFICATE, "it is not in the reply");
    }
    return found.iterator().next();
  }

  private static void checkSignature(SignerInformation signer, X509Certificate certificate)
      throws RejectionException {
    String hash = signer.getDigestAlgOID();
    if (!HASHES.containsKey(hash)) {
      throw new RejectionException(
          TimestampCode.TIMESTAMP_SIGNATURE, "it was signed with the hash " + hash);
    }
    try {
      // By its key alone: the time that counts is the stamped one, not one that the signer adds.
      var verifier = new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey());
      if (!signer.verify(verifier)) {
        throw new RejectionException(TimestampCode.TIMESTAMP_SIGNATURE, "");
      }
    } catch (CMSException | OperatorCreationException e) {
      throw new RejectionException(
          TimestampCode.TIMESTAMP_SIGNATURE, String.valueOf(e.getMessage()));
    }
  }

  private static List<X509Certificate> converted(Collection<X509CertificateHolder> holders)
      throws RejectionException {
    List<X509Certificate> converted = new ArrayList<>();
    try {
      for (X509CertificateHolder holder : holders) {
        converted.add(new JcaX509CertificateConverter().getCertificate(holder));
      }
    } catch (CertificateException e) {
      throw malformed(e);
    }
    return converted;
  }
}
