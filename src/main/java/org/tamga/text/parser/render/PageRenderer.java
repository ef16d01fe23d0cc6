package org.tamga.text.parser.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.tamga.text.parser.Document;
import org.tamga.text.parser.DocumentParser;
import org.tamga.text.parser.NotReadable;
import org.tamga.text.parser.Output;

/**
 * Makes PNG pictures of the pages of a PDF file or a picture file. Each comes back as a member
 * whose path is the page's number; pages that the document does not have are left out.
 *
 * <p>Purpose {@code render}. Choice: what for, {@code scan} (grey, 300 dots an inch, for OCR) or
 * {@code preview} (in colours, to be looked at), a space, and numbers of pages, counted from 1,
 * with commas between them.
 */
public final class PageRenderer implements DocumentParser {
  private static final String SCAN = "scan";

  private static final float SCAN_DPI = 300;
  private static final float PREVIEW_DPI = 100;
  private static final float POINTS_PER_INCH = 72;

  /** A page of A3 at 300 dots an inch; larger ones are made smaller. */
  private static final double MOST_SCAN_DOTS = 18_000_000;

  private static final double MOST_PREVIEW_DOTS = 1_500_000;

  /** A picture with more dots is not even opened: each takes four bytes of memory. */
  private static final long MOST_PICTURE_DOTS = 100_000_000;

  @Override
  public boolean takes(String purpose, Document document) {
    return purpose.equals("render");
  }

  @Override
  public void parse(Document document, Output output) throws IOException, NotReadable {
    ImageIO.setUseCache(false);
    try {
      if (document.mediaType().startsWith("application/pdf")) {
        renderPdf(document, output);
      } else if (document.mediaType().startsWith("image/")) {
        renderPicture(document, output);
      } else {
        throw new NotReadable("no pictures are made of this format");
      }
    } catch (InvalidPasswordException locked) {
      throw new NotReadable("it is protected by a password");
    }
  }

  private static boolean isScan(Document document) {
    return document.choice().startsWith(SCAN);
  }

  private static void renderPdf(Document document, Output output) throws IOException {
    boolean scan = isScan(document);
    try (PDDocument pdf =
        Loader.loadPDF(document.file().toFile(), IOUtils.createTempFileOnlyStreamCache())) {
      PDFRenderer renderer = new PDFRenderer(pdf);
      renderer.setSubsamplingAllowed(true);
      for (int page : pages(document)) {
        if (page <= pdf.getNumberOfPages()) {
          PDRectangle box = pdf.getPage(page - 1).getCropBox();
          float dpi = dpi(box, scan);
          ImageType type = scan ? ImageType.GRAY : ImageType.RGB;
          send(page, renderer.renderImageWithDPI(page - 1, dpi, type), output);
        }
      }
    }
  }

  private static float dpi(PDRectangle box, boolean scan) {
    double dpi = scan ? SCAN_DPI : PREVIEW_DPI;
    double inches = box.getWidth() / POINTS_PER_INCH * (box.getHeight() / POINTS_PER_INCH);
    double most = scan ? MOST_SCAN_DOTS : MOST_PREVIEW_DOTS;
    return (float) Math.min(dpi, Math.sqrt(most / Math.max(inches, 0.01)));
  }

  private static void renderPicture(Document document, Output output)
      throws IOException, NotReadable {
    boolean scan = isScan(document);
    try (ImageInputStream in = ImageIO.createImageInputStream(document.file().toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new NotReadable("this kind of picture cannot be opened");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        int count = reader.getNumImages(true);
        for (int page : pages(document)) {
          if (page <= count) {
            send(page, fitted(read(reader, page - 1), scan), output);
          }
        }
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage read(ImageReader reader, int number)
      throws IOException, NotReadable {
    long dots = (long) reader.getWidth(number) * reader.getHeight(number);
    if (dots > MOST_PICTURE_DOTS) {
      throw new NotReadable("it has more than 100 million dots");
    }
    ImageReadParam parameters = reader.getDefaultReadParam();
    int step = (int) Math.ceil(Math.sqrt(dots / (2 * MOST_SCAN_DOTS)));
    if (step > 1) {
      parameters.setSourceSubsampling(step, step, 0, 0);
    }
    return reader.read(number, parameters);
  }

  /** The picture on white, in the colours that are wanted and no larger than it may be. */
  private static BufferedImage fitted(BufferedImage picture, boolean scan) {
    double dots = (double) picture.getWidth() * picture.getHeight();
    double most = scan ? MOST_SCAN_DOTS : MOST_PREVIEW_DOTS;
    double scale = Math.min(1, Math.sqrt(most / dots));
    int width = Math.max(1, (int) (picture.getWidth() * scale));
    int height = Math.max(1, (int) (picture.getHeight() * scale));
    int type = scan ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    BufferedImage fitted = new BufferedImage(width, height, type);
    Graphics2D graphics = fitted.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return fitted;
  }

  private static int[] pages(Document document) {
    String numbers = document.choice().substring(document.choice().indexOf(' ') + 1);
    return java.util.Arrays.stream(numbers.split(",", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static void send(int page, BufferedImage picture, Output output) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    output.member(Integer.toString(page), new ByteArrayInputStream(png.toByteArray()));
  }
}
