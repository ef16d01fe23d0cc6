package org.tamga.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes stamps as an authority would that is careless, or that lies. */
final class ForgedStamp {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final BigInteger NONCE = BigInteger.valueOf(1234567);

  private static final Duration MONTH = Duration.ofDays(30);

  boolean usageIsCritical = true;
  boolean hasUsage = true;
  boolean hasCertificate = true;
  boolean namesCertificate = true;
  boolean namesAnother;
  boolean namedInOldWayToo;
  boolean selfSigned;
  boolean weakImprint;
  String signature = "SHA256withECDSA";
  int status;
  Instant from = NOON.minus(MONTH);
  Instant until = NOON.plus(MONTH);
  Instant rootUntil = NOON.plus(MONTH);
  List<KeyPurposeId> purposes = List.of(KeyPurposeId.id_kp_timeStamping);

  private final KeyPair rootKeys = keys();
  private final KeyPair signerKeys = keys();

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  X509Certificate root() throws Exception {
    var builder =
        certificate("CN=Selm Root", "CN=Selm Root", 1, NOON.minus(MONTH), rootUntil, true);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    return signed(builder, rootKeys);
  }

  private X509Certificate signer() throws Exception {
    String issuer = selfSigned ? "CN=Lone Clock" : "CN=Selm Root";
    var builder = certificate(issuer, selfSigned ? issuer : "CN=Clock", 2, from, until, false);
    if (hasUsage) {
      builder.addExtension(
          Extension.extendedKeyUsage,
          usageIsCritical,
          new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
    }
    return signed(builder, selfSigned ? signerKeys : rootKeys);
  }

  private JcaX509v3CertificateBuilder certificate(
      String issuer, String subject, int serial, Instant begin, Instant end, boolean root) {
    return new JcaX509v3CertificateBuilder(
        new X500Name(issuer),
        BigInteger.valueOf(serial),
        Date.from(begin),
        Date.from(end),
        new X500Name(subject),
        (root ? rootKeys : signerKeys).getPublic());
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair by)
      throws Exception {
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  /** The token over these bytes. */
  byte[] token(byte[] stamped) throws Exception {
    ASN1ObjectIdentifier hash =
        weakImprint ? OIWObjectIdentifiers.idSHA1 : NISTObjectIdentifiers.id_sha256;
    byte[] imprint = MessageDigest.getInstance(weakImprint ? "SHA-1" : "SHA-256").digest(stamped);
    TSTInfo said =
        new TSTInfo(
            new ASN1ObjectIdentifier("1.2.3.4"),
            new MessageImprint(new AlgorithmIdentifier(hash, DERNull.INSTANCE), imprint),
            new ASN1Integer(9),
            new ASN1GeneralizedTime(Date.from(NOON)),
            null,
            null,
            new ASN1Integer(NONCE),
            null,
            null);
    X509Certificate certificate = signer();
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
            .setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(attributes(certificate)))
            .build(
                new JcaContentSignerBuilder(signature).build(signerKeys.getPrivate()),
                certificate));
    if (hasCertificate) {
      generator.addCertificates(new JcaCertStore(List.of(certificate)));
    }
    return encoded(generator, said);
  }

  private static byte[] encoded(CMSSignedDataGenerator generator, TSTInfo said)
      throws IOException, CMSException {
    var content =
        new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, said.getEncoded("DER"));
    return generator.generate(content, true).toASN1Structure().getEncoded("DER");
  }

  private AttributeTable attributes(X509Certificate certificate)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    ASN1EncodableVector all = new ASN1EncodableVector();
    byte[] named = certificate.getEncoded();
    if (namesAnother) {
      named[named.length - 1] ^= 1;
    }
    if (namesCertificate) {
      var id = new ESSCertIDv2(MessageDigest.getInstance("SHA-256").digest(named));
      all.add(
          new Attribute(
              PKCSObjectIdentifiers.id_aa_signingCertificateV2,
              new DERSet(new SigningCertificateV2(id))));
    }
    if (namedInOldWayToo) {
      byte[] wrong = MessageDigest.getInstance("SHA-1").digest(new byte[] {1});
      var id =
          new DERSequence(
              new DERSequence(new DERSequence(new org.bouncycastle.asn1.DEROctetString(wrong))));
      all.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificate, new DERSet(id)));
    }
    return new AttributeTable(all);
  }

  /** The reply with the token over these bytes. */
  byte[] reply(byte[] stamped) throws Exception {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new DERSequence(new ASN1Integer(status)));
    if (status < 2) {
      parts.add(org.bouncycastle.asn1.ASN1Primitive.fromByteArray(token(stamped)));
    }
    return new DERSequence(parts).getEncoded("DER");
  }
}
