package org.tamga.web.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.tamga.text.wall.Sandbox;
import org.tamga.text.wall.Wall;
import org.tamga.vault.Digest;

/** What is handed to a browser is a picture that was made anew, never the original. */
final class PreviewsTest {
  @Test
  void pagesAndPicturesAreMadeAnewBehindTheWall() throws IOException {
    assumeTrue(
        Sandbox.find(System.getenv()).isPresent() && Wall.parsers().isPresent(),
        "skipped: no bubblewrap, or no parsers");
    try (Previews previews = new Previews()) {
      byte[] pdf = pdf();
      BufferedImage second = picture(previews, pdf, 2).orElseThrow();
      assertTrue(second.getWidth() < second.getHeight());
      assertTrue((long) second.getWidth() * second.getHeight() <= 1_500_000);
      assertFalse(picture(previews, pdf, 3).isPresent(), "a page that is not there");

      byte[] large = picture(3000, 2000);
      BufferedImage small = picture(previews, large, 1).orElseThrow();
      assertEquals(1.5, (double) small.getWidth() / small.getHeight(), 0.01);
      assertTrue(small.getWidth() < 1600);

      byte[] hidden = picture(300, 200);
      byte[] carrying = new byte[hidden.length + 6];
      System.arraycopy(hidden, 0, carrying, 0, hidden.length);
      System.arraycopy("SECRET".getBytes(StandardCharsets.UTF_8), 0, carrying, hidden.length, 6);
      byte[] png = previews.picture(Digest.of(carrying), "a", stream(carrying), 1).orElseThrow();
      assertFalse(new String(png, StandardCharsets.ISO_8859_1).contains("SECRET"));
      assertArrayEquals(
          png, previews.picture(Digest.of(carrying), "a", stream(carrying), 1).orElseThrow());

      byte[] broken = "%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8);
      assertFalse(picture(previews, broken, 1).isPresent());
    }
  }

  @Test
  void whatIsNoPictureIsNotShown() {
    assertTrue(Previews.isShown("application/pdf"));
    assertTrue(Previews.isShown("image/jpeg"));
    assertFalse(Previews.isShown("text/html"));
    assertFalse(Previews.isShown(null));
  }

  private static Previews.Bytes stream(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  private static Optional<BufferedImage> picture(Previews previews, byte[] bytes, int page)
      throws IOException {
    Optional<byte[]> png = previews.picture(Digest.of(bytes), "a", stream(bytes), page);
    return png.isEmpty()
        ? Optional.empty()
        : Optional.of(ImageIO.read(new ByteArrayInputStream(png.get())));
  }

  private static byte[] picture(int width, int height) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage(PDRectangle.A4));
      pdf.addPage(new PDPage(PDRectangle.A4));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    }
  }
}
