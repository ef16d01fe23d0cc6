package org.tamga.text;

import org.jspecify.annotations.Nullable;

/**
 * What a document says about itself, or what is known of it from elsewhere; unknown is null.
 *
 * @param title its title
 * @param author its byline
 * @param publisher who put it out
 * @param published when, ISO 8601, only as precise as known ("2022-09" is a month)
 * @param language BCP 47 tag
 * @param url where it stood
 */
public record Metadata(
    @Nullable String title,
    @Nullable String author,
    @Nullable String publisher,
    @Nullable String published,
    @Nullable String language,
    @Nullable String url) {
  /** Nothing known. */
  public static final Metadata NONE = new Metadata(null, null, null, null, null, null);

  /** This knowledge, with gaps filled from {@code other}. */
  public Metadata orElse(Metadata other) {
    return new Metadata(
        title != null ? title : other.title,
        author != null ? author : other.author,
        publisher != null ? publisher : other.publisher,
        published != null ? published : other.published,
        language != null ? language : other.language,
        url != null ? url : other.url);
  }
}
