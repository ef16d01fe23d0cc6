package org.tamga.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tamga.custody.Handling;
import org.tamga.record.RecordDocument;

/**
 * What is known of a document before one reads it.
 *
 * @param id the 64 digits of its digest
 * @param title its title, or its file's name where it has none
 * @param facets publisher, dates and so on, as far as known
 * @param counts how much was found in it, such as "12 statements"
 * @param notRead why it has no text; empty where it has one
 * @param marks how it may be used, where that is not open
 * @param isWithheld whether it is withheld
 * @param language BCP 47 tag of its text; null where not known or not a tag
 */
public record DocumentHead(
    String id,
    String title,
    List<LabelledText> facets,
    List<String> counts,
    String notRead,
    List<String> marks,
    boolean isWithheld,
    @Nullable String language) {
  public DocumentHead {
    facets = List.copyOf(facets);
    counts = List.copyOf(counts);
    marks = List.copyOf(marks);
  }

  /** What this audience may know of a document. */
  public static DocumentHead of(RecordDocument document, Audience audience) {
    String title = document.known().title();
    if (title == null || title.isBlank()) {
      title = audience.maySeeProvenance() ? document.file() : "Document without a title";
    }
    return new DocumentHead(
        document.id().hex(),
        title,
        facets(document, audience),
        counts(document),
        document.notRead() == null ? waiting(document) : document.notRead(),
        marks(document.handling()),
        document.withheld(),
        languageTag(document.known().language()));
  }

  private static String waiting(RecordDocument document) {
    return document.text() == null ? "it has not been looked at yet" : "";
  }

  private static List<LabelledText> facets(RecordDocument document, Audience audience) {
    List<LabelledText> facets = new ArrayList<>();
    add(facets, "Publisher", document.known().publisher());
    add(facets, "Author", document.known().author());
    add(facets, "Published", document.known().published());
    add(facets, "Captured", document.captured());
    add(facets, "Received", document.received());
    if (audience.maySeeProvenance()) {
      add(facets, "File", document.file());
    }
    add(facets, "Address", document.known().url());
    add(facets, "Kind", document.mediaType());
    return facets;
  }

  private static void add(List<LabelledText> facets, String label, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      facets.add(new LabelledText(label, text));
    }
  }

  private static List<String> counts(RecordDocument document) {
    List<String> counts = new ArrayList<>();
    for (Map.Entry<String, Integer> count : document.counts().entrySet()) {
      String many = count.getValue() == 1 ? "" : "s";
      counts.add(count.getValue() + " " + count.getKey() + many);
    }
    return counts;
  }

  static List<String> marks(Handling handling) {
    List<String> marks = new ArrayList<>();
    switch (handling.access()) {
      case OPEN -> {}
      case RESTRICTED -> marks.add("restricted");
      case PROTECTED -> marks.add("protected");
    }
    if (handling.embargoUntil() != null) {
      marks.add("embargo until " + handling.embargoUntil());
    }
    if (handling.sourceProtected()) {
      marks.add("source protected");
    }
    if (handling.consent() != null) {
      marks.add("consent: " + handling.consent());
    }
    return marks;
  }

  private static @Nullable String languageTag(@Nullable String language) {
    if (language == null) {
      return null;
    }
    String tag = Locale.forLanguageTag(language).toLanguageTag();
    return tag.equals("und") ? null : tag;
  }
}
