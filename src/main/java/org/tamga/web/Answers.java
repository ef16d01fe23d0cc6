package org.tamga.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * How every answer is given: headers that keep a browser from doing anything but showing it, and
 * templates that escape whatever they are given.
 */
final class Answers {
  /** Nothing may run, load from elsewhere, be framed or be sent elsewhere. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
              + " frame-ancestors 'none'; base-uri 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Cache-Control",
          "no-store");

  private static final String PACKAGE = "org.tamga.web.pages";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);

  /** A page from its template. */
  void page(Context context, HttpStatus status, String template, Object model) {
    StringOutput output = new StringOutput();
    templates.render(template + ".jte", model, output);
    context.status(status).contentType("text/html; charset=utf-8").result(output.toString());
  }

  /** A page that says one thing. */
  void message(Context context, HttpStatus status, MessagePage message) {
    page(context, status, "message", message);
  }

  /** There is nothing at this address. */
  void missing(Context context) {
    message(
        context,
        HttpStatus.NOT_FOUND,
        MessagePage.of(
            "Not found",
            "There is nothing to show at this address.",
            "The list of documents shows everything that can be seen here."));
  }

  /** A file of the program's own. */
  static void own(Context context, String name, String type) throws IOException {
    try (InputStream file = Answers.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IOException("the program lacks its file " + name);
      }
      context.contentType(type).result(file.readAllBytes());
    }
  }
}
