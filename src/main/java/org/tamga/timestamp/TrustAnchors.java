package org.tamga.timestamp;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that the person who checks has decided to trust.
 *
 * @param certificates at least one
 */
public record TrustAnchors(List<X509Certificate> certificates) {
  /** Largest file of certificates read, in bytes; a system's whole store is a fifth of this. */
  public static final int LARGEST_BYTES = 1 << 20;

  public TrustAnchors {
    certificates = List.copyOf(certificates);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("no certificate to trust");
    }
  }

  /** The certificates in a PEM file, or {@link IllegalArgumentException}. */
  public static TrustAnchors parse(byte[] pem) {
    try {
      List<X509Certificate> found = new ArrayList<>();
      for (Certificate one :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem))) {
        found.add((X509Certificate) one);
      }
      return new TrustAnchors(found);
    } catch (CertificateException e) {
      throw new IllegalArgumentException("not certificates in PEM: " + e.getMessage(), e);
    }
  }

  /** The certificates that this Java runtime comes with. */
  public static TrustAnchors ofRuntime() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((@Nullable KeyStore) null);
      List<X509Certificate> found = new ArrayList<>();
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager one) {
          found.addAll(List.of(one.getAcceptedIssuers()));
        }
      }
      return new TrustAnchors(found);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this Java runtime has no certificates of its own", e);
    }
  }

  /**
   * The certificates from {@code signer} to a trusted one, all of them valid at {@code time}.
   *
   * @param others certificates that may stand between
   */
  List<X509Certificate> path(
      X509Certificate signer, Collection<X509Certificate> others, Instant time)
      throws RejectionException {
    if (certificates.contains(signer)) {
      return List.of(signer);
    }
    try {
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(signer);
      PKIXBuilderParameters parameters =
          new PKIXBuilderParameters(
              certificates.stream()
                  .map(one -> new TrustAnchor(one, null))
                  .collect(Collectors.toSet()),
              target);
      List<X509Certificate> between = new ArrayList<>(others);
      between.add(signer);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(time));
      PKIXCertPathBuilderResult found =
          (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
      List<X509Certificate> path = new ArrayList<>();
      found.getCertPath().getCertificates().forEach(one -> path.add((X509Certificate) one));
      X509Certificate anchor = found.getTrustAnchor().getTrustedCert();
      if (!path.contains(anchor)) {
        anchor.checkValidity(Date.from(time));
        path.add(anchor);
      }
      return path;
    } catch (GeneralSecurityException e) {
      String issuer = signer.getIssuerX500Principal().getName();
      throw new RejectionException(TimestampCode.TIMESTAMP_UNTRUSTED, "it was issued by " + issuer);
    }
  }
}
