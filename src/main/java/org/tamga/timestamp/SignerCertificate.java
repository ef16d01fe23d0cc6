package org.tamga.timestamp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of whoever signed a stamp: whether it is the one named, and for this use.
 *
 * <p>RFC 3161 sections 2.3 and 2.4.2; RFC 5816 for the second form of the name.
 */
final class SignerCertificate {
  private static final int SIGNING = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;

  private final X509CertificateHolder certificate;

  SignerCertificate(X509CertificateHolder certificate) {
    this.certificate = certificate;
  }

  /** Refuses a certificate other than the one that the signed attributes name. */
  void checkNamedBy(@Nullable AttributeTable signed) throws RejectionException {
    Attribute first = attribute(signed, PKCSObjectIdentifiers.id_aa_signingCertificate);
    Attribute second = attribute(signed, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (first == null && second == null) {
      throw wrong("no signed attribute names it");
    }
    if (first != null) {
      ESSCertID[] named = SigningCertificate.getInstance(value(first)).getCerts();
      check("SHA-1", named[0].getCertHash(), named[0].getIssuerSerial());
    }
    if (second != null) {
      ESSCertIDv2 named = SigningCertificateV2.getInstance(value(second)).getCerts()[0];
      String algorithm =
          new DefaultAlgorithmNameFinder().getAlgorithmName(named.getHashAlgorithm());
      check(algorithm, named.getCertHash(), named.getIssuerSerial());
    }
  }

  private static @Nullable Attribute attribute(
      @Nullable AttributeTable signed, ASN1ObjectIdentifier type) {
    return signed == null ? null : signed.get(type);
  }

  private static ASN1Encodable value(Attribute attribute) throws RejectionException {
    if (attribute.getAttrValues().size() != 1) {
      throw wrong("the attribute that names it has not one value");
    }
    return attribute.getAttrValues().getObjectAt(0);
  }

  private void check(String algorithm, byte[] hash, @Nullable IssuerSerial issuer)
      throws RejectionException {
    try {
      byte[] ours = MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
      if (!Arrays.equals(ours, hash)) {
        throw wrong("its digest is not the one named");
      }
    } catch (NoSuchAlgorithmException | java.io.IOException e) {
      throw wrong("it is named by a hash that is not known: " + algorithm);
    }
    if (issuer != null) {
      GeneralName[] names = issuer.getIssuer().getNames();
      boolean same =
          names.length == 1
              && names[0].getTagNo() == GeneralName.directoryName
              && X500Name.getInstance(names[0].getName()).equals(certificate.getIssuer())
              && issuer.getSerial().getValue().equals(certificate.getSerialNumber());
      if (!same) {
        throw wrong("its issuer or number is not the one named");
      }
    }
  }

  private static RejectionException wrong(String detail) {
    return new RejectionException(TimestampCode.TIMESTAMP_CERTIFICATE, detail);
  }

  /** Refuses a certificate that serves anything but time stamps. */
  void checkUsage() throws RejectionException {
    Extension stated = certificate.getExtension(Extension.extendedKeyUsage);
    if (stated == null) {
      throw notForThis("it states no extended key usage");
    }
    if (!stated.isCritical()) {
      throw notForThis("its extended key usage is not critical");
    }
    KeyPurposeId[] purposes = ExtendedKeyUsage.getInstance(stated.getParsedValue()).getUsages();
    if (purposes.length != 1 || !purposes[0].equals(KeyPurposeId.id_kp_timeStamping)) {
      throw notForThis("its extended key usage is not id-kp-timeStamping alone");
    }
    KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
    if (usage != null) {
      int bits = usage.getBytes()[0] & 0xFF;
      if ((bits & SIGNING) == 0 || (bits & ~SIGNING) != 0 || usage.getBytes().length > 1) {
        throw notForThis("its key usage is not signing alone");
      }
    }
  }

  private static RejectionException notForThis(String detail) {
    return new RejectionException(TimestampCode.TIMESTAMP_USAGE, detail);
  }
}
