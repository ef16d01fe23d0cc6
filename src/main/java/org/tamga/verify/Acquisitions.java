package org.tamga.verify;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.tamga.vault.Digest;

/**
 * Which events brought in which documents, for millions of them in little memory.
 *
 * <p>A hash table with open addressing: 32 bytes of digest a document, and an index and a size an
 * event.
 */
final class Acquisitions {
  /** Stands for "no document of this digest". */
  static final int NONE = -1;

  private static final int DIGEST_BYTES = 32;
  private static final int FEWEST_SLOTS = 1 << 10;

  private byte[] digests = new byte[1 << 10];
  private int documents;
  private int[] slots = emptySlots(FEWEST_SLOTS);
  private int[] documentOf = new int[FEWEST_SLOTS];
  private int[] eventOf = new int[FEWEST_SLOTS];
  private long[] sizeOf = new long[FEWEST_SLOTS];
  private int acquisitions;

  private static int[] emptySlots(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, NONE);
    return slots;
  }

  /** Number of different documents. */
  int documents() {
    return documents;
  }

  /** Number of events that brought one in. */
  int acquisitions() {
    return acquisitions;
  }

  /** The event of the acquisition with this number. */
  int event(int acquisition) {
    return eventOf[acquisition];
  }

  /** The size that the acquisition with this number states. */
  long size(int acquisition) {
    return sizeOf[acquisition];
  }

  /** The document of the acquisition with this number. */
  int document(int acquisition) {
    return documentOf[acquisition];
  }

  /** The digest of a document. */
  Digest digest(int document) {
    int start = document * DIGEST_BYTES;
    return new Digest(HexFormat.of().formatHex(digests, start, start + DIGEST_BYTES));
  }

  /** The digests of the documents that these events brought in. */
  Set<Digest> broughtIn(BitSet events) {
    Set<Digest> found = new HashSet<>();
    for (int i = 0; i < acquisitions; i++) {
      if (events.get(eventOf[i])) {
        found.add(digest(documentOf[i]));
      }
    }
    return found;
  }

  /** The document with this digest, or {@link #NONE}. */
  int find(Digest digest) {
    return slots[slot(HexFormat.of().parseHex(digest.hex()))];
  }

  void add(int event, Digest digest, long size) {
    if (acquisitions == eventOf.length) {
      documentOf = Arrays.copyOf(documentOf, acquisitions * 2);
      eventOf = Arrays.copyOf(eventOf, acquisitions * 2);
      sizeOf = Arrays.copyOf(sizeOf, acquisitions * 2);
    }
    documentOf[acquisitions] = documentOf(HexFormat.of().parseHex(digest.hex()));
    eventOf[acquisitions] = event;
    sizeOf[acquisitions] = size;
    acquisitions++;
  }

  private int documentOf(byte[] digest) {
    int slot = slot(digest);
    if (slots[slot] != NONE) {
      return slots[slot];
    }
    if ((documents + 1) * DIGEST_BYTES > digests.length) {
      digests = Arrays.copyOf(digests, digests.length * 2);
    }
    System.arraycopy(digest, 0, digests, documents * DIGEST_BYTES, DIGEST_BYTES);
    slots[slot] = documents++;
    if (documents * 2 > slots.length) {
      grow();
    }
    return documents - 1;
  }

  private void grow() {
    slots = emptySlots(slots.length * 2);
    for (int document = 0; document < documents; document++) {
      int start = document * DIGEST_BYTES;
      slots[slot(Arrays.copyOfRange(digests, start, start + DIGEST_BYTES))] = document;
    }
  }

  /** Where this digest stands, or the empty slot where it would. */
  private int slot(byte[] digest) {
    int slot = Arrays.hashCode(digest) & (slots.length - 1);
    while (slots[slot] != NONE) {
      int start = slots[slot] * DIGEST_BYTES;
      if (Arrays.equals(digests, start, start + DIGEST_BYTES, digest, 0, DIGEST_BYTES)) {
        break;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
