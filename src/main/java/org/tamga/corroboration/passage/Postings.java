package org.tamga.corroboration.passage;

/**
 * For each key the first documents that have it, in the order in which they came in.
 *
 * <p>No more than {@link #MOST} are kept for a key: a passage that so many have is found by way of
 * the first of them, and a menu that a million pages have costs no more than one that twenty have.
 */
public interface Postings {
  /** Documents kept for a key. */
  int MOST = 24;

  /** The documents kept for a key, at most {@link #MOST}. */
  int[] first(long key);

  /** Notes that a document has a key; does nothing where enough are known. */
  void add(long key, int document);

  /** Whether so many documents have the key that it tells nothing of any of them. */
  default boolean isCommon(long key) {
    return first(key).length >= MOST;
  }
}
